import { createApp } from 'vue';
import 'zonestat/auto';
import Trade from './Trade.vue';

createApp(Trade).mount('main');
