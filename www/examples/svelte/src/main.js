import { mount } from 'svelte';
import 'zonestat/auto';
import Trade from './Trade.svelte';

mount(Trade, { target: document.querySelector('main') });
