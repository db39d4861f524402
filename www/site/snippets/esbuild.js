import { copyFile } from 'node:fs/promises';
import { build } from 'esbuild';

await build({ entryPoints: ['main.js'], bundle: true, format: 'esm', outdir: 'dist' });
for (const part of ['bg', 'first', 'rest']) {
  await copyFile(`node_modules/zonestat/zonestat_${part}.wasm`, `dist/zonestat_${part}.wasm`);
}
