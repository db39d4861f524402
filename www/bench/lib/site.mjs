// The pages of the benchmark, bundled, and served as a good host would: compressed, with one round trip a file.
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { files } from '../pages/pictures.js';
import { coldPages, coldScript } from './cold-pages.mjs';
import { pack } from './pack.mjs';

const bench = new URL('../', import.meta.url);
const root = new URL('../../../', import.meta.url);
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json', '.csv': 'text/csv' };
const STYLE = 'body{margin:0;font-family:"Source Sans 3",system-ui,sans-serif;background:#fff}.host{width:640px;position:absolute;inset:0 auto auto 0}.tip{position:absolute;top:0;background:#fff;font-size:14px}.words{line-height:1.4}.keys{display:flex;gap:8px;align-items:center}.u-title{font-size:22px!important;text-align:left!important;color:#14181d}';
export const CONTENDERS = ['raw', 'uplot', 'chartjs', 'echarts', 'zonestat', 'handle'];

/** Bundles everything; gives the files by address, each as it is and as it is sent. */
export async function makeSite() {
  const served = new Map();
  const put = (path, body, packed = pack) => {
    const bytes = Buffer.from(body);
    served.set(path, { bytes, packed: packed(bytes), type: TYPES[extname(path)] ?? 'text/plain' });
  };
  // These are there before anything is measured.
  const asIs = () => undefined;
  const pkg = new URL('pkg/', root);
  const own = readdirSync(pkg).filter((name) => /\.(js|wasm)$/.test(name) && !/node|classic/.test(name));
  for (const name of own) put(`/pkg/${name}`, readFileSync(new URL(name, pkg)));
  for (const [name, text] of Object.entries(files())) put(`/data/${name}`, text, asIs);
  for (const name of CONTENDERS) {
    put(`/${name}.js`, await bundle(name, `import { stage } from './pages/page.js'; import * as contender from './contenders/${name}.js'; window.bench = stage(contender);`), asIs);
    put(`/${name}.html`, page({ head: `<script type="module" src="/${name}.js"></script>` }), asIs);
    put(`/cold/${name}.js`, await bundle(name, coldScript(name)));
    for (const [way, parts] of Object.entries(coldPages(name, (path) => served.get(path).bytes))) put(`/cold/${name}${way}.html`, page(parts));
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

const page = ({ head = '', body = '' }) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,"><style>${STYLE}</style>${head}<body>${body}`;

/** Serves on a free port of this machine. */
export async function serve(served) {
  const server = new Worker(new URL('server.mjs', import.meta.url), { workerData: served });
  const [port] = await once(server, 'message');
  return { url: `http://localhost:${port}`, close: () => server.terminate() };
}

/** Where results go. */
export function output(name, content) {
  const folder = new URL('target/bench/', root);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(name, folder), content);
  return fileURLToPath(new URL(name, folder));
}
