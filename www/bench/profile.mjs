// `cargo xtask bench --profile <what>`: where the main thread's time goes, as Chromium samples it. Writes a .cpuprofile,
// which the developer tools of any browser open, and prints the functions that took most of it themselves.
// By hand: node www/bench/profile.mjs hover [--contender=zonestat]
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launch, open, within } from './lib/browser.mjs';
import { makeSite, output, serve } from './lib/site.mjs';
import { functionNames } from './lib/names.mjs';

const PATIENCE = 120;
const TOP = 30;
/** Names of generic functions can fill a screen. */
const WIDEST = 110;
/** Each is done so often that a sample every 0.1 ms says something. */
const TASKS = {
  draw: async (run) => { for (let at = 0; at < 40; at += 1) { await run(`bench.draw('line', ${at}, 1)`); await run('bench.clear()'); } },
  update: async (run) => { await run("bench.draw('line', 0, 1)"); for (let at = 1; at < 60; at += 1) await run(`bench.update('line', ${at}, 1)`); },
  textures: async (run) => { for (let at = 0; at < 40; at += 1) { await run("bench.draw('trade')"); await run('bench.clear()'); } },
  dashboard: async (run) => { for (let at = 0; at < 5; at += 1) { await run(`bench.draw('dashboard', ${at}, 12)`); await run('bench.clear()'); } },
  many: async (run) => { await run("bench.draw('line', 0, 100)"); await run("bench.update('line', 1, 100)"); },
  dense: async (run) => { await run("bench.draw('dense', 0, 1)"); },
  hover: async (run, page) => {
    await run("bench.draw('line', 0, 1)");
    for (let at = 0; at < 60; at += 1) {
      await page.mouse.move(33 + 26 * (at % 18), 250);
      await run('bench.settle()');
    }
  },
};

const { values, positionals } = parseArgs({ options: { contender: { type: 'string', default: 'zonestat' } }, allowPositionals: true });
const [what = 'draw'] = positionals;
const name = values.contender;
if (what !== 'cold' && !TASKS[what]) throw new Error(`nothing to profile is called ${what}; there are cold, ${Object.keys(TASKS).join(', ')}`);

const server = await serve(await makeSite());
const browser = await launch();
try {
  const address = what === 'cold' ? 'about:blank' : `${server.url}/${name}.html`;
  const { page, session } = await open(browser, address);
  const run = (code) => within(PATIENCE, `${name}, profile, ${code}`, page.evaluate(code));
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 100 });
  if (what !== 'cold') {
    await run('bench.start()');
    await run("bench.draw('line', 0, 1)"); // what is done once a page is another question
    await run('bench.clear()');
  }
  await session.send('Profiler.start');
  if (what === 'cold') {
    await page.goto(`${server.url}/cold/${name}.html`);
    await within(PATIENCE, `${name}, profile, cold start`, page.waitForFunction('window.done > 0'));
  } else {
    await TASKS[what](run, page);
  }
  const { profile } = await session.send('Profiler.stop');
  nameWasm(profile);
  console.log(top(profile));
  console.log(`written: ${output(`${what}-${name}.cpuprofile`, JSON.stringify(profile))}`);
} finally {
  await browser.close();
  server.close();
}

/** The published module has no names; one made alike that kept them says which function has which number. */
function nameWasm(profile) {
  const named = new URL('../../target/bench/named.wasm', import.meta.url);
  if (!existsSync(named)) return console.log('functions of the module have no names: `cargo xtask bench --profile` makes them');
  const names = functionNames(readFileSync(named));
  for (const { callFrame } of profile.nodes) {
    const number = /^wasm-function\[(\d+)\]$/.exec(callFrame.functionName)?.[1];
    if (number !== undefined) callFrame.functionName = names.get(Number(number))?.replace(/\[[0-9a-f]{16}\]/g, '').slice(0, WIDEST) ?? callFrame.functionName;
  }
}

/** Functions by the time that they took themselves. */
function top({ nodes, samples, timeDeltas }) {
  const spent = new Map();
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  let all = 0;
  samples.forEach((id, at) => {
    const { functionName, url } = frames.get(id);
    if (functionName === '(idle)') return;
    const label = `${functionName || '(nameless)'}  ${url.split('/').at(-1)}`;
    spent.set(label, (spent.get(label) ?? 0) + timeDeltas[at] / 1000);
    all += timeDeltas[at] / 1000;
  });
  const rows = [...spent].sort(([, a], [, b]) => b - a).slice(0, TOP);
  return [`${all.toFixed(1)} ms in all; of its own:`, ...rows.map(([label, ms]) => `${ms.toFixed(1).padStart(9)} ms ${((100 * ms) / all).toFixed(1).padStart(5)} %  ${label}`)].join('\n');
}
