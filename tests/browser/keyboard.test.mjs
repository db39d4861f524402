// A walk through everything by keyboard alone. No test here touches a pointer or calls `click()`.
import assert from 'node:assert/strict';
import { focused, press } from './harness/hands.mjs';
import { onPage } from './harness/index.mjs';
import { CARDS, CHARTS, everything, showWall, tag } from './harness/widgets.mjs';

const WIDGETS = [...Object.keys(CHARTS), ...Object.keys(CARDS)];
/** A whole walk takes longer than most tests. */
const PATIENT = { timeout: 150_000 };
const between = (html) => `<button id="before">before</button>${html}<button id="after">after</button>`;
const start = (page) => page.run(() => document.getElementById('before').focus());
/** Runs in the page: something in the shadow tree of the widget with an id. */
const shadow = (page, id, what) => page.run((id, what) => {
  const found = document.getElementById(id).shadowRoot.querySelector(what);
  return found && { text: found.textContent.trim(), open: !found.hidden && found.getClientRects().length > 0 };
}, id, what);

onPage('each widget is one stop of the Tab key, forwards and backwards, and none holds the focus', async (page) => {
  await showWall(page, between(everything()));
  await start(page);
  const way = async (key) => {
    const stops = [];
    for (let step = 0; step <= WIDGETS.length; step += 1) {
      await press(page, key);
      const { id, host, role } = await focused(page);
      stops.push(role === 'group' ? host : id);
    }
    return stops;
  };
  assert.deepEqual(await way('Tab'), [...WIDGETS, 'after']);
  assert.deepEqual(await way('Shift+Tab'), [...WIDGETS].reverse().concat('before'));
}, PATIENT);

for (const [sort, specs] of [['chart', CHARTS], ['card', CARDS]]) {
  const widgets = Object.keys(specs);
  const tags = widgets.map((id) => tag(`zone-${sort}`, { id, ...specs[id], lang: 'en', theme: 'light' })).join('');
  onPage(`arrows go through every mark of a ${sort} in reading order, Home and End to its ends, and each has a focus mark`, async (page) => {
    await showWall(page, between(tags));
    await start(page);
    for (const id of widgets) {
      // What the rows of the table say in order is what the eye meets in order.
      const { rows, marks } = await page.run((id) => {
        const root = document.getElementById(id).shadowRoot;
        window.walked = [];
        root.addEventListener('focusin', ({ target }) => window.walked.push(target.dataset.observations?.split(' ')[0] ?? target.localName));
        root.host.scrollIntoView();
        const first = (list) => [...list].map((element) => element.dataset.observations.split(' ')[0]);
        return { rows: first(root.querySelectorAll('.tabular tbody tr[data-observations]')), marks: first(root.querySelectorAll('.spot[data-observations]')) };
      }, id);
      assert.ok(marks.length > 0, id);
      // The same in a ring: the whole in its middle, then its parts, clockwise.
      let place = 0;
      for (const mark of marks) {
        place = rows.indexOf(mark, place);
        assert.ok(place >= 0, `${id}: ${marks} in ${rows}`);
      }

      await press(page, 'Tab', ...marks.map(() => 'ArrowRight'));
      assert.deepEqual(await page.run(() => window.walked.filter((id) => id !== 'div')), marks, `${id}: by arrows`);
      const last = await focused(page);
      assert.equal(last.visible, true, id);

      // The ring is seen around that very mark, with at least 3:1 against what was there.
      const seen = await page.view(`#${id}`);
      const box = await page.run((id) => {
        const { left, top, width, height } = document.getElementById(id).shadowRoot.activeElement.getBoundingClientRect();
        return { left, top, width, height };
      }, id);
      await page.run((id) => document.getElementById(id).shadowRoot.querySelectorAll('.ring').forEach((ring) => (ring.style.visibility = 'hidden')), id);
      const still = await page.view(`#${id}`);
      await page.run((id) => document.getElementById(id).shadowRoot.querySelectorAll('.ring').forEach((ring) => (ring.style.visibility = '')), id);
      const ring = ringAround(box, still, seen);
      assert.ok(ring.inside >= ring.around, `${id}: no focus mark is seen: ${JSON.stringify(ring)}`);
      assert.ok(ring.outside < ring.inside, `${id}: the focus mark is elsewhere: ${JSON.stringify(ring)}`);

      // Home; nothing lies before the first; End; and out.
      await page.run(() => (window.walked.length = 0));
      await press(page, 'Home', 'ArrowLeft', 'End', 'Escape');
      const ends = marks.length > 1 ? [marks[0], marks.at(-1), 'div'] : ['div'];
      assert.deepEqual(await page.run(() => window.walked), ends, `${id}: Home, End, Escape`);
    }
    const told = await page.events('zone-focus');
    for (const id of widgets) assert.ok(told.some((event) => event.id === id && event.detail.observations.length > 0), `${id} tells the page`);
    await page.screenshot(`keyboard-${sort}`);
  }, PATIENT);
}

onPage('Enter opens the sources of a mark, and Escape brings the focus back to it', async (page) => {
  await showWall(page, between(tag('zone-chart', { id: 'chart', ...CHARTS.bar }) + tag('zone-card', { id: 'card', ...CARDS.kpi })));
  await start(page);
  for (const id of ['chart', 'card']) {
    await press(page, 'Tab', 'ArrowRight', 'ArrowRight');
    const mark = await focused(page);
    await press(page, 'Enter');
    await page.until(async () => (await shadow(page, id, '[part=panel]')).open, 'the panel never opened');
    const [selected] = (await page.events('zone-select')).slice(-1);
    assert.equal(selected.id, id);
    assert.deepEqual(selected.detail.observations, mark.observations);
    const dialog = await focused(page);
    assert.equal(dialog.role, 'dialog', 'the focus is in the panel');
    assert.ok(dialog.name.length > 0, 'which has a name');
    // Everything in it is reached, in the order in which it stands; the way out of it is open on both sides.
    const inside = await page.run((id) => document.getElementById(id).shadowRoot.querySelectorAll('[part=panel] button').length, id);
    assert.ok(inside >= 4);
    const seen = new Set();
    for (let step = 0; step < inside; step += 1) {
      await press(page, 'Tab');
      const stop = await focused(page);
      seen.add(stop.name);
      assert.equal(stop.tag, 'button');
      assert.ok(stop.visible);
    }
    assert.ok(seen.size >= 4, [...seen].join());
    await press(page, 'Escape');
    assert.equal((await shadow(page, id, '[part=panel]')).open, false, 'Escape closes it');
    assert.deepEqual((await focused(page)).observations, mark.observations, 'and the focus is back');
    await press(page, 'Space');
    assert.equal((await shadow(page, id, '[part=panel]')).open, true, 'the space bar does the same');
    await press(page, 'Tab', 'Enter');
    assert.deepEqual((await focused(page)).observations, mark.observations, 'by its button, too');
    await press(page, 'Escape');
  }
  // A panel that the focus has left does not stay over what comes next.
  await start(page);
  await press(page, 'Tab', 'ArrowRight', 'Enter');
  await page.until(async () => (await shadow(page, 'chart', '[part=panel]')).open, 'the panel never opened');
  await press(page, 'Shift+Tab', 'Shift+Tab');
  assert.equal((await focused(page)).id, 'before', 'there is a way back');
  assert.equal((await shadow(page, 'chart', '[part=panel]')).open, false, 'the panel does not outlast the focus');
});

onPage('the table is one key away, and the same key leads back', async (page) => {
  await showWall(page, between(tag('zone-chart', { id: 'chart', ...CHARTS.line })));
  await start(page);
  await press(page, 'Tab', 'ArrowRight', 't');
  const table = await focused(page);
  assert.equal(table.role, 'group');
  assert.equal(await page.run(() => document.getElementById('chart').shadowRoot.activeElement.querySelector('table') !== null), true);
  const size = () => page.run(() => document.getElementById('chart').shadowRoot.querySelector('table').getBoundingClientRect().height);
  assert.ok((await size()) > 60, 'it is seen');
  await press(page, 't');
  assert.equal(await page.run(() => document.getElementById('chart').shadowRoot.activeElement.getAttribute('part')), 'stage');
  await press(page, 'T', 'Escape', 'Tab');
  assert.equal((await focused(page)).id, 'after', 'Escape closes it, and the way on is open');
});

onPage('controls are one more stop: table, sources and every export, from menus that give the focus back', async (page) => {
  await showWall(page, between(tag('zone-chart', { id: 'chart', lang: 'en', controls: true, ...CHARTS.bar })));
  await page.run(() => {
    window.saved = [];
    HTMLAnchorElement.prototype.click = function () {
      window.saved.push(this.download);
    };
  });
  const item = async () => (await focused(page)).item;
  await start(page);
  await press(page, 'Tab', 'Tab');
  assert.equal(await item(), 'table');
  await press(page, 'ArrowRight');
  assert.equal(await item(), 'sources');
  await press(page, 'Enter');
  assert.equal(await item(), 'sources', 'a redrawn row keeps the focus');
  const sources = async () => (await shadow(page, 'chart', '[role=group].tabular:not(.unseen)'))?.open ?? false;
  assert.equal(await sources(), true, 'the documents are seen');
  await press(page, 'Enter');
  assert.equal(await sources(), false);
  await press(page, 'End');
  assert.equal(await item(), 'export');
  await press(page, 'Home');
  assert.equal(await item(), 'table');
  await press(page, 'ArrowLeft');
  assert.equal(await item(), 'export', 'the row is a circle');
  await press(page, 'Enter');
  const entries = await page.run(() => [...document.getElementById('chart').shadowRoot.querySelectorAll('[role=menuitem]')].map((entry) => entry.dataset.item));
  assert.ok(entries.length >= 6, entries.join());
  assert.equal(await item(), entries[0], 'the focus is in the menu');
  // The page may move under an open menu: it stays beside its button, and keeps the focus.
  const apart = () =>
    page.run(() => {
      const { shadowRoot } = document.getElementById('chart');
      const [menu, opener] = ['[role=menu]', '[data-item=export]'].map((part) => shadowRoot.querySelector(part).getBoundingClientRect());
      return Math.round(menu.top - opener.top);
    });
  const before = await apart();
  await page.run(() => {
    document.body.style.paddingTop = '30px';
    window.dispatchEvent(new Event('scroll'));
  });
  assert.equal(await item(), entries[0], 'a page that moves does not take the focus');
  assert.equal(await apart(), before);
  await page.run(() => document.body.style.removeProperty('padding-top'));
  const way = [];
  for (const entry of entries) {
    way.push(await item());
    assert.ok((await focused(page)).visible, entry);
    await press(page, 'ArrowDown');
  }
  assert.deepEqual(way, entries);
  await press(page, 'Escape');
  assert.equal(await item(), 'export', 'Escape gives it back');
  // Each entry works, and gives the focus back.
  for (let index = 0; index < entries.length; index += 1) {
    await press(page, 'Enter', ...Array(index).fill('ArrowDown'), 'Enter');
    await page.until(async () => (await item()) === 'export', `${entries[index]} keeps the focus`);
  }
  const files = entries.filter((entry) => entry.startsWith('save-'));
  await page.until(async () => (await page.run(() => window.saved.length)) === files.length, async () => `saved ${await page.run(() => window.saved)}`);
  const saved = await page.run(() => window.saved);
  for (const name of saved) assert.match(name, /Imports and exports.*\.(png|svg|csv|jsonld)$/);
  for (const kind of ['png', 'svg', 'csv', 'jsonld']) assert.ok(saved.some((name) => name.endsWith(`.${kind}`)), kind);
  // Tab in an open menu closes it and goes on.
  await press(page, 'Enter', 'Tab');
  assert.equal((await focused(page)).id, 'after');
  assert.equal((await shadow(page, 'chart', '[role=menu]')).open, false);
});

onPage('legend entries are switches after the marks: pressed, they take their marks away and bring them back', async (page) => {
  await showWall(page, between(tag('zone-chart', { id: 'chart', lang: 'en', ...CHARTS.bar })));
  await start(page);
  const marks = () => page.run(() => document.getElementById('chart').shadowRoot.querySelectorAll('.spot[data-observations]').length);
  const before = await marks();
  await press(page, 'Tab', 'End', 'ArrowRight');
  const entry = await focused(page);
  assert.equal(entry.role, 'switch');
  await press(page, 'Space');
  await page.until(async () => (await marks()) < before, 'nothing was taken away');
  const now = await focused(page);
  assert.equal(now.legend, entry.legend, 'the focus stays on the switch');
  assert.equal(await page.run(() => document.getElementById('chart').shadowRoot.activeElement.getAttribute('aria-checked')), 'false');
  await press(page, 'Space');
  await page.until(async () => (await marks()) === before, 'nothing came back');
  assert.equal((await focused(page)).legend, entry.legend);
});

onPage('columns of a table are sorted and its figures opened by keyboard', async (page) => {
  await showWall(page, between(tag('zone-table', { id: 'table', lang: 'en', indicator: 'trade' }) + tag('zone-sources', { id: 'sources', lang: 'en', indicator: 'trade' })));
  await start(page);
  const seen = { table: 0, sources: 0 };
  const sorts = new Set();
  for (let step = 0; step < 60; step += 1) {
    await press(page, 'Tab');
    const stop = await focused(page);
    if (stop.id === 'after') break;
    seen[stop.host] += 1;
    if (!sorts.has(stop.host) && (await page.run((id) => document.getElementById(id).shadowRoot.activeElement.closest('thead') !== null, stop.host))) {
      sorts.add(stop.host);
      await press(page, 'Enter');
      await page.until(() => page.run((id) => document.getElementById(id).shadowRoot.querySelector('[aria-sort]:not([aria-sort=none])') !== null, stop.host), `${stop.host} is not sorted`);
      assert.equal((await focused(page)).name, stop.name, 'the focus stays on the column');
    }
  }
  assert.equal((await focused(page)).id, 'after', `no way out: ${JSON.stringify(seen)}`);
  assert.deepEqual([...sorts], ['table', 'sources']);
});

/** How many pixels of the view stand out from what was there before, around a box and elsewhere. */
function ringAround(box, before, { data, width, scale, left, top }) {
  const light = (data, at) => {
    const [r, g, b] = [0, 1, 2].map((c) => {
      const share = data[at + c] / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  let [inside, outside] = [0, 0];
  for (let at = 0; at < data.length; at += 4) {
    if (data.readUInt32LE(at) === before.data.readUInt32LE(at)) continue;
    const [a, b] = [light(before.data, at), light(data, at)];
    if (Math.max(a, b) / Math.min(a, b) < 3) continue;
    const x = ((at / 4) % width) / scale + left - box.left;
    const y = Math.floor(at / 4 / width) / scale + top - box.top;
    if (x >= -8 && x <= box.width + 8 && y >= -8 && y <= box.height + 8) inside += 1;
    else outside += 1;
  }
  return { inside, outside, around: 2 * (Math.min(box.width, 20) + Math.min(box.height, 20)) };
}
