// The first chart of a page: every start is a new browser context, with nothing in a cache and no code compiled.
import { busy, countBusy, open, slowDown, within } from '../lib/browser.mjs';

/** The bandwidth of Lighthouse's slow 4G, and its round trip, of which each request takes one: the page's connection stands. */
export const SLOW = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const PATIENCE = 60;

const WAYS = [
  { measure: 'cold start', parts: true, quick: 1 },
  { measure: 'cold start, CPU / 4', rate: 4, quick: 1 },
  { measure: 'slow network', network: SLOW, rounds: 5, quick: 1 },
  { measure: 'slow network, preloaded', suffix: '-preload', network: SLOW, rounds: 5, quick: 1 },
];

/** Elements load by themselves; `init()` is for a page that draws by `renderChart`. */
const PARTS = ['init() alone (zonestat: `renderChart`)', 'first chart after init() (zonestat: `renderChart`)'];

export async function cold({ contenders, rounds, quick, wanted, note, ...place }) {
  for (let round = 0; round < rounds; round += 1) {
    for (const way of WAYS) {
      if (!wanted(way.measure) || round >= ((quick ? way.quick : way.rounds) ?? rounds)) continue;
      for (const name of contenders) await one(place, name, way, note);
      if (way.parts && !contenders.includes('handle')) await one(place, 'handle', way, notePackage(note));
    }
  }
}

/** Where drawing alone has no column, what only it can tell apart stands in that of the package. */
const notePackage = (note) => (measure, _, value) => PARTS.includes(measure) && note(measure, 'zonestat', value);

async function one(place, name, { measure, parts, ...way }, note) {
  const { done, inited, began, work } = await start(place, name, way);
  note(measure, name, done);
  if (!parts) return;
  note('cold start, work of the main thread', name, work);
  if (inited === undefined) return;
  note(PARTS[0], name, inited - began);
  note(PARTS[1], name, done - inited);
}

/** One start; milliseconds since the page was asked for. */
export async function start({ browser, url }, name, { suffix = '', network, rate = 1 }) {
  // Waiting by a script in the page would cost the page as much as a small chart.
  let told;
  const ended = new Promise((resolve) => (told = resolve));
  const label = `${name}${suffix}, cold start${network ? ' on a slow network' : ''}`;
  const opened = open(browser, `${url}/cold/${name}${suffix}.html`, async (session) => {
    await countBusy(session);
    session.once('Runtime.bindingCalled', told);
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', { name: 'told' });
    if (rate > 1) await slowDown(session, rate);
    if (network) {
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', network);
    }
  });
  const { page, context, session, errors } = await within(PATIENCE, label, opened);
  await within(PATIENCE, label, ended);
  const work = await busy(session);
  const times = await page.evaluate('({ done, inited: window.inited, began: window.began })');
  await context.close();
  if (errors.length > 0) throw new Error(`${label}: ${errors.join('; ')}`);
  return { ...times, work };
}
