// What a widget must not cost: counted, because a machine that is busy makes every clock lie.
import assert from 'node:assert/strict';
import { onPage } from './harness/index.mjs';

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
