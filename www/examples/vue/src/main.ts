import { createApp } from 'vue';
import { createRouter, createWebHashHistory } from 'vue-router';
import 'zonestat/auto';
import App from './App.vue';
import Output from './Output.vue';
import Trade from './Trade.vue';

const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', component: Trade },
    { path: '/output', component: Output },
  ],
});

createApp(App).use(router).mount('main');
