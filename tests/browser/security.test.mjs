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

/** Texts that have been more than text somewhere. */
const ATTACKS = [
  HOSTILE,
  "javascript:alert(1)//'\"><svg/onload=alert(1)>",
  '</style></script></title><iframe srcdoc="<script>parent.alert(1)</script>">',
  '{{constructor.constructor("alert(1)")()}}<math><mtext></mtext><a href=javascript:alert(1)>x',
  '&lt;img src=x onerror=alert(1)&gt;\u202e]]><!--',
];
const WIDGETS = ['zone-chart', 'zone-card', 'zone-table', 'zone-sources'];
const ATTRIBUTES = ['kind', 'indicator', 'entity', 'from', 'to', 'status', 'observation', 'period', 'variant', 'theme', 'lang', 'dataset', 'publish', 'subscribe', 'state', 'controls', 'aria-label', 'aria-describedby', 'style', 'class', 'id'];

/** Runs in the page: what of the widgets is more than text, and which addresses they lead to. */
const moreThanText = () => {
  const inside = [...document.querySelectorAll('zone-chart, zone-card, zone-table, zone-sources')].flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('*') ?? [])]);
  return {
    attacked: Boolean(window.attacked),
    elements: inside.filter(({ localName }) => /^(img|script|iframe|svg|math|object|embed|base|link|meta)$/.test(localName)).map(({ outerHTML }) => outerHTML),
    handlers: inside.filter((element) => element.getAttributeNames().some((name) => name.startsWith('on'))).map(({ outerHTML }) => outerHTML),
    addresses: inside.filter((element) => /^\s*(?:javascript|data|vbscript):/i.test(element.getAttribute('href') ?? element.getAttribute('src') ?? '')).map(({ outerHTML }) => outerHTML),
  };
};
const NOTHING = { attacked: false, elements: [], handlers: [], addresses: [] };

onPage('what attributes say is only ever text, under Trusted Types', async (page) => {
  await underPolicy(page, { 'index.html': html('') }, async () => {
    for (const [attack, tag] of ATTACKS.flatMap((attack) => WIDGETS.map((tag) => [attack, tag]))) {
      const { shown, silent } = await page.run(
        async ({ tag, names, attack }) => {
          window.alert = () => (window.attacked = true);
          await customElements.whenDefined('zone-sources');
          const widgets = names.map((name) => {
            const widget = document.createElement(tag);
            widget.setAttribute('indicator', 'gdp');
            widget.setAttribute('controls', '');
            widget.setAttribute(name, attack);
            return widget;
          });
          document.body.replaceChildren(...widgets);
          const answered = (widget) => window.zoneEvents.some(({ target }) => target === widget);
          for (const widget of widgets) {
            widget.scrollIntoView();
            for (let wait = 0; wait < 250 && !answered(widget); wait += 1) await new Promise((resolve) => setTimeout(resolve, 20));
          }
          return {
            shown: widgets.some(({ shadowRoot }) => shadowRoot.textContent.includes(attack.slice(0, 8))),
            silent: widgets.filter((widget) => !answered(widget)).map(({ outerHTML }) => outerHTML.slice(0, 120)),
          };
        },
        { tag, names: ATTRIBUTES, attack },
      );
      assert.deepEqual(silent, [], 'each draws or says why it cannot');
      assert.ok(shown, `${attack} is shown as what it is`);
      assert.deepEqual(await page.run(moreThanText), NOTHING, `${tag} ${attack}`);
    }
    await page.errors(); // an address that is none is fetched in vain, and browsers say so
  });
}, { timeout: 120_000 });

/** The rows of a CSV file. */
function rowsOf(text) {
  const cells = text.matchAll(/("(?:[^"]|"")*"|[^,\n]*)(,|\n|$)/g);
  const rows = [[]];
  for (const [, cell, end] of cells) {
    rows.at(-1).push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}
const csvOf = (rows) => rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n') + '\n';

onPage('what a dataset says is only ever text, in the page and in what is taken away', async (page) => {
  const files = {};
  const attack = '"><img src=x onerror=alert(1)><script>alert(1)</script>';
  const attacked = [];
  for (const name of await readdir(join(ROOT, 'data'))) {
    if (!/\.(csv|json)$/.test(name)) continue;
    files[name] = await readFile(join(ROOT, 'data', name), 'utf8');
    if (!name.endsWith('.csv') || name === 'omissions.csv') continue;
    // Every cell of words, in both languages.
    const [head, ...rows] = rowsOf(files[name]);
    for (const row of rows) {
      for (const [column, title] of head.entries()) {
        if (!/_(zh|en|en_one|en_other)$/.test(title) || !row[column]) continue;
        row[column] += attack;
        attacked.push(`${name} ${title}`);
      }
    }
    files[name] = csvOf([head, ...rows]);
  }
  assert.ok(new Set(attacked).size > 15, [...new Set(attacked)].join());
  const widgets = ['<zone-chart kind="bar" indicator="trade" controls', '<zone-chart kind="pipeline"', '<zone-chart kind="nested"', '<zone-card indicator="gdp"', '<zone-table indicator="trade"', '<zone-sources'];
  const body = ['en', 'zh'].flatMap((lang) => widgets.map((tag) => `${tag} lang="${lang}" dataset="/datapackage.json"></${/zone-\w+/.exec(tag)[0]}>`)).join('');
  const taken = [];
  await underPolicy(page, { 'index.html': html(body), ...files }, async () => {
    await page.run(async () => {
      window.alert = () => (window.attacked = true);
      const widgets = [...document.querySelectorAll('body > *')].filter(({ localName }) => localName.startsWith('zone-'));
      for (const widget of widgets) {
        widget.scrollIntoView();
        for (let wait = 0; wait < 250 && !window.zoneEvents.some(({ target }) => target === widget); wait += 1) await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
    await page.ready();
    assert.deepEqual(await page.events('zone-error'), []);
    const seen = await page.run(async () => {
      const widgets = [...document.querySelectorAll('zone-chart, zone-card, zone-table, zone-sources')];
      const texts = [];
      const files = [];
      for (const widget of widgets) {
        const root = widget.shadowRoot;
        // The panel of a figure names entities, documents, notes and relations.
        const [press] = root.querySelectorAll('.spot, td button, [part=table] button');
        press?.click();
        if (widget.matches('zone-chart, zone-card')) {
          const panel = () => root.querySelector('[part=panel]')?.textContent ?? '';
          for (let wait = 0; wait < 150 && !panel(); wait += 1) await new Promise((resolve) => setTimeout(resolve, 20));
          files.push({ type: 'image/svg+xml', text: await widget.toSVG() });
        }
        texts.push(`${widget.localName} ${root.textContent}`);
      }
      return { texts, files };
    });
    for (const text of seen.texts) assert.ok(text.includes(attack), `it is there, as text: ${text.slice(0, 80)}`);
    assert.deepEqual(await page.run(moreThanText), NOTHING);
    taken.push(...seen.files);
  });
  // Parsed where no policy stands in the way.
  assert.ok(taken.length >= 8);
  for (const { type, text } of taken) {
    const found = await page.run(
      (text, type) => [...new DOMParser().parseFromString(text, type).querySelectorAll('parsererror, img, script, foreignObject')].map(({ localName }) => localName),
      text,
      type,
    );
    assert.deepEqual(found, []);
  }
});
