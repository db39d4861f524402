import { defineElements, init } from 'zonestat';

void init({ wasm: 'https://static.your.site/zonestat_bg.wasm' });
defineElements();
