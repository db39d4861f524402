import { copyFile } from 'node:fs/promises';
import { build } from 'esbuild';

await build({ entryPoints: ['main.js'], bundle: true, format: 'esm', outdir: 'dist' });
await copyFile('node_modules/zonestat/zonestat_bg.wasm', 'dist/zonestat_bg.wasm');
