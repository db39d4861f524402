// The package loads in a page, and the harness sees what a page paints.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { onPage } from './harness/index.mjs';

const manifest = readFileSync(new URL('../../Cargo.toml', import.meta.url), 'utf8');

onPage('the package loads and knows its version', async (page) => {
  const version = await page.run(async () => {
    const zonestat = await import('/pkg/index.js');
    await zonestat.init();
    return typeof zonestat.version === 'function' ? zonestat.version() : zonestat.version;
  });
  assert.match(manifest, new RegExp(`^version = "${version}"$`, 'm'));
});

onPage('what a canvas shows is read back to the pixel', async (page) => {
  await page.run(() => {
    document.body.innerHTML = '<canvas width="40" height="30"></canvas>';
    const context = document.querySelector('canvas').getContext('2d');
    context.fillStyle = '#ff8000';
    context.fillRect(10, 0, 30, 30);
  });
  const pixels = await page.pixels('canvas');
  assert.deepEqual([pixels.width, pixels.height], [40, 30]);
  assert.deepEqual(pixels.at(5, 5), [0, 0, 0, 0]);
  assert.deepEqual(pixels.at(20, 20), [255, 128, 0, 255]);
  assert.equal(pixels.colours().get('ff8000ff'), 900);
  await page.screenshot('smoke');
});

for (const [width, height] of [
  [240, 600],
  [1600, 1200],
]) {
  onPage(`a view and its picture are ${width} pixels wide if that was asked for`, async (page) => {
    await page.resize(width, height);
    await page.run(() => {
      document.body.style = 'margin: 0; height: 100vh; background: linear-gradient(#fff 50%, #1060b0 50%)';
    });
    assert.deepEqual(await page.run(() => [innerWidth, innerHeight]), [width, height]);

    const picture = readFileSync(await page.screenshot(`view-${width}`), 'base64');
    const seen = await page.run(async (picture) => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      const colour = (y) => [...context.getImageData(canvas.width - 5, y, 1, 1).data];
      return { size: [image.width, image.height], top: colour(5), bottom: colour(canvas.height - 5) };
    }, picture);
    assert.deepEqual(seen, { size: [width, height], top: [255, 255, 255, 255], bottom: [16, 96, 176, 255] });
  });
}

onPage('what a page throws is known to the test', async (page) => {
  await page.run(() => {
    console.error('on purpose');
    return null;
  });
  assert.deepEqual(await page.errors(), ['on purpose']);
});

onPage('a chart and a card draw, and say so', async (page) => {
  await page.show('<zone-chart indicator="gdp"></zone-chart> <zone-card indicator="gdp"></zone-card>');
  assert.deepEqual((await page.events()).map(({ tag, type }) => `${tag} ${type}`).sort(), [
    'zone-card zone-ready',
    'zone-chart zone-ready',
  ]);
  for (const widget of ['zone-chart', 'zone-card']) {
    const { colours } = await page.pixels(widget);
    assert.ok(colours().size > 3, `${widget} painted more than its ground`);
  }
  await page.screenshot('chart-and-card');
});
