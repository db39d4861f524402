// A contender that paints nothing would win everything: each must have painted the picture before it is measured.
import { open } from './browser.mjs';
import { bars, dense, donut, line } from '../pages/pictures.js';

/** How much ink a contender may lay down beside raw canvas. */
const LEAST = 0.5;
const MOST = 2;

/** Remembers every text that a page writes on a canvas. */
const LISTEN = `
  window.written = new Set();
  for (const name of ['fillText', 'strokeText']) {
    const own = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (text, ...rest) { window.written.add(String(text)); return own.call(this, text, ...rest); };
  }`;

export async function checkPictures(browser, url, contenders, output) {
  const wanted = { line: line(0), bar: bars(0), donut: donut(0), dense: dense() };
  const ink = {};
  const wrong = [];
  const reader = await (await browser.newContext()).newPage();
  for (const name of contenders) {
    const { page, context, errors } = await open(browser, `${url}/${name}.html`, (session, page) => page.addInitScript(LISTEN));
    await page.evaluate('bench.start()');
    for (const [what, picture] of Object.entries(wanted)) {
      if (name === 'uplot' && what === 'donut') continue;
      await page.evaluate(`window.written.clear(); bench.draw('${what}')`);
      const png = await page.screenshot({ clip: { x: 0, y: 0, width: 660, height: 480 } });
      output(`${what}-${name}.png`, png);
      const share = await inkOf(reader, png);
      (ink[what] ??= {})[name] = share;
      const ratio = share / ink[what].raw;
      if (!(ratio > LEAST && ratio < MOST)) wrong.push(`${name} laid down ${ratio.toFixed(2)} times the ink of raw canvas for ${what}`);
      const texts = await page.evaluate('[...window.written, document.body.innerText].join("\\n")');
      const missing = labels(picture).filter((label) => !texts.includes(label));
      if (missing.length > 0) wrong.push(`${name} did not write ${missing.join(', ')} in ${what}`);
      await page.evaluate('bench.clear()');
    }
    wrong.push(...errors.map((error) => `${name}: ${error}`));
    await context.close();
  }
  await reader.context().close();
  if (wrong.length > 0) throw new Error(`not the same pictures:\n${wrong.join('\n')}`);
}

/** What must be read in a picture whoever draws it. */
function labels({ title, source, kind, categories = [], labelled = 1, series = [], parts = [] }) {
  const values = kind === 'bar' ? series[0].values.map((value) => value.toFixed(2)) : [];
  const names = kind === 'line' ? series.map(({ name }) => name) : [];
  return [title, source, ...categories.filter((_, place) => place % labelled === 0), ...names, ...values, ...parts.map(({ name }) => name)];
}

/** The share of pixels that are not white. */
function inkOf(page, png) {
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data: bytes } = context.getImageData(0, 0, image.width, image.height);
    let inked = 0;
    for (let at = 0; at < bytes.length; at += 4) if (Math.min(bytes[at], bytes[at + 1], bytes[at + 2]) < 250) inked += 1;
    return inked / (bytes.length / 4);
  }, png.toString('base64'));
}
