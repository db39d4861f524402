// `cargo xtask bench`: the package beside raw canvas and three libraries, in one run, their rounds interleaved.
// By hand, with the package as built: node www/bench/run.mjs [--quick] [--only=cold,draw,memory,network] [--contenders=raw,zonestat]
// [--measures=hover] (a part of a measure's name) [--rounds=3] [--no-check]
import { parseArgs } from 'node:util';
import { cold } from './groups/cold.mjs';
import { draw } from './groups/draw.mjs';
import { measureMemory } from './groups/memory.mjs';
import { network } from './groups/network.mjs';
import { launch } from './lib/browser.mjs';
import { checkColdPages, checkPictures } from './lib/check.mjs';
import { report } from './lib/report.mjs';
import { CONTENDERS, makeSite, output, serve } from './lib/site.mjs';

const { values: given } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    contenders: { type: 'string' },
    measures: { type: 'string', default: '' },
    rounds: { type: 'string' },
    'no-check': { type: 'boolean', default: false },
  },
});
const quick = given.quick;
const rounds = Number(given.rounds ?? (quick ? 2 : 9));
const GROUPS = { cold: [checkColdPages, cold], draw: [checkPictures, draw], memory: [checkPictures, measureMemory], network: [checkColdPages, network] };
const groups = given.only?.split(',') ?? ['cold', 'draw', 'memory'];
// In a hurry, without drawing alone: the element holds it.
const asked = given.contenders?.split(',') ?? CONTENDERS.filter((name) => !quick || name !== 'handle');
const contenders = CONTENDERS.filter((name) => asked.includes(name));
for (const group of groups) if (!GROUPS[group]) throw new Error(`--only: ${group} is none of ${Object.keys(GROUPS).join(', ')}`);

const results = {};
const started = performance.now();
const served = await makeSite();
const server = await serve(served);
const browser = await launch();
const wanted = (measure) => measure.includes(given.measures);
const note = (measure, contender, value) => {
  if (wanted(measure)) ((results[measure] ??= {})[contender] ??= []).push(value);
};
const place = { browser, url: server.url, contenders, rounds, quick, wanted, note, output };
try {
  const checked = new Set();
  for (const group of groups) {
    const [check, measure] = GROUPS[group];
    if (!given['no-check'] && !checked.has(check)) await check(place);
    checked.add(check);
    await measure(place);
    console.log(`${group}: done after ${((performance.now() - started) / 1000).toFixed(0)} s`);
  }
} finally {
  // What was measured before something went wrong is said all the same.
  if (Object.keys(results).length > 0) {
    const { text, json } = report({ results, contenders, served, quick, rounds, version: browser.version() });
    console.log(text);
    output('results.json', `${JSON.stringify(json, null, 1)}\n`);
    console.log(`written: ${output('table.md', `${text}\n`)}`);
  }
  await browser.close();
  server.close();
}
