// Both READMEs, followed word for word by somebody who has nothing yet.
import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, test } from 'node:test';
import { served } from '../browser/harness/server.mjs';
import { cleanUp, emptyFolder, EXAMPLES, ROOT } from './harness/project.mjs';
import { published } from './harness/registry.mjs';
import { run } from './harness/run.mjs';
import { closeBrowsers, visitAnyhow } from './harness/visit.mjs';

after(async () => {
  await closeBrowsers();
  await cleanUp();
});

/** The code that a README gives, in its order. */
async function blocksOf(path, languages) {
  const text = await readFile(path, 'utf8');
  const blocks = [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, language, code]) => ({ language, code }));
  assert.deepEqual(blocks.map(({ language }) => language), languages, `the code of ${path} has changed: try it here`);
  return { text, blocks: blocks.map(({ code }) => code) };
}

const page = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"></head><body>${body}</body></html>`;
const AUTO = '<script type="module" src="node_modules/zonestat/auto.js"></script>';
const MAP = '<script type="importmap">{"imports":{"zonestat":"./node_modules/zonestat/index.js"}}</script>';

/** Runs in the page: every chart and card has pixels, every table rows. */
const drawn = `() => {
  const colours = (canvas) => canvas?.width ? new Set(new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size : 0;
  const all = [...document.querySelectorAll('zone-chart, zone-card, zone-table')];
  const missing = all.filter(({ localName, shadowRoot }) => localName === 'zone-table' ? !shadowRoot?.querySelector('td') : colours(shadowRoot?.querySelector('canvas')) < 4);
  return all.length > 0 && missing.length === 0 ? { widgets: all.length } : { missing: missing.map(({ outerHTML }) => outerHTML).join() || 'no widget' };
}`;
const count = (driver) => driver.executeScript("return { widgets: document.querySelectorAll('zone-chart, zone-card, zone-table').length }");

function expectFine({ errors, foreign, widgets }, number) {
  assert.deepEqual([errors, foreign, widgets], [[], [], number]);
}

test('the README of the package, in an empty folder: every block of code', async (t) => {
  const { text, blocks } = await blocksOf(join(ROOT, 'pkg/README.md'), ['sh', 'html', 'html', 'js', 'html', 'js', 'html', 'js']);
  const [install, whole, classic, bundled, fallback, code, frame, heights] = blocks;
  const home = await emptyFolder('readme');
  const began = performance.now();
  await published((env) => run(home, 'sh', ['-c', install], { env }));
  await writeFile(join(home, 'index.html'), whole);
  await writeFile(join(home, 'favicon.ico'), '');
  const look = (name) => served(home, (url) => visitAnyhow(`${url}/${name}`, { until: drawn, more: count }));
  expectFine(await look('index.html'), 2);
  t.diagnostic(`from the empty folder to the first chart: ${((performance.now() - began) / 1000).toFixed(1)} s`);

  // Under the policy that it names.
  const policy = /`(default-src 'none';[^`]*)`/.exec(text)[1].replace(/\s+/g, ' ');
  await served(
    home,
    async (url) => expectFine(await visitAnyhow(`${url}/index.html`, { until: drawn, more: count }), 2),
    undefined,
    { 'content-security-policy': `${policy}; img-src 'self'` },
  );

  await writeFile(join(home, 'classic.html'), page(`${classic}<zone-chart indicator="trade"></zone-chart>`));
  expectFine(await visitAnyhow(pathToFileURL(join(home, 'classic.html')).href, { until: drawn, more: count }), 1);

  assert.equal(bundled, await readFile(join(EXAMPLES, 'vite/main.js'), 'utf8'), 'each bundler is tried with this line');

  await writeFile(join(home, 'fallback.html'), page(fallback + AUTO));
  expectFine(await look('fallback.html'), 1);

  await writeFile(join(home, 'main.mjs'), code);
  const { stdout } = await run(home, 'node', ['main.mjs']);
  assert.match(stdout, /etdz-gdp-2021[\s\S]*CN¥[\s\S]*<svg/);
  await writeFile(join(home, 'code.html'), page(`${MAP}<script type="module">${code}; document.title = chart.describe();</script>`));
  const told = `() => (document.title ? { said: document.title } : { missing: 'the code did not run' })`;
  const { said, errors } = await served(home, (url) =>
    visitAnyhow(`${url}/code.html`, { until: told, more: async (driver) => ({ said: await driver.getTitle() }) }),
  );
  assert.match(said, /CN¥/);
  assert.deepEqual(errors, []);

  await writeFile(join(home, 'frame.html'), page(`${frame}<script>${heights}</script>`));
  const high = `() => (parseFloat(document.querySelector('iframe').style.height) > 200 ? {} : { missing: 'the frame has no height' })`;
  await served(home, (url) => visitAnyhow(`${url}/frame.html`, { until: high, more: async () => ({}) }));
});

test('the README of the repository: what it shows to write', async () => {
  const { text, blocks } = await blocksOf(join(ROOT, 'README.md'), ['sh', 'html', 'html', 'js', 'html']);
  const [commands, tag, linked, code, preload] = blocks;
  const { stdout } = await run(ROOT, 'cargo', ['xtask', '--help']);
  for (const [, command] of commands.matchAll(/cargo xtask (\w+)/g)) assert.match(stdout, new RegExp(`^ +${command} `, 'm'));
  for (const [, path] of text.matchAll(/\]\(((?!http)[^)]+)\)/g)) await readFile(join(ROOT, path));

  const home = await emptyFolder('your.site');
  await cp(join(ROOT, 'pkg'), join(home, 'zonestat'), { recursive: true });
  const own = (html) => html.replaceAll('https://your.site/', '');
  const map = MAP.replace('node_modules/', '');
  const auto = AUTO.replace('node_modules/', '');
  await writeFile(join(home, 'tag.html'), page(own(preload) + own(tag)));
  await writeFile(join(home, 'linked.html'), page(linked + auto));
  await writeFile(join(home, 'code.html'), page(`${map}<canvas></canvas><script type="module">${code}; document.title = handle.describe();</script>`));
  await served(home, async (url) => {
    const { requests, ...seen } = await visitAnyhow(`${url}/tag.html`, { until: drawn, more: count });
    expectFine(seen, 2);
    assert.equal(requests.filter((address) => address.endsWith('zonestat_first.wasm')).length, 1, 'what was preloaded is not asked for again');
    expectFine(await visitAnyhow(`${url}/linked.html`, { until: drawn, more: count }), 3);
    const { said } = await visitAnyhow(`${url}/code.html`, {
      until: `() => (document.title ? {} : { missing: 'the code did not run' })`,
      more: async (driver) => ({ said: await driver.getTitle() }),
    });
    assert.match(said, /CN¥/);
  });
});
