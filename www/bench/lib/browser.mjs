// A Chromium that paints by software, and what its protocol tells of a page.
import { chromium } from 'playwright-core';

/** Pages of the browser's own that each new window starts beside the one that is measured: half a cold start's time, and most of its spread. */
const BESIDE = ['WebUIOmniboxPopup', 'OmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup', 'AimEnabled', 'WebUIOmnibox'];
/** Compositing is done on the processor, and nothing of a page that is not in front is put off. */
const FLAGS = [`--disable-features=${BESIDE}`, '--no-sandbox', '--disable-gpu', '--disable-background-timer-throttling', '--disable-backgrounding-occluded-windows', '--disable-renderer-backgrounding', '--js-flags=--expose-gc'];

export function launch() {
  return chromium.launch({ executablePath: process.env.ZONESTAT_CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
}

/** Gives up on a step that does not end, and says whose it was: a page that waits for ever would stop everything. */
export async function within(seconds, step, work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${step}: not done after ${seconds} s`)), 1000 * seconds);
  });
  try {
    return await Promise.race([work, late]);
  } catch (thrown) {
    throw thrown.message.startsWith(step) ? thrown : new Error(`${step}: ${thrown.message}`, { cause: thrown });
  } finally {
    clearTimeout(timer);
  }
}

/** A page of its own, with nothing cached, and its session of the protocol. */
export async function open(browser, url, prepare) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  const session = await context.newCDPSession(page);
  await prepare?.(session, page);
  await page.goto(url, { timeout: 30_000 });
  return { context, page, session, errors };
}

/** Milliseconds that the main thread worked (of its own processor time, where other programs do not count). */
export async function busy(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value;
}

/** Counts processor time from now on. */
export async function countBusy(session) {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
}

/** What the main thread did while `work` ran, in milliseconds. */
export async function during(session, work) {
  const before = await busy(session);
  await work();
  return (await busy(session)) - before;
}

/** Every step of the page takes so many times longer. */
export function slowDown(session, rate) {
  return session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Bytes on the JavaScript heap after a collection, and in WebAssembly memories. */
export async function memory(session) {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const wasm = await session.send('Runtime.evaluate', { expression: '(window.wasmMemories ?? []).reduce((sum, memory) => sum + memory.buffer.byteLength, 0)' });
  return { heap: usedSize, wasm: wasm.result.value };
}

/** Keeps an eye on every WebAssembly memory that a page makes. */
export const WATCH_WASM = `
  window.wasmMemories = [];
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const own = WebAssembly[name];
    WebAssembly[name] = async function (...args) {
      const made = await own.apply(this, args);
      for (const value of Object.values((made.instance ?? made).exports)) if (value instanceof WebAssembly.Memory) window.wasmMemories.push(value);
      return made;
    };
  }`;
