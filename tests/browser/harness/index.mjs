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

/**
 * A test on a page. The browser is shared; the page starts blank, at its usual size.
 * A page that throws, or logs an error, fails the test unless the test looked at `page.errors()` itself.
 *
 * @param {string} name
 * @param {(page: Page) => Promise<void>} body
 * @param {{ skip?: string | false, timeout?: number, heard?: boolean }} [options] a reason for `skip`, such as a limit of
 *   one engine; whether Chromium is to believe that a screen reader listens
 */
export function onPage(name, body, { skip = false, timeout = TIMEOUT, heard: listening = false } = {}) {
  test(name, { skip, timeout }, async ({ signal }) => {
    if (listening && engine === 'chromium') heard ??= await open({ heard: true });
    const { driver } = (listening && heard) || opened;
    const page = new Page(driver, engine, signal);
    try {
      await page.blank();
      await body(page);
      await page.expectNoErrors();
    } catch (error) {
      // What the page looked like says more than most messages, if there still is a page.
      if (!signal.aborted) await page.screenshot(`failed/${name.replace(/[^\p{L}\p{N}]+/gu, '-')}`).catch(() => {});
      throw error;
    }
  });
}
