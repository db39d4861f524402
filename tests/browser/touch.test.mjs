// One finger: a tap shows what a pointer sees by hovering, another opens the sources, and the page still scrolls.
import assert from 'node:assert/strict';
import { press as keys, touch } from './harness/hands.mjs';
import { require } from './harness/engines.mjs';
import { engine, onPage } from './harness/index.mjs';
import { CARDS, CHARTS, tag } from './harness/widgets.mjs';

const { Command, Name } = require('selenium-webdriver/lib/command');

const open = (page, id, part) => page.run((id, part) => {
  const found = document.getElementById(id).shadowRoot.querySelector(`[part=${part}]`);
  return !found.hidden && found.getClientRects().length > 0;
}, id, part);

/** The middle of a widget's mark in the view, and what it stands for. */
const mark = (page, id, index) => page.run((id, index) => {
  const marks = document.getElementById(id).shadowRoot.querySelectorAll('.spot[data-observations]');
  const box = marks[index].getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2, observations: marks[index].dataset.observations.split(' '), count: marks.length };
}, id, index);

const tip = (page, id) => page.run((id) => document.getElementById(id).shadowRoot.querySelector('[part=tooltip]').textContent, id);

onPage('a tap shows the tooltip, a second one the sources, one elsewhere closes both', async (page) => {
  await page.resize(390, 800);
  await page.show(`<p id="outside">Text above the chart</p>${tag('zone-chart', { id: 'chart', lang: 'en', ...CHARTS.bar })}`);
  // What a tap is, the engine says: a finger, not a mouse.
  await page.run(() => {
    window.kinds = new Set();
    addEventListener('pointerdown', ({ pointerType }) => window.kinds.add(pointerType), true);
  });
  const bar = await mark(page, 'chart', 2);
  await touch(page, bar);
  await page.until(() => open(page, 'chart', 'tooltip'), 'no tooltip after a tap');
  assert.deepEqual(await page.run(() => [...window.kinds]), ['touch']);
  assert.match(await tip(page, 'chart'), /11\.2/);
  assert.equal(await open(page, 'chart', 'panel'), false, 'the first tap opens nothing');
  const [told] = (await page.events('zone-focus')).slice(-1);
  assert.deepEqual(told.detail.observations, bar.observations);
  // It stays when the finger is gone, however late an engine says so, and lies inside the view.
  await page.run(() => document.getElementById('chart').shadowRoot.querySelector('.stage').dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'touch' })));
  await page.run(() => new Promise((resolve) => setTimeout(resolve, 400)));
  assert.equal(await open(page, 'chart', 'tooltip'), true, 'it stays');
  const box = await page.run(() => {
    const { left, right, top, bottom } = document.getElementById('chart').shadowRoot.querySelector('[part=tooltip]').getBoundingClientRect();
    return { left, right, top, bottom, width: innerWidth, height: innerHeight };
  });
  assert.ok(box.left >= 0 && box.top >= 0 && box.right <= box.width && box.bottom <= box.height, JSON.stringify(box));
  await page.screenshot('touch-tooltip');

  // Another mark: its own tooltip. The same again: its sources.
  const other = await mark(page, 'chart', 0);
  await touch(page, other);
  await page.until(async () => /3\.44/.test(await tip(page, 'chart')), 'the tooltip did not move');
  assert.equal(await open(page, 'chart', 'panel'), false);
  await touch(page, other);
  await page.until(() => open(page, 'chart', 'panel'), 'no sources after a second tap');
  assert.equal(await open(page, 'chart', 'tooltip'), false, 'one thing at a time');
  const [selected] = (await page.events('zone-select')).slice(-1);
  assert.deepEqual(selected.detail.observations, other.observations);
  await page.screenshot('touch-panel');

  const outside = await page.run(() => {
    const { left, top, height } = document.getElementById('outside').getBoundingClientRect();
    return { x: left + 40, y: top + height / 2 };
  });
  await touch(page, outside);
  await page.until(async () => !(await open(page, 'chart', 'panel')), 'the panel stays open');
  await touch(page, bar);
  await page.until(() => open(page, 'chart', 'tooltip'), 'no tooltip after the panel');
  await touch(page, outside);
  await page.until(async () => !(await open(page, 'chart', 'tooltip')), 'the tooltip stays open');
});

onPage('what a driver makes of a finger, on a page without widgets', async (page) => {
  await page.run(() => {
    document.body.innerHTML = '<button style="width: 200px; height: 200px">here</button>';
    window.kinds = [];
    for (const type of ['pointerdown', 'touchstart', 'click']) addEventListener(type, (event) => window.kinds.push(`${type} ${event.pointerType ?? ''}`.trim()), true);
  });
  const actions = [{ type: 'pointerMove', duration: 0, x: 60, y: 60, origin: 'viewport' }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
  await page.driver.execute(new Command(Name.ACTIONS).setParameter('actions', [{ type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions }]));
  await page.until(async () => (await page.run(() => window.kinds)).some((kind) => kind.startsWith('click')), 'nothing came of it');
  const kinds = await page.run(() => window.kinds);
  // Once WebKitGTK's driver has a finger, `touch` in harness/hands.mjs needs no events of its own.
  if (engine === 'webkit') assert.deepEqual(kinds, ['pointerdown mouse', 'click mouse'], 'the driver has learnt to touch');
  else assert.deepEqual(kinds, ['pointerdown touch', 'touchstart', 'click touch']);
});

onPage('a browser whose clicks do not say what pressed has taps all the same', async (page) => {
  await page.show(tag('zone-chart', { id: 'chart', lang: 'en', ...CHARTS.bar }));
  const press = async (pointerType, index) => {
    const { x, y } = await mark(page, 'chart', index);
    await page.run(dispatch, x, y, pointerType);
  };
  const dispatch = (x, y, pointerType) => {
    const spot = document.getElementById('chart').shadowRoot.elementFromPoint(x, y);
    const common = { clientX: x, clientY: y, bubbles: true, composed: true };
    spot.dispatchEvent(new PointerEvent('pointerdown', { ...common, pointerType }));
    spot.dispatchEvent(new MouseEvent('click', { ...common, detail: 1 }));
  };
  await press('mouse', 2);
  await page.until(() => open(page, 'chart', 'panel'), 'a mouse opens them at once');
  await keys(page, 'Escape');
  await page.until(async () => !(await open(page, 'chart', 'panel')), 'the panel stays open');
  await press('touch', 0);
  await page.until(() => open(page, 'chart', 'tooltip'), 'no tooltip after a tap');
  assert.equal(await open(page, 'chart', 'panel'), false, 'the first tap opens nothing');
  await press('touch', 0);
  await page.until(() => open(page, 'chart', 'panel'), 'no sources after a second tap');
});

onPage('panning and pinching are left to the browser, and no listener is in the way', async (page) => {
  await page.resize(390, 700);
  await page.show(`<div style="height: 200px"></div>${tag('zone-chart', { id: 'chart', lang: 'en', ...CHARTS.bar })}${tag('zone-card', { id: 'card', lang: 'en', ...CARDS.kpi })}<div style="height: 2000px"></div>`);
  // Every part that a finger may begin on leaves panning and pinching to the browser.
  const actions = await page.run(() => ['chart', 'card'].flatMap((id) => {
    const root = document.getElementById(id).shadowRoot;
    const above = (element) => [getComputedStyle(element).touchAction, ...(element.parentElement ? above(element.parentElement) : [])];
    return [...root.querySelectorAll('canvas, .spot')].map((element) => above(element).filter((action) => action !== 'auto').join(' | '));
  }));
  for (const action of new Set(actions)) {
    for (const one of action.split(' | ').filter((text) => text)) {
      assert.ok(one === 'manipulation' || (one.includes('pan-y') && one.includes('pinch-zoom')), `touch-action: ${one}`);
    }
  }
  await page.run(() => {
    window.prevented = [];
    for (const type of ['touchstart', 'touchmove', 'touchend', 'pointerdown', 'pointermove', 'wheel']) {
      addEventListener(type, (event) => {
        if (event.defaultPrevented) window.prevented.push(type);
      });
    }
    window.moved = 0;
    addEventListener('pointermove', () => (window.moved += 1), true);
  });
  const { x, y } = await mark(page, 'chart', 2);
  await touch(page, { x, y }, { x, y: y - 60 }, { x, y: y - 120 }, { x, y: y - 200 });
  await page.painted();
  assert.deepEqual(await page.run(() => window.prevented), [], 'nothing is taken from the browser');
  if (page.engine === 'chromium') {
    await page.until(async () => (await page.run(() => scrollY)) > 60, 'the page did not scroll');
    assert.equal(await open(page, 'chart', 'panel'), false, 'a scroll is no tap');
  }
  assert.deepEqual(await page.events('zone-select'), []);
});

onPage('a finger that moves up scrolls the page, on whichever part of a widget it begins', async (page) => {
  await page.resize(390, 700);
  await page.show(`<div style="height: 220px"></div>${tag('zone-chart', { id: 'chart', lang: 'en', ...CHARTS.bar })}${tag('zone-card', { id: 'card', lang: 'en', ...CARDS.kpi })}<div style="height: 2000px"></div>`);
  const parts = ['chart canvas', 'chart .spot[data-observations]', 'chart .spot[data-legend]', 'card canvas', 'card .spot[data-observations]'];
  for (const part of parts) {
    const { x, y, hit, from } = await page.run(async (part) => {
      const [id, what] = part.split(' ');
      const host = document.getElementById(id);
      scrollTo(0, scrollY + host.getBoundingClientRect().top - 200);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const { left, right, top, width, height } = host.shadowRoot.querySelector(what).getBoundingClientRect();
      // The upper right corner of both is bare canvas: the title leaves it free.
      const [x, y] = what === 'canvas' ? [right - 6, top + 6] : [left + width / 2, top + height / 2];
      return { x, y, hit: host.shadowRoot.elementFromPoint(x, y)?.matches(what), from: scrollY };
    }, part);
    assert.ok(hit, `the finger is on ${part}`);
    // Chromium makes gestures of a driver's touches: what `touch-action` forbids, or a listener takes, does not scroll.
    await touch(page, { x, y }, { x, y: y - 40 }, { x, y: y - 80 }, { x, y: y - 140 });
    await page.until(async () => (await page.run(() => scrollY)) > from + 60, `${part}: the page did not scroll`, 3000);
    for (const id of ['chart', 'card']) assert.equal(await open(page, id, 'panel'), false, `${part}: a scroll is no tap`);
  }
  assert.deepEqual(await page.events('zone-select'), []);
}, { skip: engine !== 'chromium' && 'this engine’s driver makes no gestures of touches; the test before reads what the engine is told' });

onPage('every mark and control can be hit by a finger', async (page) => {
  await page.resize(390, 1400);
  await page.show('<p>Text above</p>' + tag('zone-chart', { id: 'chart', lang: 'zh', controls: true, ...CHARTS.rows }) + tag('zone-card', { id: 'card', lang: 'zh', controls: true, ...CARDS.kpi }));
  // 24 CSS pixels are the least that WCAG asks for: no other mark lies nearer to a finger that means one.
  for (const id of ['chart', 'card']) {
    const { count } = await mark(page, id, 0);
    const places = [];
    for (let index = 0; index < count; index += 1) {
      const { x, y, observations } = await mark(page, id, index);
      for (const other of places) assert.ok(Math.hypot(other.x - x, other.y - y) >= 24, `${observations[0]} is too near to another`);
      places.push({ x, y });
      await touch(page, { x: 5, y: 5 }); // a tooltip may lie over the next mark
      await page.until(async () => !(await open(page, id, 'tooltip')), 'the tooltip stays open');
      await touch(page, { x, y });
      await page.until(async () => {
        const [told] = (await page.events('zone-focus')).filter((event) => event.id === id).slice(-1);
        return told?.detail.observations[0] === observations[0];
      }, `a finger on ${observations[0]} of ${id} misses it`, 5000);
    }
  }
  const small = await page.run(() => [...document.querySelectorAll('zone-chart, zone-card')].flatMap((widget) =>
    [...widget.shadowRoot.querySelectorAll('[part=menu-item]')].map((item) => item.getBoundingClientRect()).filter(({ width, height }) => width < 24 || height < 24)));
  assert.deepEqual(small, []);
});
