// Opens a page as a reader's browser does, and says what is to be seen on it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { openEngine } from '../../browser/harness/engines.mjs';

const opened = new Map();
/** Pages are visited one at a time, whatever else goes on. */
let last = Promise.resolve();

function browser(engine) {
  if (!opened.has(engine)) {
    const opening = openEngine(engine, { logs: true });
    opened.set(engine, opening);
    opening.then(({ driver }) => driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 1000 }), () => {});
  }
  return opened.get(engine);
}

/** Closes every browser, once. */
export async function closeBrowsers() {
  const all = [...opened.values()];
  opened.clear();
  for (const opening of all) await opening.then(({ close }) => close(), () => {});
}

/** Chromium tells what a page logs; into pages for the others the page tests' own ear is put, before everything else. */
export async function earFor(engine) {
  if (engine === 'chromium') return (html) => html;
  const ear = await readFile(new URL('../../browser/pages/events.js', import.meta.url), 'utf8');
  return (html) => html.replace('<head>', `<head><script>${ear}</script>`);
}

/**
 * Opens `url`, waits until a chart and a table stand, and says what they show.
 *
 * @param {string} url
 * @param {{ engine?: string, more?: (driver) => Promise<unknown> }} [options] `more` asks further questions of the page
 */
export function visit(url, { engine = 'chromium', more } = {}) {
  return inTurn(() => look(url, engine, async (driver) => ({ ...(await poll(driver, inside)), more: await more?.(driver) })));
}

/**
 * Opens a page that shows something else, in Chromium, with scripts or without.
 *
 * @param {string} url
 * @param {{ until?: () => unknown, more: (driver) => Promise<object>, scripts?: boolean }} options
 */
export function visitAnyhow(url, { until, more, scripts = true }) {
  return inTurn(() =>
    look(
      url,
      'chromium',
      async (driver) => {
        if (until) await poll(driver, until);
        return more(driver);
      },
      scripts,
    ),
  );
}

function inTurn(work) {
  const mine = last.then(work);
  last = mine.catch(() => {});
  return mine;
}

async function look(url, engine, ask, scripts = true) {
  const { driver } = await browser(engine);
  if (engine === 'chromium') {
    for (const kind of ['browser', 'performance']) await driver.manage().logs().get(kind);
    await driver.sendDevToolsCommand('Emulation.setScriptExecutionDisabled', { value: !scripts });
  }
  await driver.get(url);
  const seen = await ask(driver);
  seen.errors = await errors(driver, engine);
  seen.requests = await requests(driver, engine);
  seen.foreign = seen.requests.filter((address) => !isOwn(address, url));
  if (!scripts) await driver.sendDevToolsCommand('Emulation.setScriptExecutionDisabled', { value: false });
  await driver.get('about:blank');
  return seen;
}

/** Asks the page again and again, until it answers without a `missing`. */
export async function poll(driver, question, ...args) {
  const end = Date.now() + 30_000;
  for (;;) {
    const answer = await driver.executeAsyncScript(
      `const done = arguments[arguments.length - 1];
       Promise.resolve((${question})(...[].slice.call(arguments, 0, -1))).then(done, (error) => done({ missing: String(error) }));`,
      ...args,
    );
    if (answer && !answer.missing) return answer;
    if (Date.now() > end) {
      const logs = await driver.manage().logs().get('browser').catch(() => []);
      throw new Error(`${answer?.missing}\n${logs.map(({ message }) => message).join('\n')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The source of a function that tells one picture from another, in pages. */
export const PICTURE = `(canvas) => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  // Not crypto.subtle, which a file from disk does without in some browsers: FNV-1a is plenty to tell pictures apart.
  let hash = 0x811c9dc5;
  for (const byte of data) hash = Math.imul(hash ^ byte, 0x01000193);
  return canvas.width + 'x' + canvas.height + ' ' + (hash >>> 0).toString(16);
}`;

/** Runs in the page: the chart's picture and the table's words. */
const inside = `async () => {
  const chart = document.querySelector('zone-chart');
  const table = document.querySelector('zone-table');
  const canvas = chart?.shadowRoot?.querySelector('canvas');
  if (!canvas) return { missing: 'no canvas in a zone-chart' };
  const rows = [...(table?.shadowRoot?.querySelectorAll('tr') ?? [])];
  if (rows.filter((row) => row.cells.length > 0).length < 2) return { missing: 'no rows in a zone-table' };
  if (!canvas.width || !canvas.height) return { missing: 'the canvas has no size' };
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const colours = new Set(new Uint32Array(data.buffer)).size;
  if (colours < 4) return { missing: 'the canvas has ' + colours + ' colours' };
  return {
    picture: (${PICTURE})(canvas),
    colours,
    table: rows.map((row) => [...row.cells].map((cell) => cell.textContent.trim().replace(/\\s+/g, ' '))),
    described: await chart.describe(),
  };
}`;

async function errors(driver, engine) {
  if (engine !== 'chromium') return driver.executeScript('return window.pageErrors ?? ["the page has no ear"]');
  const entries = await driver.manage().logs().get('browser');
  return entries.filter(({ level }) => level.name === 'SEVERE').map(({ message }) => message);
}

async function requests(driver, engine) {
  if (engine !== 'chromium') {
    return driver.executeScript("return performance.getEntriesByType('resource').map(({ name }) => name)");
  }
  const entries = await driver.manage().logs().get('performance');
  return entries
    .map(({ message }) => JSON.parse(message).message)
    .filter(({ method }) => method === 'Network.requestWillBeSent')
    .map(({ params }) => params.request.url);
}

function isOwn(address, page) {
  const { protocol, host } = new URL(address);
  return ['data:', 'blob:', 'about:'].includes(protocol) || (host === new URL(page).host && protocol === new URL(page).protocol);
}

/** What every way in must come to; `reference` is what the plain script tag came to. */
export function expectRight(seen, reference = undefined) {
  assert.deepEqual(seen.errors, [], 'errors on the console');
  assert.deepEqual(seen.foreign, [], 'requests to others');
  const words = seen.table.flat().join(' | ');
  for (const printed of ['CN¥12.1 billion', '121亿元', 'target', 'estimated, part of a year']) {
    assert.ok(words.includes(printed), `the table does not say ${printed}: ${words.slice(0, 400)}`);
  }
  if (reference) {
    assert.equal(seen.picture, reference.picture, 'the picture is that of the script tag, to the pixel');
    assert.deepEqual(seen.table, reference.table);
    assert.equal(seen.described, reference.described);
  }
}
