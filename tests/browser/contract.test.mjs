// The names that other people's pages rely on: attributes, properties, events, the handle of a canvas.
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { onPage } from './harness/index.mjs';

const COMMON = ['theme', 'publish', 'subscribe'];
const SELECTION = ['kind', 'indicator', 'entity', 'from', 'to', 'status'];
const ATTRIBUTES = {
  'zone-chart': [...SELECTION, ...COMMON],
  'zone-card': ['observation', 'indicator', 'entity', 'period', 'variant', ...COMMON],
  'zone-table': [...SELECTION, ...COMMON],
  'zone-sources': [...SELECTION, ...COMMON],
};
const inside = (page, selector) => page.run((selector) => document.querySelector(selector).shadowRoot.querySelector('.root').innerText, selector);

onPage('properties mirror attributes, before and after the definition', async (page) => {
  const found = await page.run(async (attributes) => {
    const early = Object.assign(document.createElement('zone-chart'), { indicator: 'gdp', controls: true, state: 'kind=bar&lang=zh' });
    document.body.append(early);
    await import('/pkg/auto.js');
    const wrong = [];
    for (const [tag, names] of Object.entries(attributes)) {
      const element = document.createElement(tag);
      for (const name of names) {
        if (element[name] !== null) wrong.push(`${tag}.${name} is ${element[name]} at first`);
        element[name] = 'x';
        if (element.getAttribute(name) !== 'x') wrong.push(`${tag}.${name} sets no attribute`);
        element.setAttribute(name, 'y');
        if (element[name] !== 'y') wrong.push(`${tag}.${name} does not read its attribute`);
        element[name] = null;
        if (element.hasAttribute(name)) wrong.push(`${tag}.${name} = null keeps the attribute`);
      }
      element.controls = true;
      if (!element.hasAttribute('controls')) wrong.push(`${tag}.controls`);
      element.dataset = '/data/datapackage.json';
      if (element.getAttribute('dataset') !== '/data/datapackage.json') wrong.push(`${tag}.dataset`);
      element.dataset = null;
      if (element.hasAttribute('dataset')) wrong.push(`${tag}.dataset = null`);
    }
    return { wrong, early: [early.getAttribute('indicator'), early.hasAttribute('controls'), early.getAttribute('state')] };
  }, ATTRIBUTES);
  assert.deepEqual(found, { wrong: [], early: ['gdp', true, 'kind=bar&lang=zh'] });
  await page.ready();
  assert.match(await inside(page, 'zone-chart'), /保存或复制/);
});

onPage('language, theme and controls change on a living widget', async (page) => {
  await page.show('<section lang="zh"><zone-chart kind="bar" indicator="trade"></zone-chart></section>');
  const root = (read) => page.run((read) => document.querySelector('zone-chart').shadowRoot.querySelector('.root').getAttribute(read), read);
  assert.equal(await root('lang'), 'zh-Hans');
  await page.run(() => document.querySelector('section').setAttribute('lang', 'en-GB'));
  await page.until(async () => (await root('lang')) === 'en', 'the language of an ancestor');
  await page.run(() => {
    document.querySelector('zone-chart').lang = 'zh-CN';
  });
  await page.until(async () => (await root('lang')) === 'zh-Hans', 'its own language');
  const light = (await page.pixels('zone-chart')).colours();
  await page.run(() => {
    document.querySelector('zone-chart').theme = 'dark';
  });
  await page.until(async () => (await root('data-theme')) === 'dark');
  await page.until(async () => !isDeepStrictEqual([...(await page.pixels('zone-chart')).colours()], [...light]), 'never drawn for the dark');
  const toolbar = () => page.run(() => !document.querySelector('zone-chart').shadowRoot.querySelector('.toolbar').hidden);
  assert.equal(await toolbar(), false);
  for (const on of [true, false]) {
    await page.run((on) => {
      document.querySelector('zone-chart').controls = on;
    }, on);
    await page.until(async () => (await toolbar()) === on, `controls = ${on}`);
  }
});

onPage('another dataset is drawn by its address', async (page) => {
  await page.show('<zone-chart kind="bar" indicator="trade" lang="en" dataset="/data/datapackage.json" publish="desk"></zone-chart><zone-card indicator="gdp" lang="en" dataset="/data/datapackage.json"></zone-card><zone-table indicator="gdp" dataset="/data/nothing-here.json" lang="en"></zone-table>');
  const errors = await page.events('zone-error');
  assert.deepEqual(errors.map(({ tag, detail }) => [tag, detail.code]), [['zone-table', 'dataset-failed']]);
  assert.equal((await page.events('zone-ready')).length, 2);
  await page.run(() => document.querySelector('zone-chart').shadowRoot.querySelector('.spot').click());
  await page.until(() => page.run(() => /Printed in/i.test(document.querySelector('zone-chart').shadowRoot.querySelector('.panel').innerText)), 'no panel');
  await page.errors(); // the missing file is logged by the browser
});

onPage('a handle draws, changes, is resized and leaves nothing', async (page) => {
  const found = await page.run(async () => {
    const { init, renderChart, renderCard } = await import('/pkg/index.js');
    await init();
    document.body.innerHTML = '<div style="width: 600px"><canvas id="a"></canvas></div><canvas id="b" width="300"></canvas>';
    const [a, b] = document.querySelectorAll('canvas');
    const chart = renderChart(a, { kind: 'bar', indicator: 'trade', lang: 'en' });
    const marks = chart.marks();
    const wide = a.clientWidth;
    a.parentElement.style.width = '400px';
    chart.resize();
    const narrow = a.clientWidth;
    chart.update({ indicator: 'gdp' });
    const updated = chart.marks().flatMap(({ observations }) => observations);
    let code;
    try {
      chart.update({ kind: 'pie' });
    } catch (error) {
      code = error.code;
    }
    const kept = chart.marks().length;
    const card = renderCard(b, { indicator: 'gdp', lang: 'zh' });
    const said = card.describe();
    const csv = card.toCSV();
    const svg = card.toSVG();
    const png = (await card.toPNG({ scale: 1 })).type;
    card.destroy();
    chart.destroy();
    const ink = b.getContext('2d').getImageData(0, 0, b.width, b.height).data.some((byte) => byte > 0);
    return { marks, wide, narrow, updated, code, kept, said, csv, svg, png, ink, left: [b.width, a.style.width] };
  });
  assert.equal(found.marks.length, 4);
  for (const { x, y, width, height, observations } of found.marks) {
    assert.ok(x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 600 && observations.length > 0);
  }
  assert.deepEqual([found.wide, found.narrow], [600, 400]);
  assert.ok(found.updated.includes('etdz-gdp-2021') && !found.updated.includes('etdz-trade-2021'));
  assert.equal(found.code, 'bad-attribute');
  assert.ok(found.kept > 0, 'what cannot be drawn leaves the last drawing in place');
  assert.match(found.said, /317\.19亿元/);
  assert.match(found.csv, /etdz-gdp-2021,/);
  assert.match(found.svg, /^<svg/);
  assert.equal(found.png, 'image/png');
  assert.deepEqual([found.ink, found.left], [false, [300, '']]);
});
