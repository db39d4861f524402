// A contender that paints nothing would win everything: each must have painted the picture before it is measured.
import { open, within } from './browser.mjs';
import { bars, dense, donut, line } from '../pages/pictures.js';
import { trade } from '../pages/trade.js';

/** How much ink a contender may lay down beside raw canvas. */
const LEAST = 0.5;
const MOST = 2;
const PATIENCE = 30;

/** Remembers every text that a page writes on a canvas. */
const LISTEN = `
  window.written = new Set();
  for (const name of ['fillText', 'strokeText']) {
    const own = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (text, ...rest) { window.written.add(String(text)); return own.call(this, text, ...rest); };
  }`;
/** Those, and what the page says beside them, shadow trees included. */
const TEXTS = `(() => {
  const said = (root) => [...root.querySelectorAll('*')].flatMap((element) => [...element.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data).concat(element.shadowRoot ? said(element.shadowRoot) : []));
  return [...window.written, ...said(document.body)].join('\\n').replace(/[\u00a0\u2060\u200b]/g, (space) => (space === '\u00a0' ? ' ' : ''));
})()`;

/** Every picture of the pages that stay open, in each contender's hand. */
export async function checkPictures({ browser, url, contenders, quick, output }) {
  const some = { line: line(0), trade: trade() };
  const wanted = quick ? some : { ...some, bar: bars(0), donut: donut(0), dense: dense() };
  const judge = await makeJudge(browser, output);
  for (const name of contenders) {
    const { page, context, errors } = await open(browser, `${url}/${name}.html`, (session, page) => page.addInitScript(LISTEN));
    const run = (code) => within(PATIENCE, `${name}, check, ${code}`, page.evaluate(code));
    await run('bench.start()');
    for (const [what, picture] of Object.entries(wanted)) {
      if (name === 'uplot' && what === 'donut') continue;
      await run(`window.written.clear(); bench.draw('${what}')`);
      await judge.look(page, name, what, labels(picture));
      if (what === 'line' && name !== 'handle') await judge.point(page, name, picture);
      await run('bench.clear()');
    }
    judge.wrong.push(...errors.map((error) => `${name}: ${error}`));
    await context.close();
  }
  await judge.end();
}

/** The pages of the cold starts: all show the same figures as the chart of the bundled data, and say what it says. */
export async function checkColdPages({ browser, url, contenders, output }) {
  const judge = await makeJudge(browser, output);
  const picture = trade();
  for (const name of contenders) {
    const { page, context, errors } = await open(browser, `${url}/cold/${name}.html`, (session, page) => page.addInitScript(LISTEN));
    await within(PATIENCE, `${name}, check, cold start`, page.waitForFunction('window.done > 0'));
    await judge.look(page, name, 'trade', labels(picture), 'cold-');
    if (name === 'zonestat') {
      const svg = await page.evaluate("document.querySelector('zone-chart').toSVG()");
      const own = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text.replaceAll('\u00a0', ' ').replaceAll('\u2060', ''));
      const made = [...labels(picture), '5', '10', '15'];
      const unsaid = own.filter((text) => !made.includes(text));
      if (unsaid.length > 0) judge.wrong.push(`pages/pictures.js does not have ${unsaid.join(', ')} of the bundled chart`);
    }
    judge.wrong.push(...errors.map((error) => `${name}: ${error}`));
    await context.close();
  }
  await judge.end();
}

async function makeJudge(browser, output) {
  const reader = await (await browser.newContext()).newPage();
  const wrong = [];
  const ink = {};
  return {
    wrong,
    async look(page, name, what, wanted, prefix = '') {
      const png = await page.screenshot({ clip: { x: 0, y: 0, width: 660, height: 520 } });
      output(`${prefix}${what}-${name}.png`, png);
      const share = await inkOf(reader, png);
      const base = (ink[what] ??= share);
      const ratio = share / base;
      if (!(ratio > LEAST && ratio < MOST)) wrong.push(`${name} laid down ${ratio.toFixed(2)} times the ink of the first for ${prefix}${what}`);
      const texts = await page.evaluate(TEXTS);
      const missing = wanted.filter((label) => !texts.includes(label));
      if (missing.length > 0) wrong.push(`${name} did not write ${missing.join(', ')} in ${prefix}${what}`);
    },
    /** Whoever is pointed at says the figure there. */
    async point(page, name, { series, categories }) {
      const place = 7;
      await page.evaluate('window.written.clear()');
      for (const x of [33, 33 + 26 * place]) {
        await page.mouse.move(x, 250);
        await page.evaluate('bench.settle()');
      }
      const texts = await page.evaluate(TEXTS);
      // Plots are not all of the same width, so that the pointer may have come to a neighbour.
      const near = categories.map((_, at) => at).filter((at) => Math.abs(at - place) < 2);
      const isSaid = (at) => [categories[at], ...series.map(({ values }) => String(values[at]))].every((text) => texts.includes(text));
      if (!near.some(isSaid)) wrong.push(`${name} does not say the figures of ${categories[place]} where it is pointed at`);
      output(`hover-${name}.png`, await page.screenshot({ clip: { x: 0, y: 0, width: 660, height: 520 } }));
      await page.mouse.move(900, 600);
    },
    async end() {
      await reader.context().close();
      if (wrong.length > 0) throw new Error(`not the same pictures:\n${wrong.join('\n')}`);
    },
  };
}

/** What must be read in a picture whoever draws it. */
function labels({ title, subtitle, source, notes = [], kind, categories = [], below = [], labelled = 1, series = [], parts = [], legend = {} }) {
  const values = kind === 'bar' ? series[0].texts : [];
  const names = kind === 'line' ? series.map(({ name }) => name) : [];
  const around = [title, subtitle, source, ...notes, ...Object.values(legend), ...below.flat()];
  return [...around, ...categories.filter((_, place) => place % labelled === 0), ...names, ...values, ...parts.map(({ name }) => name)];
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
