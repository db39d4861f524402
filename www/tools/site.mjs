// Makes target/site/: the documentation in English, in Chinese under zh/, and a copy of the package. A folder of files for
// any web server, under any path. What a page says of the package is read from the package.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { LANGUAGES, spoken } from './site/bilingual.mjs';
import { layOut } from './site/layout.mjs';
import { makeParts } from './site/parts.mjs';

const root = new URL('../../', import.meta.url);
const source = new URL('www/site/', root);
const site = new URL('target/site/', root);
const pkg = new URL('pkg/', root);
if (!existsSync(pkg)) throw new Error('pkg/ is missing: run `cargo xtask build` first');

rmSync(site, { recursive: true, force: true });
mkdirSync(site, { recursive: true });
cpSync(pkg, new URL('pkg/', site), { recursive: true });
for (const file of readdirSync(source)) {
  if (file.endsWith('.css')) cpSync(new URL(file, source), new URL(file, site));
}

const parts = await makeParts({ root, pkg, source });
const scripts = new Set(['theme.js', 'site.js']);
for (const name of readdirSync(new URL('pages/', source)).map((file) => file.replace(/\.html$/, ''))) {
  const page = readFileSync(new URL(`pages/${name}.html`, source), 'utf8');
  for (const script of /^scripts: (.+)$/m.exec(page)?.[1].split(' ') ?? []) scripts.add(script);
  for (const lang of LANGUAGES) {
    const folder = new URL(lang.folder, site);
    mkdirSync(folder, { recursive: true });
    const filled = page.replace(/\{\{([\w-]+)(?: ([^}]*))?\}\}/g, (_, part, argument) => {
      if (!parts[part]) throw new Error(`${name}.html asks for {{${part}}}; there are: ${Object.keys(parts).join(', ')}`);
      return parts[part](lang.key, argument?.trim());
    });
    writeFileSync(new URL(`${name}.html`, folder), layOut({ name, page: spoken(filled, lang, name), lang }));
  }
}

// Classic scripts, since browsers load no modules from disk.
await build({
  entryPoints: [...scripts].map((file) => fileURLToPath(new URL(file, source))),
  outdir: fileURLToPath(site),
  bundle: true,
  format: 'iife',
  target: 'es2022',
  external: ['./pkg/*'],
  legalComments: 'none',
});
