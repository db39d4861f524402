// Makes pkg/, exactly what `npm publish` would send, from the built wasm with its glue and from src/.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { writeDeclarations } from './declarations.mjs';
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
const beside = ['zonestat_first.wasm', 'zonestat_rest.wasm'];
for (const file of [glue, wasm, ...beside.map((name) => new URL(name, built))]) {
  if (!existsSync(file)) throw new Error(`${fileURLToPath(file)} is missing: run \`cargo xtask build\`, which makes it first`);
}

const template = JSON.parse(readFileSync(new URL('package.pkg.json', www), 'utf8'));
const published = publishedManifest(template, readFileSync(new URL('Cargo.toml', root), 'utf8'));
const { version } = published;

rmSync(pkg, { recursive: true, force: true });
mkdirSync(pkg, { recursive: true });

// Self-contained, so that a page with one tag makes one request before that for the wasm. `elements.js` is the same for
// bundlers and import maps: it shares `index.js` with the page's own imports.
await bundle('index', 'index', 'url');
await bundle('auto', 'auto', 'url');
await bundle('auto', 'elements', 'url', { plugins: [leaveIndexOut()] });
await bundle('inline', 'inline', 'inline');
await bundle('inline', 'inline.classic', 'inline', { format: 'iife' });
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
async function bundle(entry, output, source, { plugins = [], ...options } = {}) {
  await build({
    entryPoints: [fileURLToPath(new URL(`src/${entry}.ts`, www))],
    outfile: fileURLToPath(new URL(`${output}.js`, pkg)),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    alias: {
      '#glue': fileURLToPath(glue),
      '#wasm-source': fileURLToPath(new URL(`src/wasm/source/${source}.ts`, www)),
    },
    define: { ZONESTAT_VERSION: JSON.stringify(version) },
    banner: { js: `/* zonestat ${version} | MIT OR Apache-2.0 */` },
    plugins: [minifiedStyles(), packedWasm(), ownLoading(), ...plugins],
    ...options,
  });
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

/** The wasm for `inline.js`: deflated, in base64. */
function packedWasm() {
  return {
    name: 'packed-wasm',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^wasm:/ }, ({ path }) => ({ path, namespace: 'wasm' }));
      onLoad({ filter: /.*/, namespace: 'wasm' }, () => ({
        contents: deflateRawSync(readFileSync(wasm), { level: 9 }).toString('base64'),
        loader: 'text',
      }));
    },
  };
}

/** The skin loads the module itself; of the glue it needs what an instance is made with, and the calls. */
function ownLoading() {
  const exported = 'export { initSync, __wbg_init as default };';
  return {
    name: 'own-loading',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]zonestat-wasm[\\/]zonestat\.js$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        if (!text.includes(exported)) throw new Error(`${path} does not end as wasm-bindgen wrote it until now`);
        const contents = text.replace(exported, 'export { __wbg_get_imports as imports, __wbg_finalize_init as adopt };');
        return { contents, loader: 'js' };
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
