// Tries the package as a stranger would: `node tests/packaging/run.mjs [part of a test's name …]`.
// `cargo xtask test` starts it, and names the programs in the environment.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const names = process.argv.slice(2).map((name) => `--test-name-pattern=${name}`);
const { status } = spawnSync(
  process.execPath,
  [`--test-reporter=${here('../browser/harness/reporter.mjs')}`, ...names, here('all.mjs')],
  { stdio: 'inherit', env: { ...process.env, ZONESTAT_ENGINE: 'packaging' } },
);
process.exitCode = status ?? 1;
