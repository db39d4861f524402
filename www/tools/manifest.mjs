// custom-elements.json: what editors and catalogues know of the elements, from the classes and their comments.
import { readFileSync, writeFileSync } from 'node:fs';
import { create, ts } from '@custom-elements-manifest/analyzer/index.js';

const MODULES = ['base', 'controlled', 'picture', 'chart', 'card', 'table', 'sources', 'define'];

export async function writeManifest(www, pkg) {
  const modules = MODULES.map((name) => {
    const path = `element/${name}.ts`;
    const text = readFileSync(new URL(`src/${path}`, www), 'utf8');
    return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  });
  const manifest = create({ modules, plugins: [], context: { dev: false } });
  writeFileSync(new URL('custom-elements.json', pkg), `${JSON.stringify(manifest, null, 1)}\n`);
}
