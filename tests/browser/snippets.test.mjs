// The code that the documentation gives to copy does what it says, as it is printed, in both languages. What needs a
// bundler or a framework is tried by tests/packaging/.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { onPage } from './harness/index.mjs';
import { startSite } from './harness/site-server.mjs';
import { SNIPPETS, snippet } from './harness/snippets.mjs';

const root = new URL('../../', import.meta.url);
const CHART = '<zone-chart kind="bar" indicator="trade" controls></zone-chart>';
const SCRIPT = '<script type="module" src="/zonestat/auto.js"></script>';
const MAP = '<script type="importmap">{"imports":{"zonestat":"/zonestat/index.js","zonestat/auto":"/zonestat/elements.js"}}</script>';

let server;
before(async () => {
  server = await startSite();
});
after(() => server.close());

/** A page of a test's own, in the language of the folder of the site. */
const bare = (folder, body, head = '') =>
  `<!doctype html><html lang="${folder ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

async function show(page, path, html) {
  server.pages.set(path, html);
  await page.driver.switchTo().defaultContent();
  await page.driver.get(`${server.url}/tests/frame.html`);
  await page.resize(1280, 900);
  await page.open(path);
}

/** Waits until as many widgets have drawn, and nothing went wrong. */
async function drawn(page, count, path) {
  const ready = () => page.run(() => window.zoneEvents.filter(({ type }) => type === 'zone-ready').length);
  await page.until(async () => (await ready()) >= count, async () => `${path}: ${await ready()} of ${count} have drawn; ${await page.errors()}`);
  assert.deepEqual(await page.errors(), [], path);
}

/** The paths of what the page has loaded. */
const loaded = (page) => page.run(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));

test('every snippet of the documentation is tried by some test', () => {
  const here = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
  const packaging = readdirSync(new URL('../packaging/', import.meta.url)).filter((name) => name.endsWith('.test.mjs'));
  const tests = [here('snippets.test.mjs'), here('security.test.mjs'), ...packaging.map((name) => here(`../packaging/${name}`))].join('\n');
  assert.deepEqual(SNIPPETS.filter((name) => !tests.includes(`'${name}'`)), []);
});

test('the snippet for Node.js runs as it is printed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zonestat-snippet-'));
  try {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(fileURLToPath(new URL('pkg/', root)), join(folder, 'node_modules/zonestat'));
    writeFileSync(join(folder, 'main.mjs'), snippet('start.html', 'node.mjs'));
    execFileSync(process.execPath, ['main.mjs'], { cwd: folder });
    assert.match(readFileSync(join(folder, 'trade.svg'), 'utf8'), /^<svg[\s\S]*12\.1[\s\S]*<\/svg>\s*$/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const theming = (name) => snippet('theming.html', name);
const PATIENT = { timeout: 120_000 };

test('what has no words in it is the same code in Chinese', () => {
  const common = { start: ['file.html', 'cms.html', 'import-map.html', 'linked.html', 'other-zone.html', 'events.js'], hosting: ['preload.html', 'integrity.html', 'cdn.js', 'offline.js'], theming: ['theme.css', 'growth.css', 'parts.css'], index: ['first.html'] };
  for (const [page, names] of Object.entries(common)) {
    for (const name of names) assert.equal(snippet(`zh/${page}.html`, name), snippet(`${page}.html`, name), name);
  }
});

for (const [folder, words] of [['', /billion/], ['zh/', /亿元/]]) {
  const language = folder ? 'Chinese' : 'English';
  const start = (name) => snippet(`${folder}start.html`, name);
  const hosting = (name) => snippet('hosting.html', name);

  onPage(`tags of the documentation draw as they are printed: ${language}`, async (page) => {
    const pages = {
      '/script-tag.html': [start('script-tag.html'), 2],
      '/npm.html': [bare(folder, `<script type="module">${start('npm.js')}</script><zone-card indicator="gdp"></zone-card>`, MAP), 1],
      '/fallback.html': [bare(folder, start('fallback.html') + SCRIPT), 1],
    };
    const common = {
      '/file.html': [bare(folder, start('file.html')), 1],
      '/cms.html': [bare(folder, start('cms.html')), 1],
      '/import-map.html': [bare(folder, start('import-map.html')), 1],
      '/first.html': [bare(folder, snippet('index.html', 'first.html')), 1],
      '/linked.html': [bare(folder, start('linked.html') + SCRIPT), 2],
      '/other-zone.html': [bare(folder, start('other-zone.html') + SCRIPT), 1],
      '/preload.html': [bare(folder, CHART, hosting('preload.html')), 1],
      '/integrity.html': [bare(folder, CHART, hosting('integrity.html').replace('https://your.site', '')), 1],
    };
    for (const [path, [html, count]] of Object.entries(folder ? pages : { ...pages, ...common })) {
      await show(page, path, html);
      await drawn(page, count, path);
      assert.match(await page.run(() => document.querySelector('zone-chart, zone-card').describe()), words, path);
      if (path === '/other-zone.html') assert.ok((await loaded(page)).includes('/data/observations.csv'));
    }
  }, PATIENT);

  onPage(`code of the documentation runs as it is printed: ${language}`, async (page) => {
    const code = start('code.js').replace('console.log(chart', 'window.said = [chart').replace(/\);\n\nconst gdp/, '];\n\nconst gdp');
    await show(page, '/code.html', bare(folder, `<canvas></canvas><script type="module">${code}</script>`, MAP));
    await page.until(() => page.run(() => window.said?.length > 0), 'the code never ran');
    assert.match(await page.run(() => window.said[0]), words);
    assert.ok((await page.pixels('canvas')).colours().size > 3);

    const frame = start('iframe.html').replace('https://your.site', '');
    await show(page, '/iframe.html', bare(folder, `${frame}<script>${start('heights.js')}</script>`));
    await page.until(() => page.run(() => parseFloat(document.querySelector('iframe').style.height) > 200), 'the frame has no height');
    const inside = await page.run(() => document.querySelector('iframe').contentDocument.querySelector('zone-chart').describe());
    assert.match(inside, words);
  }, PATIENT);
}

onPage('the WebAssembly from another address, and an ear for errors', async (page) => {
  const elsewhere = snippet('hosting.html', 'cdn.js').replace('https://static.your.site', '/uploads');
  await show(page, '/cdn.html', bare('', `${CHART}<script type="module">${elsewhere}</script>`, MAP));
  await drawn(page, 1, '/cdn.html');
  assert.deepEqual((await loaded(page)).filter((path) => path.endsWith('.wasm')), ['/uploads/zonestat_bg.wasm']);

  await show(page, '/events.html', bare('', `<script>window.warned = []; console.warn = (...said) => warned.push(said.slice(1).join(': '));${snippet('start.html', 'events.js')}</script><zone-chart indicator="nonsense"></zone-chart>${SCRIPT}`));
  await page.until(() => page.run(() => window.warned.length > 0), 'no event was heard');
  assert.match((await page.run(() => window.warned))[0], /^unknown-indicator: ./);
}, PATIENT);

onPage('style sheets of the documentation apply as they are printed', async (page) => {
  const look = () =>
    page.run(() => {
      const chart = document.querySelector('zone-chart');
      const item = chart.shadowRoot.querySelector('[part=menu-item]');
      const panel = chart.shadowRoot.querySelector('[part=panel]');
      return { picture: chart.shadowRoot.querySelector('canvas').toDataURL(), capitals: getComputedStyle(item).textTransform, corner: getComputedStyle(panel).borderRadius };
    });
  const growth = '<zone-card observation="etdz-trade-2021" variant="kpi"></zone-card>';
  const pages = { plain: '', theme: theming('theme.css'), growth: theming('growth.css'), parts: theming('parts.css') };
  const looks = {};
  for (const [name, sheet] of Object.entries(pages)) {
    await show(page, `/sheet-${name}.html`, bare('', CHART + growth + SCRIPT, `<style>${sheet}</style>`));
    await drawn(page, 2, name);
    looks[name] = { ...(await look()), card: await page.run(() => document.querySelector('zone-card').shadowRoot.querySelector('canvas').toDataURL()) };
  }
  assert.notEqual(looks.theme.picture, looks.plain.picture);
  assert.notEqual(looks.growth.card, looks.plain.card, 'growth has a colour');
  assert.deepEqual([looks.plain.capitals, looks.parts.capitals, looks.parts.corner], ['none', 'uppercase', '0px']);
}, PATIENT);

onPage('a hash that is not the file’s keeps it out', async (page) => {
  const tag = snippet('hosting.html', 'integrity.html').replace('https://your.site', '').replace(/sha384-...../, 'sha384-AAAAA');
  await show(page, '/forged.html', bare('', '<zone-chart indicator="trade"><p>11.2</p></zone-chart>', tag));
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.deepEqual(await page.run(() => [Boolean(customElements.get('zone-chart')), document.querySelector('p').checkVisibility()]), [false, true]);
  await page.errors(); // the browser says so
});

onPage('after one visit with the worker of the documentation, rare widgets work without a server, too', async (page) => {
  const site = await startSite();
  const { driver } = page;
  const shown = () =>
    driver.executeScript(() => {
      const canvas = document.querySelector('zone-chart')?.shadowRoot?.querySelector('canvas');
      return canvas?.toDataURL().length > 5000; // an empty picture takes a quarter of that
    });
  try {
    site.pages.set('/offline-worker.js', snippet('hosting.html', 'offline-worker.js'));
    site.pages.set('/index.html', bare('', `${CHART}${SCRIPT}<script>${snippet('hosting.html', 'offline.js')}</script>`));
    await driver.switchTo().defaultContent();
    await driver.get(`${site.url}/`);
    await page.until(shown, 'online, nothing is drawn');
    await driver.executeAsyncScript((done) => navigator.serviceWorker.ready.then(({ active }) => (active.state === 'activated' ? done() : active.addEventListener('statechange', () => done()))));
    site.close();

    await driver.get(`${site.url}/`);
    await page.until(shown, 'without a server, nothing is drawn');
    const said = await driver.executeAsyncScript((done) => {
      const chart = document.querySelector('zone-chart');
      chart.addEventListener('zone-ready', () => chart.toSVG().then((svg) => done([chart.kind, svg.length])));
      chart.addEventListener('zone-error', ({ detail }) => done(detail.message));
      Object.assign(chart, { kind: 'pipeline', indicator: '' });
    });
    assert.equal(said[0], 'pipeline', said);
    assert.ok(said[1] > 1000);
    await driver.executeAsyncScript((done) => navigator.serviceWorker.getRegistration().then((registration) => registration.unregister()).then(() => done()));
  } finally {
    site.close();
    await driver.get(`${server.url}/tests/frame.html`);
  }
}, PATIENT);
