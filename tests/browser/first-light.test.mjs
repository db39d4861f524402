// The way of a figure from the data to the page: painted where its mark is, printed in the table, refused in words.
import assert from 'node:assert/strict';
import { onPage } from './harness/index.mjs';

const BLUE = [17, 98, 174, 255];

/** The text of an element's shadow tree, hidden parts included. */
const inside = (page, selector) => page.run((selector) => document.querySelector(selector).shadowRoot.textContent, selector);

onPage('marks have their colours at their boxes', async (page) => {
  await page.run(async () => {
    document.body.innerHTML = '<canvas id="bare"></canvas>';
    const { init, renderChart } = await import('/pkg/index.js');
    await init();
    const canvas = document.querySelector('#bare');
    canvas.style.width = '640px';
    const handle = await renderChart(canvas, { kind: 'bar', indicator: 'trade', lang: 'en', theme: 'light' });
    window.marks = handle.marks();
    window.scale = canvas.width / canvas.getBoundingClientRect().width;
  });
  const marks = await page.run(() => window.marks);
  const scale = await page.run(() => window.scale);
  const pixels = await page.pixels('#bare');
  assert.equal(marks.length, 4);
  const at = (mark) => {
    const box = mark.box ?? mark;
    return pixels.at(Math.round((box.x + box.width / 2) * scale), Math.round((box.y + box.height / 2) * scale));
  };
  const solid = marks.filter((mark) => JSON.stringify(at(mark)) === JSON.stringify(BLUE));
  const ids = (list) => list.flatMap((mark) => mark.observations);
  // A full year's result is solid. The target is hollow: the page shines through. Parts of a year are hatched.
  assert.ok(ids(solid).includes('etdz-trade-2021'), 'the result of 2021 is solid');
  const target = marks.find((mark) => mark.observations.includes('etdz-trade-2022-target'));
  assert.notDeepEqual(at(target), BLUE, 'the target is hollow');
  const partial = marks.find((mark) => mark.observations.includes('etdz-trade-2017-01-08'));
  const box = partial.box ?? partial;
  const row = Array.from({ length: Math.floor(box.width * scale) - 8 }, (_, x) =>
    String(pixels.at(Math.round(box.x * scale) + 4 + x, Math.round((box.y + box.height / 2) * scale))),
  );
  assert.ok(new Set(row).size > 2, 'part of a year is hatched');
});

onPage('the table behind the canvas holds the printed figures in both languages', async (page) => {
  await page.show('<zone-chart kind="bar" indicator="trade" lang="zh"></zone-chart><zone-chart class="en" kind="bar" indicator="trade" lang="en"></zone-chart>');
  const [zh, en] = [await inside(page, 'zone-chart'), await inside(page, 'zone-chart.en')];
  for (const figure of ['34.4亿元', '68.6亿元', '112亿元', '121亿元', '预计', '目标']) assert.ok(zh.includes(figure), figure);
  for (const figure of ['CN¥11.2', 'CN¥6.86', '112亿元', 'estimated', 'target']) assert.ok(en.includes(figure), figure);
  assert.match(await page.run(() => document.querySelector('zone-chart').describe()), /112亿元/);
  await page.screenshot('trade-both-languages');
});

onPage('a bad attribute says so and harms nothing else', async (page) => {
  await page.show('<zone-chart class="bad" indicator="gpd" lang="en"></zone-chart><zone-card indicator="gdp" lang="en"></zone-card>');
  const [error] = await page.events('zone-error');
  assert.equal(error.detail.code, 'unknown-indicator');
  const message = await inside(page, 'zone-chart.bad');
  assert.ok(message.includes('gpd') && message.includes('gdp'), `names what was wrong and what may be meant: ${message}`);
  assert.ok((await inside(page, 'zone-card')).includes('31.719'));
  // Mended, it draws.
  await page.run(() => document.querySelector('.bad').setAttribute('indicator', 'gdp'));
  await page.until(async () => (await inside(page, 'zone-chart.bad')).includes('31.719'), 'the mended chart never drew');
});

onPage('every figure leads to its document, paragraph and printed form', async (page) => {
  await page.run(async () => {
    const { init, dataset } = await import('/pkg/index.js');
    await init();
    window.records = (await dataset()).observations({ indicator: 'trade' });
  });
  const records = await page.run(() => window.records);
  assert.ok(records.length >= 8);
  for (const { id, sources } of records) {
    assert.ok(sources.length > 0, id);
    for (const { source, paragraph, occurrence, figure } of sources) {
      assert.ok(source && paragraph > 0 && occurrence > 0 && figure.length > 0, id);
    }
  }
});

// Some engines have no window as narrow as a phone: the width is that of the column which the widgets stand in.
for (const width of [320, 1200]) {
  onPage(`chart and card fit a column of ${width} pixels`, async (page) => {
    await page.show('<main><zone-chart kind="bar" indicator="trade" lang="zh" controls></zone-chart><zone-card indicator="gdp" lang="en"></zone-card></main>');
    await page.run((width) => {
      document.querySelector('main').style.width = `${width}px`;
    }, width);
    const spare = () => page.run(() => {
      const main = document.querySelector('main');
      return main.clientWidth - Math.max(main.scrollWidth, ...[...main.children].map((child) => child.scrollWidth));
    });
    await page.until(async () => (await spare()) >= 0, `wider than a column of ${width} pixels`);
    // A canvas can be squeezed at once; the picture in it follows with its own redraw.
    const redrawn = () => page.run((width) => [...document.querySelectorAll('main > *')].every(({ shadowRoot }) => {
      const canvas = shadowRoot.querySelector('canvas');
      return Math.abs(canvas.width / devicePixelRatio - width) < 1;
    }), width);
    await page.until(redrawn, `never drawn anew for ${width} pixels`);
    await page.screenshot(`first-light-${width}`);
  });
}
