// What a widget must not cost: counted, because a machine that is busy makes every clock lie.
import assert from 'node:assert/strict';
import { engine, onPage } from './harness/index.mjs';

/** Work that was put off is done when this is over. */
const settled = (page) => page.run(() => new Promise((resolve) => setTimeout(resolve, 300)));

const counted = (page) => page.run(() => window.counted);

async function opened(page) {
  await page.open('/tests/counted.html');
  await page.ready();
  await settled(page);
  return counted(page);
}

onPage('the module is asked for before anything is made when a widget is in view', async (page) => {
  const { asked } = await opened(page);
  assert.deepEqual(asked[0], { file: '/pkg/zonestat_first.wasm', frames: 0, made: false });
});

onPage('nothing is asked for by widgets that are far below, or hidden', async (page) => {
  await page.open('/tests/counted.html?below');
  await settled(page);
  assert.deepEqual((await counted(page)).asked, []);
  await page.run(() => document.querySelector('zone-card').removeAttribute('hidden'));
  await page.until(async () => (await counted(page)).paintings > 0, 'it was not drawn when it came to light');
});

onPage('a widget is painted once until something changes', async (page) => {
  assert.equal((await opened(page)).paintings, 1);
});

onPage('a text that was measured is not measured again', async (page) => {
  const { measured } = await opened(page);
  assert.ok(measured > 0);
  await page.run(() => document.querySelector('zone-chart').setAttribute('theme', 'dark'));
  await page.until(async () => (await counted(page)).paintings === 2, 'it was never painted again');
  await settled(page);
  assert.equal((await counted(page)).measured, measured);
});

onPage('a change of twenty charts lays the page out once for all, and never their unseen tables', async (page) => {
  const metric = async (wanted) => {
    const { metrics } = await page.driver.sendAndGetDevToolsCommand('Performance.getMetrics', {});
    return metrics.find(({ name }) => name === wanted).value;
  };
  await page.show('<zone-chart lang="en" kind="bar" indicator="trade" style="position: absolute; inset: 0 auto auto 0; inline-size: 640px"></zone-chart>'.repeat(20));
  await page.ready();
  await settled(page);
  await page.driver.sendDevToolsCommand('Performance.enable', {});
  const before = await metric('LayoutCount');
  const { heights, seen } = await page.run(async () => {
    const charts = [...document.querySelectorAll('zone-chart')];
    const drawn = charts.map((chart) => new Promise((resolve) => chart.addEventListener('zone-ready', resolve, { once: true })));
    for (const chart of charts) chart.setAttribute('indicator', 'gdp');
    await Promise.all(drawn);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const cells = charts.map((chart) => chart.shadowRoot.querySelector('.unseen tbody td'));
    return { heights: new Set(charts.map((chart) => chart.offsetHeight)).size, seen: cells.filter((cell) => cell.checkVisibility({ contentVisibilityAuto: true })).length };
  });
  const layouts = (await metric('LayoutCount')) - before;
  await page.driver.sendDevToolsCommand('Performance.disable', {});
  assert.equal(heights, 1);
  assert.equal(seen, 0);
  assert.ok(layouts <= 6, `${layouts} layouts`);
}, { skip: engine !== 'chromium' && 'only Chromium counts its layouts' });

onPage('a chart that nobody is at keeps its words in the page alone', async (page) => {
  const chart = '<zone-chart lang="en" kind="bar" indicator="trade" style="position: absolute; inset: 0 auto auto 0; inline-size: 640px"></zone-chart>';
  const held = async () => {
    await settled(page);
    for (let time = 0; time < 3; time += 1) await page.driver.sendDevToolsCommand('HeapProfiler.collectGarbage', {});
    return (await page.driver.sendAndGetDevToolsCommand('Runtime.getHeapUsage', {})).usedSize;
  };
  await page.show(chart.repeat(40)); // what all have in common is there from then on
  await page.ready();
  const before = await held();
  const drawn = await page.run(async (charts) => {
    let count = 0;
    document.addEventListener('zone-ready', () => (count += 1));
    document.body.insertAdjacentHTML('beforeend', charts);
    for (const end = performance.now() + 20_000; count < 50 && performance.now() < end;) await new Promise((resolve) => setTimeout(resolve, 50));
    return count;
  }, chart.repeat(50));
  assert.equal(drawn, 50);
  const each = ((await held()) - before) / 50;
  assert.ok(each > 1000 && each < 11_000, `${each} bytes a chart`);
}, { skip: engine !== 'chromium' && 'only Chromium says what is on its heap' });

onPage('what a chart says is kept for a screenful of charts, and else composed once for a reader who comes to it', async (page) => {
  await opened(page);
  await page.run(() => (document.documentElement.style.overflowY = 'scroll')); // which may change the width, once
  await settled(page);
  const drawn = (await counted(page)).renditions + 12;
  await page.run((charts) => document.body.insertAdjacentHTML('beforeend', charts), '<zone-chart lang="en" kind="bar" indicator="gdp"></zone-chart>'.repeat(12));
  // Each comes near, one after another, and some go and come again as those above them grow.
  for (let at = 1; at <= 12; at += 1) {
    await page.run((at) => document.querySelectorAll('zone-chart')[at].scrollIntoView(), at);
    await page.until(() => page.run((at) => document.querySelectorAll('zone-chart')[at].shadowRoot.querySelector('[data-state=drawn]') !== null, at), `chart ${at} was not drawn`);
  }
  await settled(page);
  assert.equal((await counted(page)).renditions, drawn);
  const seen = [];
  for (const at of [12, 0, 12, 0]) {
    await page.run(async (at) => {
      const spots = [...document.querySelectorAll('zone-chart')[at].shadowRoot.querySelectorAll('.spot[data-observations]')];
      for (const spot of [...spots, ...spots]) {
        const { left, top, width, height } = spot.getBoundingClientRect();
        const place = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, composed: true, pointerType: 'mouse' };
        spot.dispatchEvent(new PointerEvent('pointermove', place));
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    }, at);
    seen.push((await counted(page)).renditions - drawn);
  }
  assert.deepEqual(seen, [0, 1, 1, 1]);
});
