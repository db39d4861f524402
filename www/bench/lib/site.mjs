// The pages of the benchmark, bundled, and served as a good host would: compressed, with one round trip a file.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { files } from '../pages/pictures.js';

const bench = new URL('../', import.meta.url);
const root = new URL('../../../', import.meta.url);
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json', '.csv': 'text/csv' };
const STYLE = 'body{margin:0;font-family:"Source Sans 3",system-ui,sans-serif;background:#fff}.host{width:640px;position:relative}.tip{position:absolute;top:0;background:#fff;font-size:14px}.words{line-height:1.4}.u-title{font-size:22px!important;text-align:left!important;color:#14181d}';
export const CONTENDERS = ['raw', 'uplot', 'chartjs', 'echarts', 'zonestat', 'handle'];

/** Bundles everything; gives the files by address, each with its compressed bytes. */
export async function makeSite() {
  const served = new Map();
  const put = (path, body) => {
    const bytes = Buffer.from(body);
    const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    served.set(path, { bytes, packed, type: TYPES[extname(path)] ?? 'text/plain' });
  };
  const pkg = new URL('pkg/', root);
  for (const name of readdirSync(pkg)) {
    if (/\.(js|wasm)$/.test(name) && !/inline|node/.test(name)) put(`/pkg/${name}`, readFileSync(new URL(name, pkg)));
  }
  for (const [name, text] of Object.entries(files())) put(`/data/${name}`, text);
  for (const name of CONTENDERS) {
    put(`/${name}.js`, await bundle(name, `import { stage } from './pages/page.js'; import * as contender from './contenders/${name}.js'; window.bench = stage(contender);`));
    put(`/${name}.html`, page(`<script type="module" src="/${name}.js"></script>`));
    put(`/cold/${name}.js`, await bundle(name, cold(name)));
    put(`/cold/${name}.html`, page(coldHead(name, false)));
    put(`/cold/${name}-preload.html`, page(coldHead(name, true)));
  }
  return served;
}

async function bundle(name, contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(bench), sourcefile: `${name}.js` },
    bundle: true, format: 'esm', minify: true, write: false, target: 'es2022', legalComments: 'none',
    external: ['/pkg/*'], loader: { '.css': 'text' },
  });
  return outputFiles[0].text;
}

const page = (head, body = '') => `<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,"><style>${STYLE}</style>${head}<body>${body}`;

/** A page with one chart, as small as it can be: the figures of the peers are in their script, as zonestat's in the wasm. */
const COLD = `
  const mark = () => requestAnimationFrame(() => { for (const c of document.querySelectorAll('canvas')) c.getContext('2d').getImageData(0, 0, 1, 1); window.done = performance.now(); });
  const figures = { kind: 'bar', width: 640, height: 412, title: 'Imports and exports', subtitle: 'Dezhou ETDZ · CN¥ billion', source: 'Source: Zone profile (2017)',
    plot: { top: 80, bottom: 349, left: 17, right: 640 }, categories: ['2017', '2019', '2020', '2021'], series: [{ name: 'Imports and exports', values: [4.9, 8.24, 11.5, 17.56] }] };
`;
function cold(name) {
  if (name === 'zonestat') return 'export {}';
  if (name === 'handle') return `import { init, renderChart } from '/pkg/index.js'; ${COLD} await init(); renderChart(document.body.appendChild(document.createElement('canvas')), { kind: 'bar', indicator: 'trade', lang: 'en' }); mark();`;
  return `import * as contender from './contenders/${name}.js'; ${COLD} await contender.start(); contender.draw(document.body, figures); mark();`;
}

function coldHead(name, preload) {
  const wasm = (part) => `<link rel="preload" href="/pkg/zonestat_${part}.wasm" as="fetch" type="application/wasm" crossorigin>`;
  if (name === 'zonestat') {
    const module = '<script type="module" src="/pkg/auto.js"></script>';
    const watch = `<script>addEventListener('zone-ready', ({ target }) => { target.shadowRoot.querySelector('canvas').getContext('2d').getImageData(0, 0, 1, 1); window.done = performance.now(); })</script>`;
    return `${preload ? wasm('first') : ''}${watch}${module}<body><zone-chart kind="bar" indicator="trade"></zone-chart>`;
  }
  const hints = name === 'handle' ? `${wasm('bg')}<link rel="modulepreload" href="/pkg/index.js">` : '';
  return `${preload ? hints : ''}<script type="module" src="/cold/${name}.js"></script>`;
}

/** Serves on a free port of this machine. */
export async function serve(served) {
  const server = createServer((request, response) => {
    const found = served.get(new URL(request.url, 'http://localhost').pathname);
    if (!found) return response.writeHead(404).end();
    const packed = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
    const headers = { 'content-type': found.type, 'cache-control': 'public, max-age=3600', ...(packed && { 'content-encoding': 'br' }) };
    response.writeHead(200, headers).end(packed ? found.packed : found.bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://localhost:${server.address().port}`, close: () => server.close() };
}

/** Where results go. */
export function output(name, content) {
  const folder = new URL('target/bench/', root);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(name, folder), content);
  return fileURLToPath(new URL(name, folder));
}
