// Runs the page tests in one engine or several: `node tests/browser/run.mjs [chromium] [firefox] [webkit]`.
// `cargo xtask test` starts it, and names the programs and the server in the environment.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ENGINES } from './harness/engines.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const asked = process.argv.slice(2);
const unknown = asked.filter((engine) => !ENGINES.includes(engine));
if (unknown.length > 0) {
  console.error(`unknown engine: ${unknown.join(' ')}; known: ${ENGINES.join(' ')}`);
  process.exit(2);
}

// One process an engine: the browser is opened once, and a crash takes no other engine with it.
let failed = false;
for (const engine of asked.length > 0 ? asked : ENGINES) {
  const { status } = spawnSync(
    process.execPath,
    [`--test-reporter=${here('harness/reporter.mjs')}`, here('harness/all.mjs')],
    { stdio: 'inherit', env: { ...process.env, ZONESTAT_ENGINE: engine } },
  );
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;
