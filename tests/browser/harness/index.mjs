// What a test file needs: `onPage(name, test)`, where `test` gets a page of the engine under test.
import { after, before, test } from 'node:test';
import { openEngine } from './engines.mjs';
import { Page } from './page.mjs';

/** Longer than any page takes, shorter than anybody waits. */
const TIMEOUT = 60_000;

/** The engine under test: `chromium`, `firefox` or `webkit`. */
export const engine = process.env.ZONESTAT_ENGINE ?? 'chromium';

let opened;
let heard;
const open = async (options) => {
  const browser = await openEngine(engine, options);
  // Room for the widest and the longest view that a test asks for.
  await browser.driver.manage().window().setRect({ x: 0, y: 0, width: 1800, height: 1700 });
  return browser;
};
before(async () => {
  opened = await open();
});
after(() => Promise.all([opened?.close(), heard?.close()]));

/** Whether a session still answers: a browser that fell over takes its session along. */
const answers = ({ driver }) => driver.switchTo().defaultContent().then(() => driver.getTitle()).then(() => true, () => false);

/**
 * A test on a page. The browser is shared; the page starts blank, at its usual size.
 * A page that throws, or logs an error, fails the test unless the test looked at `page.errors()` itself. If the browser
 * falls over, the next test gets a new one; the test that it fell over in is run again there, once, and the report says so:
 * what falls over twice is the page's doing.
 *
 * @param {string} name
 * @param {(page: Page) => Promise<void>} body
 * @param {{ skip?: string | false, timeout?: number, heard?: boolean }} [options] a reason for `skip`, such as a limit of
 *   one engine; whether Chromium is to believe that a screen reader listens
 */
export function onPage(name, body, { skip = false, timeout = TIMEOUT, heard: listening = false } = {}) {
  const once = async (signal) => {
    if (listening && engine === 'chromium') heard ??= await open({ heard: true });
    const browser = (listening && heard) || opened;
    const page = new Page(browser.driver, engine, signal);
    try {
      await page.blank();
      await body(page);
      await page.expectNoErrors();
    } catch (error) {
      if (signal.aborted) throw error;
      if (!(await answers(browser))) throw await replaced(browser, error);
      // What the page looked like says more than most messages.
      await page.screenshot(`failed/${name.replace(/[^\p{L}\p{N}]+/gu, '-')}`).catch(() => {});
      throw error;
    }
  };
  test(name, { skip, timeout }, async (context) => {
    try {
      await once(context.signal);
    } catch (error) {
      if (!(error instanceof Fallen)) throw error;
      context.diagnostic(error.message);
      await once(context.signal);
    }
  });
}

/** The browser fell over during a test. */
class Fallen extends Error {}

/** Puts a new browser in the place of one that fell over, and says what happened. */
async function replaced(browser, error) {
  const listening = browser === heard;
  await browser.close().catch(() => {});
  const next = await open({ heard: listening });
  if (listening) heard = next;
  else opened = next;
  return new Fallen(`the browser fell over (${error.message || error.name}), and another was opened`, { cause: error });
}
