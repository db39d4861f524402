// Each way in, from the tarball to the pixels.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { cleanUp, project } from './harness/project.mjs';
import { run, serving } from './harness/run.mjs';
import { served } from './harness/server.mjs';
import { closeBrowsers, earFor, expectRight, poll, visit } from './harness/visit.mjs';

after(async () => {
  await closeBrowsers();
  await cleanUp();
});

/** Looks at a folder of files in an engine. */
async function lookAt(folder, { engine = 'chromium', more } = {}) {
  return served(folder, (url) => visit(`${url}/`, { engine, more }), await earFor(engine));
}

let reference;
/** What the plain script tag comes to in Chromium. */
function plain() {
  reference ??= project('script-tag').then(async (home) => ({ home, seen: await lookAt(home) }));
  return reference;
}

/** A page that was built stands alone: it asks for nothing of the packages that it was made from. */
async function expectBuilt(folder, options = {}) {
  const seen = await lookAt(folder, options);
  expectRight(seen, (await plain()).seen);
  assert.deepEqual(seen.requests.filter((address) => address.includes('node_modules')), []);
  return seen;
}

// Two at a time: one installs or builds while the other is looked at.
describe('ways in', { concurrency: 2 }, () => {
  test('a script tag', async () => {
    const { home, seen } = await plain();
    expectRight(seen);
    for (const engine of ['firefox', 'webkit']) expectRight(await lookAt(home, { engine }));
  });

  test('an import map', async () => {
    const home = await project('import-map');
    const seen = await lookAt(home, { more: (driver) => driver.executeScript('return document.documentElement.dataset.zonestat') });
    expectRight(seen, (await plain()).seen);
    assert.equal(seen.more, JSON.parse(await readFile(join(home, 'node_modules/zonestat/package.json'), 'utf8')).version);
    const scripts = seen.requests.filter((address) => address.endsWith('.js')).map((address) => address.split('/').pop());
    assert.deepEqual(scripts.sort(), ['elements.js', 'index.js', 'main.js'], 'the page and the elements share one module');
  });

  for (const example of ['vite', 'vite-older']) {
    test(`${example}: built, and while developing`, async () => {
      const home = await project(example);
      await run(home, 'npm', ['run', 'build']);
      await expectBuilt(join(home, 'dist'));
      await serving(home, 'npx', (port) => ['vite', '--port', String(port), '--strictPort'], async (url) => {
        expectRight(await visit(`${url}/`), (await plain()).seen);
      });
      if (example !== 'vite') return;
      for (const engine of ['firefox', 'webkit']) expectRight(await lookAt(join(home, 'dist'), { engine }));
    });
  }

  for (const [example, folder] of Object.entries({ webpack: '', rollup: '', esbuild: '', parcel: 'dist' })) {
    test(example, async () => {
      const home = await project(example);
      await run(home, 'npm', ['run', 'build']);
      await expectBuilt(join(home, folder));
    });
  }

  test('Next.js: rendered on a server, and exported to files', async () => {
    const home = await project('next');
    await run(home, 'npm', ['run', 'build']);
    await serving(home, 'npx', (port) => ['next', 'start', '--port', String(port)], async (url) => {
      const html = await (await fetch(url)).text();
      assert.match(html, /<zone-chart kind="bar" indicator="trade">/, 'the tag is in what the server sends');
      expectRight(await visit(`${url}/`), (await plain()).seen);
    });
    // The other of Next's bundlers.
    await run(home, 'npx', ['next', 'build', '--webpack'], { env: { STATIC: '1' } });
    await expectBuilt(join(home, 'out'));
  });

  for (const example of ['react', 'vue', 'svelte']) {
    test(`${example}: a component that passes attributes and hears events`, async () => {
      const home = await project(example);
      await run(home, 'npm', ['run', 'build']);
      const { more } = await expectBuilt(join(home, 'dist'), { more: pressed });
      assert.equal(more.before, '11 observations', 'the event told of four bars with their growth, shares and ranks');
      assert.match(more.after.table, /gross domestic product|GDP/i);
      assert.match(more.after.described, /gross domestic product|GDP/i);
    });
  }

  test('Node.js: the dataset and a picture without a page', async () => {
    const home = await project('node');
    const { stdout } = await run(home, 'npm', ['start', '--silent']);
    assert.match(stdout, /^2022 target 12100000000 CNY .*: 121亿元$/m);
    const svg = await readFile(join(home, 'trade.svg'), 'utf8');
    assert.ok(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"'));
    for (const printed of ['3.44', '6.86', '11.2', '12.1']) assert.ok(svg.includes(`>${printed}</text>`), printed);
  });
});

/** Presses the button of a framework's page, and waits until another indicator is shown. */
async function pressed(driver) {
  const before = await driver.executeScript("return document.querySelector('output').textContent.trim()");
  await driver.executeScript("document.querySelector('button').click()");
  const after = await poll(driver, async () => {
    const table = document.querySelector('zone-table').shadowRoot.querySelector('table').textContent;
    const described = await document.querySelector('zone-chart').describe();
    return /Imports/.test(table + described) ? { missing: 'still the old indicator' } : { table, described };
  });
  return { before, after };
}
