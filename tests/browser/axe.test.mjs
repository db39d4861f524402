// axe-core finds nothing wrong with a widget in any of its states, in both themes and both languages.
import assert from 'node:assert/strict';
import { onPage } from './harness/index.mjs';

const WIDGETS = `
  <zone-chart class="plain" kind="bar" indicator="trade" controls></zone-chart>
  <zone-chart class="focused" kind="line" indicator="trade" controls></zone-chart>
  <zone-chart class="table" kind="donut" indicator="population-urban-rural" controls></zone-chart>
  <zone-chart class="sources" kind="pipeline" controls></zone-chart>
  <zone-chart class="broken" indicator="no-such"></zone-chart>
  <zone-chart class="publishing" kind="bar" indicator="gdp" publish="pair"></zone-chart>
  <zone-card class="card" indicator="gdp" controls></zone-card>
  <zone-card class="rank" observation="etdz-trade-2021-rank"></zone-card>
  <zone-sources class="documents" indicator="trade" controls></zone-sources>
  <zone-table class="following" indicator="gdp" subscribe="pair" controls></zone-table>`;

/** States that can stand on one page at once, and those of which there is one at a time. */
const STATES = {
  'all at once': () => {
    const inside = (selector, part) => document.querySelector(selector).shadowRoot.querySelector(part);
    inside('.table', '[data-item=table]').click();
    inside('.sources', '[data-item=sources]').click();
    document.querySelector('.publishing').state = 'select=etdz-gdp-2021';
  },
  'a focused mark with its tooltip': () => {
    const { shadowRoot } = document.querySelector('.focused');
    const stage = shadowRoot.querySelector('.stage');
    stage.focus();
    stage.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
  },
  'an open menu': () => {
    const { shadowRoot } = document.querySelector('.plain');
    shadowRoot.querySelector('[data-item=export]').click();
  },
  'an open panel': () => {
    document.querySelector('.card').shadowRoot.querySelector('.spot').click();
  },
};

/** What each state must have brought about, so that axe never looks at something else. */
const PROOFS = {
  'all at once': () => {
    const seen = (selector, part) => document.querySelector(selector).shadowRoot.querySelector(part)?.checkVisibility() === true;
    const { shadowRoot } = document.querySelector('.following');
    return (
      !document.querySelector('.table').shadowRoot.querySelector('[part=table]').classList.contains('unseen') &&
      seen('.sources', '[data-item=sources][aria-pressed=true]') &&
      seen('.broken', '[part=message]') &&
      shadowRoot.querySelector('tbody [aria-current]') !== null
    );
  },
  'a focused mark with its tooltip': () => {
    const { shadowRoot } = document.querySelector('.focused');
    return shadowRoot.activeElement?.classList.contains('spot') && !shadowRoot.querySelector('[part=tooltip]').hidden;
  },
  'an open menu': () => document.querySelector('.plain').shadowRoot.querySelector('[part=menu-list]')?.checkVisibility() === true,
  'an open panel': () => !document.querySelector('.card').shadowRoot.querySelector('[part=panel]').hidden,
};

async function faultless(page, state) {
  assert.deepEqual(await page.violations(), [], state);
}

for (const lang of ['en', 'zh']) {
  for (const theme of ['light', 'dark']) {
    onPage(`axe finds nothing in any state: ${lang}, ${theme}`, async (page) => {
      await page.resize(1780, 1680); // widgets out of sight wait
      await page.run(
        async (lang, theme, html) => {
          document.documentElement.lang = lang;
          document.documentElement.style.colorScheme = theme;
          document.body.style.background = theme === 'dark' ? '#14181d' : '#fff';
          await import('/pkg/auto.js');
          // A landmark and a heading, as a page has them: what is missing outside is not the widgets' fault.
          document.body.innerHTML = `<main><h1 style="color: CanvasText">${lang}</h1>
            <div style="display: grid; grid-template-columns: repeat(4, 1fr); align-items: start; gap: 1rem">${html}</div></main>`;
        },
        lang,
        theme,
        WIDGETS,
      );
      await page.ready();
      assert.deepEqual((await page.events('zone-error')).map(({ detail }) => detail.code), ['unknown-indicator']);
      await faultless(page, 'plain');
      for (const [state, enter] of Object.entries(STATES)) {
        await page.run(enter);
        await page.until(() => page.run(PROOFS[state]), `${state} never came about`);
        await page.painted();
        if (state === 'all at once') await page.screenshot(`axe-${lang}-${theme}`);
        await faultless(page, state);
      }
    });
  }
}

for (const theme of ['light', 'dark']) {
  onPage(`axe finds nothing while a widget waits, and where it could not load: ${theme}`, async (page) => {
    await page.run(async (theme) => {
      document.documentElement.style.colorScheme = theme;
      document.body.style.background = theme === 'dark' ? '#14181d' : '#fff';
      const gone = new Promise((_, reject) => (window.lose = () => reject(new Error('offline'))));
      window.asked = new Promise((resolve) => {
        // Whoever asks, and however late, hears the same.
        window.fetch = () => {
          resolve();
          return gone;
        };
      });
      await import('/pkg/auto.js');
      document.body.innerHTML = `<main><h1 style="color: CanvasText">page</h1><zone-chart indicator="gdp" lang="en" controls></zone-chart>
        <zone-card indicator="gdp" lang="zh"><table style="color: CanvasText"><caption>GDP</caption><tr><th scope="row">2021</th><td>317.19</td></tr></table></zone-card></main>`;
      await window.asked;
    }, theme);
    await faultless(page, 'waiting');
    await page.run(() => window.lose());
    await page.ready();
    assert.deepEqual((await page.events('zone-error')).map(({ detail }) => detail.code), ['load-failed', 'load-failed']);
    await faultless(page, 'failed');
  });
}
