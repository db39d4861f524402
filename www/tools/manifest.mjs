// custom-elements.json: what editors and catalogues know of the elements, from the classes and their comments.
import { readFileSync, writeFileSync } from 'node:fs';
import { create, ts } from '@custom-elements-manifest/analyzer/index.js';

const SOURCES = ['base', 'selecting', 'controlled', 'picture', 'chart', 'card', 'table', 'sources'];

export function writeManifest(www, pkg) {
  const modules = SOURCES.map((name) => {
    const path = `element/${name}.ts`;
    const text = readFileSync(new URL(`src/${path}`, www), 'utf8');
    return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  });
  const found = create({ modules, plugins: [], context: { dev: false } });
  const elements = found.modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
  const manifest = {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: [
      {
        kind: 'javascript-module',
        path: 'index.js',
        declarations: elements.map(publicPart),
        exports: elements.map(({ name }) => ({ kind: 'js', name, declaration: { name, module: 'index.js' } })),
      },
      {
        kind: 'javascript-module',
        path: 'elements.js',
        exports: elements.map(({ name, tagName }) => ({
          kind: 'custom-element-definition',
          name: tagName,
          declaration: { name, module: 'index.js' },
        })),
      },
    ],
  };
  writeFileSync(new URL('custom-elements.json', pkg), `${JSON.stringify(manifest, null, 1)}\n`);
}

/** What an author can use, inherited or not, without the classes in between: only what has a description. */
function publicPart({ name, tagName, description, attributes, members, events, slots, cssParts, cssProperties }) {
  const described = (items = []) => items.filter((item) => item.description).map(withoutOrigin);
  return {
    kind: 'class',
    name,
    tagName,
    customElement: true,
    description,
    superclass: { name: 'HTMLElement', package: 'global:' },
    attributes: described(attributes),
    members: described(members).filter((member) => !member.privacy && !member.name.startsWith('#')),
    events: described(events),
    slots: described(slots),
    cssParts: described(cssParts),
    cssProperties: described(cssProperties),
  };
}

function withoutOrigin(item) {
  const own = { ...item };
  delete own.inheritedFrom;
  return own;
}
