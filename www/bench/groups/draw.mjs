// Drawing, changing and pointing, in pages that stay open: what the main thread works, a pixel of every canvas read back.
import { countBusy, during, open, slowDown, within } from '../lib/browser.mjs';

/** The categories of the line chart are 26 pixels apart. */
const MOVES = { full: 18, quick: 6 };
/** Seconds for a step; a hundred charts of the slowest take one. */
const PATIENCE = 30;

const STEPS = [
  { measure: 'one line chart', what: 'line', count: 1, points: true },
  { measure: 'one bar chart with textures', what: 'trade', count: 1, changes: false },
  { measure: 'dashboard of 12', what: 'dashboard', count: 12, quick: 1 },
  { measure: '100 line charts', what: 'line', count: 100, rounds: 5, quick: 0 },
  { measure: 'a line of 10,000 points', what: 'dense', count: 1, changes: false, quick: 1 },
];

/** In each round every contender draws, changes and clears, in turn; a first round is not counted. */
export async function draw({ browser, url, contenders, rounds, quick, wanted, note }) {
  const pages = [];
  for (const name of contenders) {
    const opened = await within(PATIENCE, `${name}, open`, open(browser, `${url}/${name}.html`, countBusy));
    await within(PATIENCE, `${name}, start`, opened.page.evaluate('bench.start()'));
    pages.push({ name, ...opened });
  }
  for (let round = -1; round < rounds; round += 1) {
    for (const step of STEPS) {
      if (round >= (quick ? (step.quick ?? rounds) : (step.rounds ?? rounds))) continue;
      if (round < 0 && quick && step.quick !== undefined) continue; // what is so large has little of a first time about it
      const moves = quick ? (round === 0 ? MOVES.quick : 0) : MOVES.full;
      for (const at of pages) await inPage(at, step, round, { wanted, moves, note: round < 0 ? () => undefined : note });
    }
  }
  for (const { context, errors, name } of pages) {
    if (errors.length > 0) throw new Error(`${name}: ${errors.join('; ')}`);
    await context.close();
  }
}

async function inPage({ name, page, session }, { measure, what, count, points, changes = true }, round, { wanted, moves, note }) {
  const labels = [`draw: ${measure}`, `update: ${measure}`, 'hover, a move', 'hover, a move at CPU / 4', 'hover, the longest move at CPU / 4'];
  if (!labels.slice(0, points ? 5 : 2).some(wanted)) return;
  await page.bringToFront();
  const run = (label, code) => within(PATIENCE, `${name}, ${label}, ${code}`, page.evaluate(code));
  // The frames around a step, with nothing to draw.
  const idle = await during(session, () => run('idle', "bench.update('line', 0, 0)"));
  const take = async (label, code) => note(label, name, (await during(session, () => run(label, code))) - idle);
  await take(labels[0], `bench.draw('${what}', ${2 * round + 2}, ${count})`);
  if (changes) await take(labels[1], `bench.update('${what}', ${2 * round + 3}, ${count})`);
  if (points && moves > 0 && name !== 'handle' && labels.slice(2).some(wanted)) {
    note(labels[2], name, (await hover(page, session, name, moves)).usual);
    await slowDown(session, 4);
    const { usual, longest } = await hover(page, session, name, moves);
    note(labels[3], name, usual);
    note(labels[4], name, longest);
    await slowDown(session, 1);
  }
  await run('clear', 'bench.clear()');
}

/** A pointer that crosses the plot, from mark to mark. */
async function hover(page, session, name, count) {
  const step = async (x) => {
    await page.mouse.move(x, 250);
    await page.evaluate('bench.settle()');
  };
  const walk = async (from, distance) => {
    await step(from);
    const spent = [];
    for (let place = 1; place <= count; place += 1) spent.push(await during(session, () => step(from + distance * place)));
    return spent.sort((a, b) => a - b);
  };
  const middle = (sorted) => sorted[Math.floor(sorted.length / 2)];
  const cross = async () => {
    // The frames and messages themselves: the same moves, beside the chart.
    const beside = middle(await walk(700, 10));
    const across = await walk(33, 26);
    return { usual: middle(across) - beside, longest: across.at(-1) - beside };
  };
  return within(PATIENCE, `${name}, hover`, cross());
}
