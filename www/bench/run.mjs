// `cargo xtask bench`: the package beside raw canvas and three libraries, in one run, their rounds interleaved.
import { busy, countBusy, during, launch, memory, open, WATCH_WASM } from './lib/browser.mjs';
import { checkPictures } from './lib/check.mjs';
import { cell, summary, table } from './lib/figures.mjs';
import { CONTENDERS, makeSite, output, serve } from './lib/site.mjs';

const quick = process.argv.includes('--quick');
const only = process.argv.find((word) => word.startsWith('--only='))?.slice(7);
const ROUNDS = quick ? 3 : 9;
const COLD_ROUNDS = quick ? 2 : 9;
/** As Lighthouse's slow 4G. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

const results = {};
const note = (measure, contender, value) => ((results[measure] ??= {})[contender] ??= []).push(value);
const wanted = (group) => !only || only.split(',').includes(group);

const served = await makeSite();
const server = await serve(served);
const browser = await launch(['--js-flags=--expose-gc']);
try {
  await checkPictures(browser, server.url, CONTENDERS, output);
  if (wanted('draw')) await drawing();
  if (wanted('cold')) await cold();
  if (wanted('memory')) await memories();
} finally {
  await browser.close();
  server.close();
}
report();

/** Pages stay open; each round draws, changes and clears in every one of them, in turn. */
async function drawing() {
  const pages = [];
  for (const name of CONTENDERS) {
    const opened = await open(browser, `${server.url}/${name}.html`, countBusy);
    await opened.page.evaluate('bench.start()');
    pages.push({ name, ...opened });
  }
  const steps = [
    ['one line chart', 'line', 1],
    ['dashboard of 12', 'dashboard', 12],
    ['100 charts', 'line', quick ? 0 : 100],
    ['10,000 points', 'dense', 1],
  ].filter(([, , count]) => count > 0);
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const [measure, what, count] of steps) {
      if (count === 100 && round >= 3) continue;
      for (const { name, page, session } of pages) {
        const take = async (label, work) => {
          const spent = await during(session, () => page.evaluate(work));
          if (round >= 0) note(label, name, spent - idle.get(name));
        };
        if (!idle.has(name)) idle.set(name, await quiet(page, session));
        await take(`draw: ${measure}`, `bench.draw('${what}', ${2 * round + 2}, ${count})`);
        if (what !== 'dense') await take(`update: ${measure}`, `bench.update('${what}', ${2 * round + 3}, ${count})`);
        if (count === 1) await hover(page, session, (spent) => round >= 0 && note(`hover, a move: ${measure}`, name, spent));
        await page.evaluate('bench.clear()');
      }
    }
  }
  for (const { context, errors, name } of pages) {
    if (errors.length > 0) throw new Error(`${name}: ${errors.join('; ')}`);
    await context.close();
  }
}

/** What the frames around a step take in this page with nothing to draw. */
const idle = new Map();
async function quiet(page, session) {
  const spent = [];
  for (let time = 0; time < 5; time += 1) spent.push(await during(session, () => page.evaluate('bench.update("line", 0, 0)')));
  return summary(spent).median;
}

const MOVES = 24;
/** A pointer that crosses the plot; one frame after each move. */
async function hover(page, session, take) {
  const frame = 'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))';
  await page.mouse.move(30, 300);
  await page.evaluate(frame);
  const move = async (steps) => {
    const before = await busy(session);
    for (let step = 0; step < MOVES; step += 1) {
      await page.mouse.move(40 + steps * step, 300);
      await page.evaluate(frame);
    }
    return (await busy(session)) - before;
  };
  // The frames and messages themselves, with a pointer that does not move.
  const still = await move(0);
  await page.mouse.move(30, 300);
  await page.evaluate(frame);
  take(((await move(20)) - still) / MOVES);
}

/** Every start is a new context: nothing in a cache, no code compiled. */
async function cold() {
  const ways = [
    ['cold start', '', undefined, 1],
    ['cold start, CPU / 4', '', undefined, 4],
    ['slow network', '', SLOW, 1],
    ['slow network, preloaded', '-preload', SLOW, 1],
  ];
  for (let round = 0; round < COLD_ROUNDS; round += 1) {
    for (const [measure, suffix, network, rate] of ways) {
      if (network && round >= 5) continue;
      for (const name of CONTENDERS) {
        const { page, context } = await open(browser, `${server.url}/cold/${name}${suffix}.html`, async (session) => {
          if (rate > 1) await session.send('Emulation.setCPUThrottlingRate', { rate });
          if (network) {
            await session.send('Network.enable');
            await session.send('Network.emulateNetworkConditions', network);
          }
        });
        await page.waitForFunction('window.done > 0', undefined, { timeout: 60_000 });
        note(measure, name, await page.evaluate('window.done'));
        await context.close();
      }
    }
  }
}

/** What a hundred charts hold, and whether a thousand that came and went left anything. */
async function memories() {
  for (const name of CONTENDERS) {
    const { page, session, context } = await open(browser, `${server.url}/${name}.html`, (session, page) => page.addInitScript(WATCH_WASM));
    await page.evaluate('bench.start()');
    const mega = ({ heap, wasm }) => (heap + wasm) / 1e6;
    note('memory: started, MB', name, mega(await memory(session)));
    await page.evaluate("bench.draw('line', 0, 100)");
    const full = await memory(session);
    note('memory: 100 charts, MB', name, mega(full));
    note('memory: 100 charts, of it wasm, MB', name, full.wasm / 1e6);
    await page.evaluate('bench.clear()');
    await page.evaluate('bench.churn(50)');
    const before = mega(await memory(session));
    await page.evaluate(`bench.churn(${quick ? 100 : 1000})`);
    note(`memory: growth over ${quick ? 100 : '1,000'} created and removed, MB`, name, mega(await memory(session)) - before);
    await context.close();
  }
}

function transfer() {
  const size = (...paths) => summary([paths.reduce((sum, path) => sum + served.get(path).packed.length, 0) / 1000]);
  const sizes = Object.fromEntries(CONTENDERS.map((name) => [name, size(`/cold/${name}.js`)]));
  sizes.zonestat = size('/pkg/auto.js', '/pkg/zonestat_first.wasm');
  sizes.handle = size('/pkg/index.js', '/pkg/zonestat_bg.wasm');
  return { sizes, parts: [...served].filter(([path]) => path.startsWith('/pkg/')).map(([path, { packed }]) => `${path.slice(5)} ${(packed.length / 1000).toFixed(1)}`) };
}

function report() {
  const { sizes, parts } = transfer();
  const rows = [['transfer, KB brotli', ...CONTENDERS.map((name) => cell(sizes[name]))]];
  for (const [measure, by] of Object.entries(results)) {
    const figures = CONTENDERS.map((name) => summary(by[name] ?? []));
    rows.push([measure, ...figures.map((figure) => cell(figure, measure.startsWith('memory') ? undefined : figures[0]))]);
  }
  const text = [
    table(['', ...CONTENDERS], rows),
    '',
    'Milliseconds unless said otherwise: median (middle half) ×ratio to raw canvas. Draw, update and hover are processor time of the main thread, raster forced.',
    `The package in parts, KB brotli: ${parts.join(', ')}`,
  ].join('\n');
  console.log(text);
  output('results.json', `${JSON.stringify({ quick, sizes, results }, null, 1)}\n`);
  console.log(`written: ${output('table.md', `${text}\n`)}`);
}
