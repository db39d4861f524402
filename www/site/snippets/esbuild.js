import { copyFile, readdir } from 'node:fs/promises';
import { build } from 'esbuild';

await build({ entryPoints: ['main.js'], bundle: true, minify: true, format: 'esm', outdir: 'dist' });

const from = 'node_modules/zonestat/';
const files = (await readdir(from)).filter((name) => name.endsWith('.wasm'));
await Promise.all(files.map((name) => copyFile(from + name, `dist/${name}`)));
