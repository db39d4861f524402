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

for (const [kind, indicator] of [['line', 'trade'], ['bar', 'trade'], ['timeline', '']]) {
  for (const width of [320, 800]) {
    onPage(`a tooltip covers neither its mark nor what is written to it: ${kind}, ${width} pixels`, async (page) => {
      await page.resize(width, 900);
      await page.show(`<div style="height: 300px"></div><zone-chart kind="${kind}" indicator="${indicator}" lang="en"></zone-chart>`);
      // The same drawing with real text, over the canvas: it says where each label is.
      const labels = await page.run(async () => {
        const chart = document.querySelector('zone-chart');
        const layer = document.body.appendChild(document.createElement('div'));
        layer.innerHTML = await chart.toSVG();
        const { left, top } = chart.shadowRoot.querySelector('canvas').getBoundingClientRect();
        layer.style = `position: absolute; left: ${left + window.scrollX}px; top: ${top + window.scrollY}px`;
        const found = [...layer.querySelectorAll('text')].map((text) => {
          const box = text.getBoundingClientRect();
          return { text: text.textContent, left: box.left, top: box.top, right: box.right, bottom: box.bottom };
        });
        layer.remove();
        return found;
      });
      const own = kind === 'timeline'
        ? [[2, 'June 2017'], [2, 'Provincial honour for talent work'], [0, 'Founded']]
        : [[0, '3.44'], [1, '6.86'], [2, '11.2'], [3, '12.1']];
      for (const [index, text] of own) {
        await point(page, 'zone-chart', index);
        await page.until(async () => (await tooltip(page, 'zone-chart')).open, 'no tooltip');
        const [tip, mark] = await page.run((index) => {
          const { shadowRoot } = document.querySelector('zone-chart');
          return [shadowRoot.querySelector('.tooltip'), shadowRoot.querySelectorAll('.spot[data-observations]')[index]].map((element) => {
            const { left, top, right, bottom } = element.getBoundingClientRect();
            return { left, top, right, bottom };
          });
        }, index);
        const [label] = labels.filter((one) => one.text === text);
        assert.ok(label, `${text} is drawn: ${labels.map((one) => one.text)}`);
        const apart = (box) => tip.bottom <= box.top + 1 || tip.top >= box.bottom - 1 || tip.right <= box.left + 1 || tip.left >= box.right - 1;
        assert.ok(apart(mark), `mark ${index} is covered: ${JSON.stringify({ tip, mark })}`);
        assert.ok(apart(label), `${text} is covered: ${JSON.stringify({ tip, label })}`);
      }
    });
  }
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

onPage('the others of a series are lit with a mark, and no text is drawn again for it', async (page) => {
  await page.show('<zone-chart kind="bar" indicator="trade gdp" lang="en"></zone-chart>');
  const { texts, frames, rings, boxes, related } = await page.run(async () => {
    const { shadowRoot } = document.querySelector('zone-chart');
    let texts = 0;
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function count(...args) {
      texts += 1;
      return fillText.apply(this, args);
    };
    const spots = [...shadowRoot.querySelectorAll('.spot[data-observations]')];
    const move = (spot) => {
      const { left, top, width, height } = spot.getBoundingClientRect();
      spot.dispatchEvent(new PointerEvent('pointermove', { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, composed: true, pointerType: 'mouse' }));
    };
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    let frames = 0;
    let seen = '';
    for (let round = 0; round < 20; round += 1) for (const spot of spots) move(spot);
    move(spots[0]);
    for (let n = 0; n < 5; n += 1) {
      const now = shadowRoot.querySelector('.overlay').innerHTML;
      if (now !== seen) frames += 1;
      seen = now;
      await frame();
    }
    CanvasRenderingContext2D.prototype.fillText = fillText;
    const box = (element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { left, top, width, height };
    };
    return {
      texts,
      frames,
      rings: [...shadowRoot.querySelectorAll('.ring')].map((ring) => ({ kind: ring.className, ...box(ring) })),
      boxes: spots.map(box),
      related: spots.map(({ dataset }) => dataset.observations.split(' ')[0].split('-')[1]),
    };
  });
  assert.equal(texts, 0, 'a pointer draws nothing anew');
  assert.ok(frames <= 2, `${frames} states for as many moves`);
  const around = (ring, box) => ring.left <= box.left && ring.top <= box.top && ring.left + ring.width >= box.left + box.width && ring.width < box.width + 12;
  const [pointed] = rings.filter(({ kind }) => kind === 'ring pointed');
  assert.ok(around(pointed, boxes[0]), JSON.stringify([pointed, boxes[0]]));
  // Its relatives are the others of its series, and nothing else.
  const lit = boxes.map((box, index) => (rings.some((ring) => ring.kind === 'ring related' && around(ring, box)) ? index : -1)).filter((index) => index >= 0);
  assert.deepEqual(lit, related.map((name, index) => (index > 0 && name === related[0] ? index : -1)).filter((index) => index >= 0));
  assert.ok(lit.length > 0, 'it has relatives');
});

onPage('on a ring the slice under the pointer is meant, wherever its box ends', async (page) => {
  await page.show('<zone-chart kind="donut" indicator="trade" lang="en"></zone-chart>');
  const told = await page.run(async () => {
    const chart = document.querySelector('zone-chart');
    const spots = [...chart.shadowRoot.querySelectorAll('.spot[data-observations]')];
    const middle = (spot) => {
      const { left, top, width, height } = spot.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    };
    const centre = middle(spots[0]); // the whole, in the hole
    const exports = middle(spots[1]);
    const radius = Math.hypot(exports.x - centre.x, exports.y - centre.y);
    const told = [];
    chart.addEventListener('zone-focus', ({ detail }) => told.push(detail.observations[0] ?? 'none'));
    for (const degrees of [4, 90, 180, 222, 234, 270, 356, 4]) {
      const [x, y] = [centre.x + radius * Math.sin((degrees * Math.PI) / 180), centre.y - radius * Math.cos((degrees * Math.PI) / 180)];
      chart.shadowRoot.elementFromPoint(x, y).dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y, bubbles: true, composed: true, pointerType: 'mouse' }));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      told.push(degrees);
    }
    return told;
  });
  // 63.4 % are 228 degrees.
  const [part, other] = ['etdz-exports-2017-01-08', 'etdz-imports-2017-01-08'];
  assert.deepEqual(told, [part, 4, 90, 180, 222, other, 234, 270, 356, part, 4]);
});

onPage('a tooltip has value, unit, period, status, growth with its basis, rank, source and note', async (page) => {
  await page.show('<zone-chart kind="bar" indicator="trade" lang="en"></zone-chart>');
  await point(page, 'zone-chart', 2);
  const rows = () => page.run(() => [...document.querySelector('zone-chart').shadowRoot.querySelectorAll('.tooltip .row')].map((row) => [...row.children].map(({ textContent }) => textContent.replaceAll('\u00a0', ' '))));
  assert.deepEqual(await rows(), [
    ['Value', 'CN¥11.2 billion'],
    ['Period', '2021'],
    ['Status', 'actual'],
    ['Year on year', 'up 19.2% year on year; the source does not state the price basis'],
    ['Rank', '2nd in Dezhou'],
    ['Source', 'Feature on the zone (2022), paragraph 30'],
  ]);
  await page.show('<zone-chart kind="timeline" lang="en"></zone-chart>');
  await point(page, 'zone-chart', 0);
  // Something that happened did so in its year, not "as of" it.
  assert.deepEqual((await rows()).slice(0, 2), [['Value', '1998'], ['Period', '1998']]);
  assert.equal(await page.run(() => document.querySelector('zone-chart').shadowRoot.querySelector('.tooltip .tip-note').textContent), 'The source says that construction began.');

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
