// axe-core in every state that a widget can be in, in both themes and both languages.
import assert from 'node:assert/strict';
import { press } from './harness/hands.mjs';
import { onPage } from './harness/index.mjs';
import { CHARTS, everything, showWall, tag } from './harness/widgets.mjs';

const clean = async (page, state) => {
  const violations = await page.violations();
  assert.deepEqual(violations, [], `${state}: ${JSON.stringify(violations, null, 1)}`);
};

/** Many states in one page take longer than most tests. */
const PATIENT = { timeout: 150_000 };

/** The page around the widgets has to be in order itself. */
const framed = (html) => `<style>main { display: contents }</style><main><h1>Test</h1>${html}</main>`;

for (const theme of ['light', 'dark']) {
  for (const lang of ['en', 'zh']) {
    onPage(`axe finds nothing in any state (${theme}, ${lang})`, async (page) => {
      const common = { lang, controls: true };
      await page.run((theme, lang) => {
        document.documentElement.lang = lang;
        document.documentElement.style.colorScheme = theme;
        document.documentElement.style.background = theme === 'dark' ? '#14181d' : '#ffffff';
      }, theme, lang);
      const html = [
        tag('zone-chart', { id: 'wrong', ...common, indicator: 'gpd' }),
        tag('zone-chart', { id: 'chart', ...common, ...CHARTS.bar }),
        tag('zone-card', { id: 'card', ...common, indicator: 'gdp' }),
        tag('zone-table', { id: 'table', ...common, indicator: 'trade' }),
        tag('zone-sources', { id: 'sources', ...common, indicator: 'trade' }),
      ].join('');
      await showWall(page, framed(html));
      await clean(page, 'plain, and an error');
      const focus = (part) => page.run((part) => document.getElementById('chart').shadowRoot.querySelector(part).focus(), part);
      const open = (part) => page.run((part) => {
        const found = document.getElementById('chart').shadowRoot.querySelector(part);
        return !found.hidden && found.getClientRects().length > 0;
      }, part);
      await focus('[part=stage]');
      await press(page, 'ArrowRight');
      await page.painted();
      assert.ok(await open('[part=tooltip]'));
      await clean(page, 'focused, with a tooltip');
      await press(page, 'Enter');
      await page.until(() => open('[part=panel]'), 'no panel');
      await clean(page, 'panel');
      await press(page, 'Escape', 'Escape', 't');
      await clean(page, 'table');
      await press(page, 't');
      await focus('[data-item=sources]');
      await press(page, 'Enter');
      await clean(page, 'sources');
      await focus('[data-item=export]');
      await press(page, 'Enter');
      await page.until(() => open('[part=menu-list]'), 'no menu');
      await clean(page, 'menu');
      await page.screenshot(`axe-${theme}-${lang}`);
    }, PATIENT);
  }
}

onPage('axe finds nothing in any kind and variant, nor before anything is drawn', async (page) => {
  await showWall(page, framed(everything({ lang: 'en' })));
  await clean(page, 'every kind');
  // A widget that waits for its data: nothing has come, nothing has failed.
  await page.run(() => {
    window.fetch = () => new Promise(() => {});
    document.querySelector('main').innerHTML = '<h1>Test</h1><zone-chart id="waiting" dataset="/nowhere.json" indicator="gdp"></zone-chart>';
  });
  await page.painted();
  assert.equal(await page.run(() => document.getElementById('waiting').shadowRoot.querySelector('[part=root]').dataset.state), 'waiting');
  await clean(page, 'loading');
}, PATIENT);
