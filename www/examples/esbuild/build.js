import { copyFile, readdir } from 'node:fs/promises';
import { build } from 'esbuild';

await build({ entryPoints: ['main.js'], bundle: true, minify: true, format: 'esm', outdir: 'dist' });

// esbuild leaves `new URL('./….wasm', import.meta.url)` as it is: such files belong beside the bundle.
const from = 'node_modules/zonestat/';
const files = (await readdir(from)).filter((name) => name.endsWith('.wasm'));
await Promise.all(files.map((name) => copyFile(from + name, `dist/${name}`)));
