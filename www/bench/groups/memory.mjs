// What a hundred charts hold, and whether a thousand that came and went left anything: charts of the bundled data, since
// data that a page loads itself would be counted in the package's memory and not in its peers'.
import { memory, open, WATCH_WASM, within } from '../lib/browser.mjs';

const PATIENCE = 120;

export async function measureMemory({ browser, url, contenders, quick, wanted, note }) {
  const churned = quick ? 50 : 1000;
  const measures = {
    started: 'memory: page and script alone, MB',
    heap: 'memory: 100 charts, JS heap, MB',
    wasm: 'memory: 100 charts, wasm, MB',
    full: 'memory: 100 charts, together, MB',
    growth: `memory: growth over ${churned.toLocaleString('en')} created and removed, MB`,
  };
  if (!Object.values(measures).some(wanted)) return;
  for (const name of contenders) {
    const { page, session, context } = await open(browser, `${url}/${name}.html`, (session, page) => page.addInitScript(WATCH_WASM));
    const run = (code) => within(PATIENCE, `${name}, memory, ${code}`, page.evaluate(code));
    const mega = ({ heap, wasm }) => (heap + wasm) / 1e6;
    await run('bench.start(true)');
    note(measures.started, name, mega(await memory(session)));
    await run("bench.draw('trade', 0, 100)");
    const full = await memory(session);
    note(measures.heap, name, full.heap / 1e6);
    note(measures.wasm, name, full.wasm / 1e6);
    note(measures.full, name, mega(full));
    await run('bench.clear()');
    // What is kept for later, such as measured texts and compiled code, is there after some.
    await run(`bench.churn('trade', ${quick ? 10 : 100})`);
    const before = mega(await memory(session));
    await run(`bench.churn('trade', ${churned})`);
    note(measures.growth, name, mega(await memory(session)) - before);
    await context.close();
  }
}
