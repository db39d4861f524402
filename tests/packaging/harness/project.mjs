// The tarball, and projects outside the repository that it is installed into.
import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
export const EXAMPLES = join(ROOT, 'www/examples');
const QUIET = ['--no-audit', '--no-fund', '--prefer-offline'];

let scratch;
let packed;

async function folder() {
  scratch ??= mkdtemp(join(tmpdir(), 'zonestat-packaging-'));
  return scratch;
}

/** `npm pack` of pkg/, once: `{ tarball, listing }`. */
export function pack() {
  packed ??= (async () => {
    const target = await folder();
    const { stdout } = await run(join(ROOT, 'pkg'), 'npm', ['pack', '--json', '--pack-destination', target]);
    const [listing] = JSON.parse(stdout);
    return { tarball: join(target, listing.filename), listing };
  })();
  return packed;
}

/**
 * An example in an empty folder, with its tools in the versions of its lock file, and the package from the tarball.
 *
 * The lock file says nothing of the package itself, whose hash is a new one with every build. `npm install` and not
 * `npm ci`: registries do not all hold the optional packages of every platform, and a lock file without those of
 * platforms elsewhere is no reason to fail. What is installed is held against the lock file, hash by hash, instead.
 */
export async function project(example) {
  const { tarball } = await pack();
  const home = join(await folder(), example);
  await cp(join(EXAMPLES, example), home, { recursive: true, filter: (path) => !path.includes('node_modules') });
  const manifest = join(home, 'package.json');
  await writeFile(manifest, withoutPackage(await readFile(manifest, 'utf8')));
  const locked = await packages(home);
  await run(home, 'npm', ['install', ...QUIET, tarball]);
  if (!locked) return home;
  const installed = await packages(home);
  for (const [path, { version, integrity }] of Object.entries(locked)) {
    const { [path]: found } = installed;
    assert.deepEqual([found?.version, found?.integrity], [version, integrity], `${path} is not as locked`);
  }
  const more = Object.keys(installed).filter((path) => !locked[path] && !installed[path].optional && path !== 'node_modules/zonestat');
  assert.deepEqual(more, [], `${example} installs what is not locked: node tests/packaging/lock.mjs ${example}`);
  return home;
}

/** The packages of a lock file, by their paths; nothing without one. */
async function packages(home) {
  const lock = join(home, 'package-lock.json');
  if (!existsSync(lock)) return undefined;
  const { packages: all } = JSON.parse(await readFile(lock, 'utf8'));
  delete all['']; // the project itself
  return all;
}

/** What the lock file of an example is made for. */
export function withoutPackage(manifest) {
  const all = JSON.parse(manifest);
  delete all.dependencies?.zonestat;
  return `${JSON.stringify(all, null, 2)}\n`;
}

/** An empty folder for a test that makes its own project. */
export async function emptyFolder(name) {
  const home = join(await folder(), name);
  await mkdir(home, { recursive: true });
  return home;
}

/** Takes all of it away. */
export async function cleanUp() {
  if (scratch) await rm(await scratch, { recursive: true, force: true });
}
