// The types of the package: what tsc says about src/, without the modules that no public type reaches.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const ENTRIES = ['index.d.ts', 'auto.d.ts', 'inline.d.ts'];
/** Written by hand, in types/: they declare to frameworks what tsc cannot know. */
const BY_HAND = ['attributes.d.ts', 'react.d.ts', 'preact.d.ts', 'vue.d.ts'];

export function writeDeclarations(www, pkg) {
  const folder = mkdtempSync(join(tmpdir(), 'zonestat-types-'));
  try {
    execFileSync(
      process.execPath,
      [tsc, '--project', fileURLToPath(new URL('tsconfig.json', www)), '--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--stripInternal', '--outDir', folder],
      { stdio: 'inherit' },
    );
    const made = pathToFileURL(`${folder}/`);
    for (const file of reachable(made)) copy(file, made, pkg);
  } finally {
    rmSync(folder, { recursive: true });
  }
  for (const file of BY_HAND) copyFileSync(new URL(`types/${file}`, www), new URL(file, pkg));
}

function reachable(made) {
  const found = new Set(ENTRIES);
  for (const file of found) {
    const here = new URL(file, made);
    for (const [, target] of readFileSync(here, 'utf8').matchAll(/(?:from |import\()['"](\.[^'"]+)\.js['"]/g)) {
      const path = new URL(`${target}.d.ts`, here).href.slice(made.href.length);
      if (!existsSync(new URL(path, made))) throw new Error(`${file} needs ${path}, which tsc did not write`);
      found.add(path);
    }
  }
  return found;
}

function copy(file, from, to) {
  const target = new URL(file, to);
  mkdirSync(new URL('.', target), { recursive: true });
  copyFileSync(new URL(file, from), target);
}
