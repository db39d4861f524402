// What a pointer does: tooltips that nothing cuts off, the nearest mark, keys that switch, and a page that still scrolls.
import assert from 'node:assert/strict';
import { onPage } from './harness/index.mjs';

/** Moves a pointer over a widget's mark, or to an offset from its middle. */
const point = (page, selector, index, { dx = 0, dy = 0, type = 'pointermove', pointerType = 'mouse' } = {}) =>
  page.run(
    (selector, index, dx, dy, type, pointerType) => {
      const spot = document.querySelector(selector).shadowRoot.querySelectorAll('.spot[data-observations]')[index];
      const { left, top, width, height } = spot.getBoundingClientRect();
      const at = { clientX: left + width / 2 + dx, clientY: top + height / 2 + dy, bubbles: true, composed: true, cancelable: true, pointerType, detail: 1 };
      spot.dispatchEvent(new PointerEvent(type, at));
    },
    selector, index, dx, dy, type, pointerType,
  );

const tooltip = (page, selector) =>
  page.run((selector) => {
    const found = document.querySelector(selector).shadowRoot.querySelector('.tooltip');
    const { left, top, right, bottom } = found.getBoundingClientRect();
    const middle = document.querySelector(selector).shadowRoot.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return {
      open: !found.hidden,
      text: found.innerText,
      inView: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
      onTop: found.contains(middle),
    };
  }, selector);

const HOSTS = {
  'a host that hides what overflows': 'overflow: hidden; width: 240px; height: 320px',
  'a host that is turned and scaled': 'transform: scale(0.9) rotate(1deg); transform-origin: 0 0; overflow: hidden; width: 260px; height: 320px',
  'a host that contains its paint': 'contain: paint; width: 240px; height: 330px',
};
for (const [name, style] of Object.entries(HOSTS)) {
  onPage(`a tooltip stays whole and in view in ${name}`, async (page) => {
    await page.resize(320, 700);
    await page.show(`<div style="${style}"><zone-chart kind="bar" indicator="trade" lang="en"></zone-chart></div>`);
    for (let index = 0; index < 4; index += 1) {
      await point(page, 'zone-chart', index);
      const { open, inView, onTop, text } = await tooltip(page, 'zone-chart');
      assert.ok(open && inView && onTop, `mark ${index}: ${JSON.stringify({ open, inView, onTop })}`);
      for (const word of ['Value', 'Period', 'Status', 'Source']) assert.ok(text.includes(word), `${word} in ${text}`);
    }
    await page.screenshot(`tooltip-in-${name.replaceAll(' ', '-')}`);
  });
}

onPage('near a line its nearest point is meant, and one event says so', async (page) => {
  await page.show('<zone-chart kind="line" indicator="trade" lang="en"></zone-chart>');
  const count = await page.run(() => document.querySelector('zone-chart').shadowRoot.querySelectorAll('.spot[data-observations]').length);
  for (let index = 0; index < count; index += 1) {
    await point(page, 'zone-chart', index, { dx: 9, dy: -14 });
    await point(page, 'zone-chart', index, { dx: 8, dy: -13 });
  }
  const wanted = await page.run(() => [...document.querySelector('zone-chart').shadowRoot.querySelectorAll('.spot[data-observations]')].map(({ dataset }) => dataset.observations.split(' ')[0]));
  assert.deepEqual((await page.events('zone-focus')).map(({ detail }) => detail.observations[0]), wanted);
});

onPage('a mark and its relatives are lit, in one frame however often the pointer moves, and nothing is drawn anew', async (page) => {
  await page.show('<zone-chart kind="bar" indicator="trade" lang="en"></zone-chart>');
  const before = await page.view('zone-chart');
  const frames = await page.run(async () => {
    const { shadowRoot } = document.querySelector('zone-chart');
    const context = shadowRoot.querySelector('canvas').getContext('2d');
    const { clearRect } = context;
    let drawn = 0;
    context.clearRect = function count(...args) {
      drawn += 1;
      return clearRect.apply(this, args);
    };
    const changes = [];
    new MutationObserver((records) => changes.push(records.length)).observe(shadowRoot.querySelector('.overlay'), { subtree: true, attributes: true, childList: true });
    const spots = shadowRoot.querySelectorAll('.spot[data-observations]');
    for (let round = 0; round < 20; round += 1) {
      for (const spot of spots) {
        const { left, top, width, height } = spot.getBoundingClientRect();
        spot.dispatchEvent(new PointerEvent('pointermove', { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, composed: true, pointerType: 'mouse' }));
        await null;
      }
    }
    const early = changes.length;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    delete context.clearRect;
    const box = (element) => element.getBoundingClientRect();
    const around = (ring, spot) => box(ring).left <= box(spot).left && box(ring).right >= box(spot).right && box(ring).top <= box(spot).top;
    const rings = [...shadowRoot.querySelectorAll('.ring')];
    return { early, changes: changes.length, drawn, kinds: rings.map(({ className }) => className), own: around(rings.at(-1), [...spots].at(-1)) };
  });
  assert.equal(frames.early, 0, 'lit before the frame');
  assert.equal(frames.changes, 1, 'eighty moves, one change');
  assert.equal(frames.drawn, 0, 'nothing is drawn anew');
  assert.ok(frames.kinds.includes('ring pointed') && frames.own, JSON.stringify(frames));
  await page.until(async () => !(await page.view('zone-chart')).data.equals(before.data), 'nothing is seen of it');
});

onPage('keys of the legend switch their marks, and say so', async (page) => {
  await page.show('<zone-chart kind="bar" indicator="trade" lang="en"></zone-chart>');
  const marks = () => page.run(() => document.querySelector('zone-chart').shadowRoot.querySelectorAll('.spot[data-observations]').length);
  const said = () => page.run(() => document.querySelector('zone-chart').shadowRoot.querySelector('[role=status]').textContent);
  const press = () => page.run(() => document.querySelector('zone-chart').shadowRoot.querySelector('[data-legend=target]').click());
  assert.equal(await marks(), 4);
  await press();
  await page.until(async () => (await marks()) === 3);
  await page.until(async () => (await said()) === 'target: hidden', said);
  await press();
  await page.until(async () => (await marks()) === 4);
  await page.until(async () => (await said()) === 'target: shown', said);
});

onPage('a finger scrolls the page, its first tap shows, its second opens', async (page) => {
  await page.show('<zone-chart kind="bar" indicator="trade" lang="en"></zone-chart>');
  const action = await page.run(() => getComputedStyle(document.querySelector('zone-chart').shadowRoot.querySelector('.stage')).touchAction);
  assert.ok(action.includes('pan-y'), action);
  const cancelled = await page.run(() => {
    const spot = document.querySelector('zone-chart').shadowRoot.querySelector('.spot');
    return ['pointerdown', 'pointermove', 'touchstart', 'touchmove', 'wheel'].filter((type) => !spot.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true })));
  });
  assert.deepEqual(cancelled, [], 'nothing keeps the page from scrolling');
  const panel = () => page.run(() => !document.querySelector('zone-chart').shadowRoot.querySelector('.panel').hidden);
  await point(page, 'zone-chart', 2, { type: 'click', pointerType: 'touch' });
  assert.deepEqual([(await tooltip(page, 'zone-chart')).open, await panel()], [true, false]);
  await point(page, 'zone-chart', 2, { type: 'click', pointerType: 'touch' });
  await page.until(panel, 'no panel');
  await page.until(async () => !(await tooltip(page, 'zone-chart')).open, 'the tooltip stays in the way of the panel');
  assert.deepEqual((await page.events('zone-select')).map(({ detail }) => detail.observations[0]), ['etdz-trade-2021']);
});

onPage('a listener that cancels a selection keeps the panel closed; the selection is spoken instead', async (page) => {
  await page.show('<zone-chart kind="bar" indicator="trade" lang="en"></zone-chart>');
  await page.run(() => {
    const chart = document.querySelector('zone-chart');
    chart.addEventListener('zone-select', (event) => event.preventDefault());
    chart.shadowRoot.querySelectorAll('.spot')[2].click();
  });
  assert.ok(await page.run(() => document.querySelector('zone-chart').shadowRoot.querySelector('.panel').hidden));
  await page.until(() => page.run(() => document.querySelector('zone-chart').shadowRoot.querySelector('[role=status]').textContent === 'Selected: 2021'));
});
