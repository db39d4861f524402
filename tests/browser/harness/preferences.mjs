// What a reader has set up for all pages, as far as an engine can be told while it runs.
import { require } from './engines.mjs';

const { Context } = require('selenium-webdriver/firefox');

/** Firefox's own settings behind each media feature; `null` is as it was installed. */
const SETTINGS = {
  'prefers-color-scheme': { dark: { 'layout.css.prefers-color-scheme.content-override': 0 }, light: { 'layout.css.prefers-color-scheme.content-override': 1 } },
  'prefers-contrast': { more: { 'ui.useAccessibilityTheme': 1 } },
  'prefers-reduced-motion': { reduce: { 'ui.prefersReducedMotion': 1 } },
  'forced-colors': { active: { 'browser.display.document_color_use': 2, 'browser.display.background_color': '#000000', 'browser.display.foreground_color': '#ffffff' } },
};

/** Media features and their values; those that are not named are taken back. */
export async function prefer(page, features, media = '') {
  if (page.engine === 'chromium') {
    const list = Object.entries(features).map(([name, value]) => ({ name, value }));
    await page.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media, features: list });
    return;
  }
  const settings = {};
  for (const values of Object.values(SETTINGS)) for (const setting of Object.values(values)) for (const name of Object.keys(setting)) settings[name] = null;
  for (const [name, value] of Object.entries(features)) Object.assign(settings, SETTINGS[name][value]);
  await page.driver.setContext(Context.CHROME);
  try {
    await page.driver.executeScript(
      `for (const [name, value] of Object.entries(arguments[0])) {
        if (value === null) Services.prefs.clearUserPref(name);
        else if (typeof value === 'number') Services.prefs.setIntPref(name, value);
        else Services.prefs.setStringPref(name, value);
      }`,
      settings,
    );
  } finally {
    await page.driver.setContext(Context.CONTENT);
  }
}
