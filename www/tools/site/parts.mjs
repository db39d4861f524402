// The parts of pages that are made from the package, the data and the cases: `{{name argument}}` in a page's source.
import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { codeBlock } from './code.mjs';
import { coverageParts } from './coverage.mjs';
import { galleryParts } from './gallery.mjs';
import { referenceParts } from './reference.mjs';
import { tokenParts } from './tokens.mjs';

/** Functions of language and argument, by name. */
export async function makeParts({ root, pkg, source }) {
  const read = (path, base = root) => readFileSync(new URL(path, base), 'utf8');
  const json = (path, base) => JSON.parse(read(path, base));
  const zonestat = await import(new URL('node.js', pkg));
  await zonestat.init();
  const { version } = zonestat;
  let weighed;
  const manifest = json('custom-elements.json', pkg);

  return {
    version: () => version,
    /** A file of snippets/, to be copied. */
    snippet: (lang, name) => {
      const text = read(`snippets/${name}`, source).trimEnd();
      const known = { LANG: lang === 'zh' ? 'zh-CN' : 'en', VERSION: version, LOADED: loaded(pkg).map((file) => `'zonestat/${file}'`).join(',\n  ') };
      return codeBlock(text.replace(/%([A-Z]+)%/g, (_, key) => known[key]), name);
    },
    /** The hash that a page pins a file to. */
    integrity: () => codeBlock(integrity(pkg), 'integrity.html'),
    /** What a first visit loads, in KB as brotli sends it. */
    weight: () => (weighed ??= weight(pkg)),
    /** The version of a tool that an example of www/examples/ is tested with. */
    'example-version': (_, argument) => exampleVersion(root, ...argument.split(' ')),
    'chart-kinds': () => options(manifestType(manifest, 'zone-chart', 'kind')),
    'card-variants': () => options(manifestType(manifest, 'zone-card', 'variant')),
    ...galleryParts(json('cases.json', source), zonestat),
    ...referenceParts({
      pkg,
      manifest,
      chinese: json('reference.zh.json', source),
      errors: read('src/error.rs'),
    }),
    ...tokenParts(read('src/theme.rs')),
    ...coverageParts(zonestat.dataset(), read('data/omissions.csv')),
  };
}

function integrity(pkg) {
  const hash = JSON.parse(readFileSync(new URL('integrity.json', pkg), 'utf8'))['inline.js'];
  return `<script type="module" src="https://your.site/zonestat/inline.js"
  integrity="${hash}"
  crossorigin="anonymous"></script>`;
}

/** `auto.js`, and what it may ask for by itself: all files that it names but the whole module, which is for `init()`. */
function loaded(pkg) {
  const text = readFileSync(new URL('auto.js', pkg), 'utf8');
  const named = new Set([...text.matchAll(/["'`]\.\/([\w-]+\.(?:js|wasm))["'`]/g)].map(([, file]) => file));
  named.delete('zonestat_bg.wasm');
  return ['auto.js', ...named];
}

function weight(pkg) {
  const bytes = ['auto.js', 'zonestat_first.wasm'].map((file) => brotliCompressSync(readFileSync(new URL(file, pkg))).length);
  const sum = Math.round(bytes.reduce((a, b) => a + b) / 1000);
  return `${sum}\u00a0KB`;
}

function exampleVersion(root, example, tool) {
  const file = new URL(`www/examples/${example}/package.json`, root);
  if (!existsSync(file)) return '';
  const { dependencies, devDependencies } = JSON.parse(readFileSync(file, 'utf8'));
  return { ...dependencies, ...devDependencies }[tool] ?? '';
}

/** The words that an attribute accepts, from its type. */
function manifestType({ modules }, tagName, attribute) {
  const { attributes } = modules.flatMap(({ declarations = [] }) => declarations).find((one) => one.tagName === tagName);
  return attributes.find(({ name }) => name === attribute).type.text.split('|').map((text) => text.replaceAll("'", '').trim());
}

function options(values) {
  return values.map((value) => `<option value="${value}">${value}</option>`).join('');
}
