// Makes pkg/, exactly what `npm publish` would send, from the built wasm with its glue and from src/.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { minify } from 'terser';
import { writeDeclarations } from './declarations.mjs';
import { tightened } from './glue.mjs';
import { writeIntegrity } from './integrity.mjs';
import { writeManifest } from './manifest.mjs';
import { publishedManifest } from './published.mjs';
import { writeThirdParty } from './third-party.mjs';

const root = new URL('../../', import.meta.url);
const www = new URL('../', import.meta.url);
const built = new URL('target/zonestat-wasm/', root);
const pkg = new URL('pkg/', root);

const glue = new URL('zonestat.js', built);
const wasm = new URL('zonestat_bg.wasm', built);
const unfold = new URL('unfold.wasm', built);
const beside = ['zonestat_first.wasm', 'zonestat_rest.wasm'];
for (const file of [glue, wasm, unfold, ...beside.map((name) => new URL(name, built))]) {
  if (!existsSync(file)) throw new Error(`${fileURLToPath(file)} is missing: run \`cargo xtask build\`, which makes it first`);
}

const template = JSON.parse(readFileSync(new URL('package.pkg.json', www), 'utf8'));
const published = publishedManifest(template, readFileSync(new URL('Cargo.toml', root), 'utf8'));
const { version } = published;

rmSync(pkg, { recursive: true, force: true });
mkdirSync(pkg, { recursive: true });

// Self-contained, so that a page with one tag makes one request before that for the wasm. `elements.js` is the same for
// bundlers and import maps: it shares `index.js` with the page's own imports. What is needed only after somebody has
// acted is in `more.js`, for whichever of them asks; where the wasm is in the file, or at hand, that is so too.
await bundle('index', 'index', 'url');
await bundle('auto', 'auto', 'url');
await bundle('auto', 'elements', 'url', { plugins: [leaveIndexOut()] });
await bundle('inline', 'inline', 'inline');
await bundle('inline', 'inline.classic', 'inline', { format: 'iife' });
await bundle('more/more', 'more', 'url', { format: 'iife', globalName: 'more', plugins: [coreGiven()], ...wrapped('core', 'more') });
await bundle('embed', 'embed', 'url');
copyFileSync(new URL('pages/embed.html', www), new URL('embed.html', pkg));
await bundle('index', 'node', 'node', { platform: 'node', external: ['node:*'] });

copyFileSync(wasm, new URL('zonestat_bg.wasm', pkg));
for (const name of beside) copyFileSync(new URL(name, built), new URL(name, pkg));
writeDeclarations(www, pkg);
writeManifest(www, pkg);
writeThirdParty(root, pkg);
writeIntegrity(pkg);
copyFileSync(new URL('README.pkg.md', www), new URL('README.md', pkg));
for (const name of ['LICENSE-MIT', 'LICENSE-APACHE', 'CHANGELOG.md']) {
  copyFileSync(new URL(name, root), new URL(name, pkg));
}
writeFileSync(new URL('package.json', pkg), `${JSON.stringify(published, null, 2)}\n`);

/** Bundles one entry of src/ into one file of pkg/, with the wasm from where `source` says. */
async function bundle(entry, output, source, { plugins = [], banner = '', ...options } = {}) {
  const file = new URL(`${output}.js`, pkg);
  await build({
    entryPoints: [fileURLToPath(new URL(`src/${entry}.ts`, www))],
    outfile: fileURLToPath(file),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    alias: {
      '#glue': fileURLToPath(glue),
      '#wasm-source': fileURLToPath(new URL(`src/wasm/source/${source}.ts`, www)),
      '#more-source': fileURLToPath(new URL(`src/more/source/${source === 'url' ? 'url' : 'whole'}.ts`, www)),
    },
    define: { ZONESTAT_VERSION: JSON.stringify(version) },
    banner: { js: banner },
    plugins: [...plugins, minifiedStyles(), packedWasm(), ownLoading(), moreBeside()],
    ...options,
  });
  // Once more, as it sees what esbuild leaves: 3 % of brotli.
  const { code } = await minify(readFileSync(file, 'utf8'), {
    module: options.format !== 'iife' || banner !== '',
    ecma: 2022,
    compress: { passes: 3 },
    format: { preamble: `/* zonestat ${version} | MIT OR Apache-2.0 */` },
  });
  writeFileSync(file, code);
}

/** Style sheets become text for constructable sheets. */
function minifiedStyles() {
  return {
    name: 'minified-styles',
    setup({ onLoad }) {
      onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true, target: 'es2022' });
        return { contents: code.trim(), loader: 'text' };
      });
    },
  };
}

/** WebAssembly inside a script, in base64: that of `inline.js` deflated, and what puts the first part together. */
function packedWasm() {
  const packed = {
    'wasm:deflated-base64': () => deflateRawSync(readFileSync(wasm), { level: 9 }),
    'wasm:unfold-base64': () => readFileSync(unfold),
  };
  return {
    name: 'packed-wasm',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^wasm:/ }, ({ path }) => ({ path, namespace: 'wasm' }));
      onLoad({ filter: /.*/, namespace: 'wasm' }, ({ path }) => ({ contents: packed[path]().toString('base64'), loader: 'text' }));
    },
  };
}

/** The glue without what the skin does itself. */
function ownLoading() {
  return {
    name: 'own-loading',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]zonestat-wasm[\\/]zonestat\.js$/ }, ({ path }) => ({
        contents: tightened(readFileSync(path, 'utf8')),
        loader: 'js',
      }));
    },
  };
}

/** The literal import of what lies beside the script, as bundlers look for it. */
function moreBeside() {
  return {
    name: 'more-beside',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.\/more\.js$/ }, ({ kind }) =>
        kind === 'dynamic-import' ? { path: './more.js', external: true } : undefined,
      );
    },
  };
}

/** A script as a function of what it takes from another: `given` is free in it, and it leaves `made` behind. */
function wrapped(given, made) {
  return { banner: `export default ${given}=>{`, footer: { js: `return ${made}}` } };
}

/** The modules that src/more/core.ts imports are not in `more.js`: whoever loads it hands them over. */
function coreGiven() {
  const names = new Map();
  const core = new URL('src/more/core.ts', www);
  for (const [, imported, path] of readFileSync(core, 'utf8').matchAll(/^import \{ (.+) \} from '(.+)\.js';$/gm)) {
    names.set(fileURLToPath(new URL(`${path}.ts`, core)), imported);
  }
  return {
    name: 'core-given',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const given = names.get(path);
        return given && { contents: `export const { ${given} } = core;`, loader: 'js' };
      });
    },
  };
}

function leaveIndexOut() {
  return {
    name: 'leave-index-out',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\/index\.js$/ }, () => ({ path: './index.js', external: true }));
    },
  };
}
