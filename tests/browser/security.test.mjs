// The strictest policy that a page may have, and texts that would like to be more than text.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onPage } from './harness/index.mjs';
import { served } from './harness/server.mjs';
import { snippetSource } from './harness/snippets.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** As the documentation gives it, and Trusted Types without a single policy. */
const POLICY = `${snippetSource('policy.txt').replace(/^.*?:/, '').replace(/\s+/g, ' ').trim()}; trusted-types 'none'`;
assert.equal(
  POLICY,
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
);
const HOSTILE = '"><img src=x onerror=alert(1)><script>alert(1)</script>${alert(1)}';

/** Serves the package and pages of its own under the policy, and opens the first page. */
async function underPolicy(page, pages, work) {
  const folder = await mkdtemp(join(tmpdir(), 'zonestat-security-'));
  try {
    await cp(join(ROOT, 'pkg'), join(folder, 'pkg'), { recursive: true });
    await cp(join(ROOT, 'tests/browser/pages/events.js'), join(folder, 'events.js'));
    for (const [name, content] of Object.entries(pages)) await writeFile(join(folder, name), content);
    await served(
      folder,
      async (url) => {
        await page.open(`${url}/index.html`);
        await work(url);
      },
      undefined,
      { 'content-security-policy': POLICY },
    );
  } finally {
    await page.open('/tests/blank.html');
    await rm(folder, { recursive: true });
  }
}

const html = (body, script = '/pkg/auto.js') =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Strict</title>
   <script src="/events.js"></script><script type="module" src="${script}"></script><body>${body}</body></html>`;

for (const script of ['auto.js', 'inline.js']) {
  onPage(`everything works under the strictest policy: ${script}`, async (page) => {
    const body = `<zone-chart kind="bar" indicator="trade" controls></zone-chart><zone-chart indicator="nonsense"></zone-chart><zone-card indicator="gdp" controls></zone-card>
      <zone-table indicator="trade"></zone-table><zone-sources></zone-sources>`;
    await underPolicy(page, { 'index.html': html(body, `/pkg/${script}`) }, async () => {
      await page.until(async () => (await page.events('zone-ready')).length >= 3, 'three widgets draw');
      await page.until(async () => (await page.events('zone-error')).length === 1, 'one says why it cannot');
      const { colours } = await page.pixels('zone-chart');
      assert.ok(colours().size > 3);
      // Everything that a reader can press, in whatever state it leaves the widget; then marks, by keyboard.
      const did = await page.run(async () => {
        const pause = () => new Promise((resolve) => setTimeout(resolve, 60));
        HTMLAnchorElement.prototype.click = () => {}; // a download would ask where to
        const pressed = [];
        for (const widget of document.querySelectorAll('zone-chart, zone-card, zone-sources')) {
          const root = widget.shadowRoot;
          const items = () => [...root.querySelectorAll('[part=menu-item]')];
          for (let at = 0; at < items().length; at += 1) {
            const id = items()[at].dataset.item;
            items()[at].click();
            await pause();
            pressed.push(id);
            const entry = (item) => root.querySelector(`[part=menu-entry][data-item="${item}"]`);
            const seen = [...root.querySelectorAll('[part=menu-entry]')].filter((found) => found.checkVisibility());
            for (const item of seen.map(({ dataset }) => dataset.item)) {
              if (!entry(item)?.checkVisibility()) items()[at]?.click(); // the last one has closed the list
              entry(item)?.click();
              await pause();
              pressed.push(item);
            }
          }
        }
        const chart = document.querySelector('zone-chart');
        const root = chart.shadowRoot;
        chart.scrollIntoView();
        const [, mark] = root.querySelectorAll('.spot');
        mark.focus();
        const { left, top, width, height } = mark.getBoundingClientRect();
        const at = { clientX: left + width / 2, clientY: top + height / 2 };
        mark.dispatchEvent(new PointerEvent('pointermove', { ...at, bubbles: true, composed: true, pointerType: 'mouse' }));
        const said = () => root.querySelector('[part=tooltip]')?.innerText ?? '';
        for (let wait = 0; wait < 50 && !said(); wait += 1) await pause();
        const tooltip = said();
        mark.click();
        for (let wait = 0; wait < 50 && !root.querySelector('[part=panel]')?.textContent; wait += 1) await pause();
        const panel = root.querySelector('[part=panel]').textContent;
        const exported = [await chart.toSVG(), await chart.toCSV(), await chart.toJSONLD(), await chart.describe()].map(({ length }) => length);
        exported.push((await chart.toPNG()).size);
        return { pressed, exported, tooltip, panel };
      });
      assert.ok(did.pressed.length > 5, JSON.stringify(did.pressed));
      for (const size of did.exported) assert.ok(size > 100, JSON.stringify(did.exported));
      assert.match(did.tooltip, /CN¥/);
      assert.match(did.panel, /亿元/);
    });
  });
}

onPage('the page for frames keeps its own policy', async (page) => {
  await underPolicy(page, { 'index.html': '<!doctype html><title>x</title>' }, async (url) => {
    await page.open(`${url}/pkg/embed.html?show=card&indicator=gdp&lang=zh&onclick=alert(1)&style=color:red`);
    await page.until(() => page.run(() => Boolean(document.querySelector('zone-card')?.shadowRoot.querySelector('canvas')?.width)), 'no card');
    assert.deepEqual(await page.run(() => document.querySelector('zone-card').getAttributeNames().sort()), ['indicator', 'lang']);
  });
});

onPage('what attributes say is only ever text', async (page) => {
  const names = ['kind', 'indicator', 'entity', 'from', 'to', 'status', 'observation', 'period', 'variant', 'theme', 'lang', 'state', 'aria-label'];
  await page.run(async ({ names, hostile }) => {
    await import('/pkg/auto.js');
    window.alert = () => (window.attacked = true);
    for (const tag of ['zone-chart', 'zone-card', 'zone-table', 'zone-sources']) {
      for (const name of names) {
        const widget = document.createElement(tag);
        widget.setAttribute('indicator', 'gdp');
        widget.setAttribute('controls', '');
        widget.setAttribute(name, hostile);
        document.body.append(widget);
        widget.scrollIntoView();
      }
    }
  }, { names, hostile: HOSTILE });
  // Each is drawn when it comes into view.
  await page.run(async () => {
    for (const widget of document.querySelectorAll('body > *')) {
      widget.scrollIntoView();
      for (let wait = 0; wait < 200 && !window.zoneEvents.some(({ target }) => target === widget); wait += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  });
  await page.ready();
  const found = await page.run(() => ({
    attacked: Boolean(window.attacked),
    elements: [...document.querySelectorAll('body > *')].flatMap(({ shadowRoot }) => [...shadowRoot.querySelectorAll('img, script, iframe, [onerror], [onclick]')].length).filter(Boolean),
    shown: [...document.querySelectorAll('body > *')].some(({ shadowRoot }) => shadowRoot.textContent.includes('<img src=x')),
  }));
  assert.deepEqual(found, { attacked: false, elements: [], shown: true });
});

onPage('what a dataset says is only ever text, in the page and in what is taken away', async (page) => {
  const files = {};
  for (const name of await readdir(join(ROOT, 'data'))) {
    if (!/\.(csv|json)$/.test(name)) continue;
    files[name] = await readFile(join(ROOT, 'data', name), 'utf8');
  }
  // The zone's and the indicator's own names, in both languages, become an attack.
  const attack = '<img src=x onerror=alert(1)>';
  for (const name of ['entities.csv', 'indicators.csv', 'sources.csv']) {
    files[name] = files[name]
      .replaceAll('Dezhou Economic and Technological Development Zone', attack)
      .replaceAll('德州经济技术开发区', attack)
      .replaceAll('Imports and exports of goods', `${attack} goods`);
  }
  assert.ok(files['entities.csv'].includes(attack) && files['indicators.csv'].includes(attack));
  let picture;
  await underPolicy(
    page,
    { 'index.html': html('<zone-chart kind="bar" indicator="trade" controls dataset="/datapackage.json"></zone-chart><zone-table indicator="trade" dataset="/datapackage.json"></zone-table><zone-sources dataset="/datapackage.json"></zone-sources>'), ...files },
    async () => {
      await page.ready();
      assert.deepEqual(await page.events('zone-error'), []);
      const { texts, elements, svg } = await page.run(async () => {
        const widgets = [...document.querySelectorAll('body > *')].filter(({ shadowRoot }) => shadowRoot);
        return {
          texts: widgets.map(({ shadowRoot }) => shadowRoot.textContent).join(' '),
          elements: widgets.flatMap(({ shadowRoot }) => [...shadowRoot.querySelectorAll('img, script')]).length,
          svg: await widgets[0].toSVG(),
        };
      });
      assert.ok(texts.includes(attack), 'it is there, as text');
      assert.equal(elements, 0);
      picture = svg;
    },
  );
  // Parsed where no policy stands in the way.
  const parsed = await page.run(
    (svg) => new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll('parsererror, img, script').length,
    picture,
  );
  assert.equal(parsed, 0);
});
