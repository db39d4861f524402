// Each way in, from the tarball to the pixels.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { cleanUp, project } from './harness/project.mjs';
import { run, serving } from './harness/run.mjs';
import { served } from './harness/server.mjs';
import { closeBrowsers, earFor, expectRight, visit } from './harness/visit.mjs';

after(async () => {
  await closeBrowsers();
  await cleanUp();
});

/** Looks at a folder of files in an engine. */
async function lookAt(folder, engine = 'chromium') {
  return served(folder, (url) => visit(`${url}/`, { engine }), await earFor(engine));
}

let reference;
/** What the plain script tag comes to in Chromium. */
function plain() {
  reference ??= project('script-tag').then((home) => lookAt(home));
  return reference;
}

test('a script tag', async () => {
  const seen = await plain();
  expectRight(seen);
});

for (const example of ['vite', 'vite-older']) {
  test(`${example}: built, and while developing`, async () => {
    const home = await project(example);
    await run(home, 'npm', ['run', 'build']);
    expectRight(await lookAt(join(home, 'dist')), await plain());
    await serving(home, 'npx', (port) => ['vite', '--port', String(port), '--strictPort'], async (url) => {
      expectRight(await visit(`${url}/`), await plain());
    });
  });
}

test('Node.js: the dataset and a picture without a page', async () => {
  const home = await project('node');
  const { stdout } = await run(home, 'npm', ['start', '--silent']);
  assert.match(stdout, /target/);
  const svg = await readFile(join(home, 'trade.svg'), 'utf8');
  assert.match(svg, /^<svg [^>]*xmlns=/);
});
