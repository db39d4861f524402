// Writes an example's lock file anew, after its package.json has changed: `node tests/packaging/lock.mjs <example> …`.
// It names packages and hashes, not the machine that they came from, and not the package itself: see harness/project.mjs.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXAMPLES, withoutPackage } from './harness/project.mjs';
import { run } from './harness/run.mjs';

for (const example of process.argv.slice(2)) {
  const home = join(EXAMPLES, example);
  const scratch = await mkdtemp(join(tmpdir(), 'zonestat-lock-'));
  try {
    await writeFile(join(scratch, 'package.json'), withoutPackage(await readFile(join(home, 'package.json'), 'utf8')));
    await run(scratch, 'npm', ['install', '--package-lock-only', '--omit-lockfile-registry-resolved', '--no-audit', '--no-fund']);
    await cp(join(scratch, 'package-lock.json'), join(home, 'package-lock.json'));
    console.log(`${example}/package-lock.json`);
  } finally {
    await rm(scratch, { recursive: true });
  }
}
