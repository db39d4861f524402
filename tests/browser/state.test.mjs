// What a reader has made of a widget, as a short text that brings another one there.
import assert from 'node:assert/strict';
import { onPage } from './harness/index.mjs';

const TRADE = 'etdz-trade-2021';
const state = (page, selector) => page.run((selector) => document.querySelector(selector).state, selector);
const restore = async (page, selector, text) => {
  await page.run(
    (selector, text) => {
      document.querySelector(selector).state = text;
    },
    selector,
    text,
  );
  await page.painted();
};
const table = '.tabular:not([hidden]) table';

onPage('what the reader does becomes a state, and each change an event', async (page) => {
  await page.show('<zone-chart kind="bar" indicator="trade" lang="en" controls></zone-chart>');
  assert.equal(await state(page, 'zone-chart'), 'kind=bar&lang=en');
  assert.deepEqual(await page.events('zone-state'), [], 'nothing has changed yet');
  await page.run(
    (table) => {
      const { shadowRoot } = document.querySelector('zone-chart');
      [...shadowRoot.querySelectorAll('.spot')].find(({ dataset }) => dataset.observations?.startsWith('etdz-trade-2021')).click();
      shadowRoot.querySelector('[data-legend=target]').click();
      shadowRoot.querySelector(`${table} [data-key=value]`).click();
      shadowRoot.querySelector(`${table} [data-key=value]`).click();
    },
    table,
  );
  await page.painted();
  const parts = new URLSearchParams(await state(page, 'zone-chart'));
  assert.deepEqual([...parts.keys()].filter((key) => key !== 'focus'), ['kind', 'lang', 'select', 'hide', 'sort']);
  assert.equal(parts.get('select').split(' ')[0], TRADE);
  assert.equal(parts.get('hide'), 'target');
  assert.equal(parts.get('sort'), '-value');
  const events = await page.events('zone-state');
  const last = events.at(-1).detail;
  assert.equal(last.state, await state(page, 'zone-chart'));
  assert.equal(last.observations[0], TRADE);
});

onPage('a state restores kind, language, selection, legend, focus and order', async (page) => {
  await page.show('<zone-chart indicator="trade" lang="en"></zone-chart>');
  const text = `kind=bar&lang=zh&select=${TRADE}&hide=target&focus=etdz-trade-2020-01-10&sort=-value`;
  await restore(page, 'zone-chart', text);
  await page.until(() => page.run(() => document.querySelector('zone-chart').shadowRoot.querySelector('.root').lang === 'zh-Hans'));
  await page.painted();
  const seen = await page.run((table) => {
    const chart = document.querySelector('zone-chart');
    const { shadowRoot } = chart;
    return {
      kind: chart.kind,
      current: shadowRoot.querySelector('.spot[aria-current]')?.dataset.observations.split(' ')[0],
      hidden: [...shadowRoot.querySelectorAll('[data-legend][aria-checked=false]')].map(({ dataset }) => dataset.legend),
      sorted: shadowRoot.querySelector(`${table} th[aria-sort=descending] button`)?.dataset.key,
      panel: shadowRoot.querySelector('.panel').hidden,
      active: shadowRoot.activeElement,
    };
  }, table);
  assert.deepEqual(seen, { kind: 'bar', current: TRADE, hidden: ['target'], sorted: 'value', panel: true, active: null });
  assert.equal(await state(page, 'zone-chart'), text);
  await page.screenshot('state-restored');
  // The keyboard enters where it was.
  const entered = await page.run(() => {
    const { shadowRoot } = document.querySelector('zone-chart');
    const stage = shadowRoot.querySelector('.stage');
    stage.focus();
    stage.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, composed: true, cancelable: true }));
    return shadowRoot.activeElement.dataset.observations.split(' ')[0];
  });
  assert.equal(entered, 'etdz-trade-2020-01-10');
});

onPage('every state comes back as it was', async (page) => {
  await page.show('<zone-chart kind="bar" indicator="trade" lang="en"></zone-chart><zone-table indicator="trade"></zone-table><zone-sources></zone-sources>');
  const { marks, keys } = await page.run((table) => {
    const { shadowRoot } = document.querySelector('zone-chart');
    const all = (selector) => [...shadowRoot.querySelectorAll(selector)].map(({ dataset }) => dataset);
    return {
      marks: all('[data-observations].spot').map(({ observations }) => observations).filter((ids) => !ids.includes('target')),
      keys: all(`${table} thead button`).map(({ key }) => key),
    };
  }, table);
  let seed = 20210601;
  const random = (count) => (seed = (seed * 1103515245 + 12345) % 2147483648) % count;
  const one = (list) => list[random(list.length)];
  for (let round = 0; round < 24; round += 1) {
    const parts = {
      kind: one(['bar', 'auto']),
      lang: one(['zh', 'en']),
      select: one(['', ...marks]),
      hide: one(['', 'target']),
      focus: one(['', ...marks]).split(' ')[0],
      sort: one(['', ...keys, ...keys.map((key) => `-${key}`)]),
    };
    const text = String(new URLSearchParams(Object.entries(parts).filter(([, value]) => value)));
    await restore(page, 'zone-chart', text);
    assert.equal(await state(page, 'zone-chart'), text);
  }
  for (const [tag, text] of [
    ['zone-table', 'kind=auto&lang=zh&select=etdz-trade-2021&sort=-period'],
    ['zone-sources', 'kind=auto&lang=en&sort=figures'],
  ]) {
    await restore(page, tag, text);
    assert.equal(await state(page, tag), text);
  }
  // Parts in any order; what is not shown is let go.
  await restore(page, 'zone-chart', `select=no-such-observation&lang=en&kind=bar`);
  await page.until(async () => (await state(page, 'zone-chart')) === 'kind=bar&lang=en');
});

onPage('an attribute gives a state to begin with', async (page) => {
  await page.show(`<zone-chart kind="bar" indicator="trade" lang="en" state="select=${TRADE}"></zone-chart>`);
  assert.equal(await state(page, 'zone-chart'), `kind=bar&lang=en&select=${TRADE}`);
});

onPage('a text that is no state says so, and the next one mends it', async (page) => {
  await page.show('<zone-chart kind="bar" indicator="trade" lang="en"></zone-chart>');
  for (const [text, named] of [
    ['colour=red', 'colour=red'],
    ['nonsense', 'nonsense='],
    ['kind=bar&sort=weather', 'sort=weather'],
    ['kind=pie', 'pie'],
    ['%E0%A4%A=&&&=', ''],
  ]) {
    await restore(page, 'zone-chart', text);
    const message = () => page.run(() => document.querySelector('zone-chart').shadowRoot.querySelector('.message').textContent);
    await page.until(async () => (await message()).includes(named) && (await message()) !== '', `${text}: no message`);
    const error = (await page.events('zone-error')).at(-1).detail;
    assert.equal(error.code, text === 'kind=pie' ? 'bad-attribute' : 'bad-state');
    assert.equal(error.message, await message());
    await restore(page, 'zone-chart', 'kind=bar&lang=en');
    await page.until(async () => (await message()) === '', 'never mended');
    assert.equal(await state(page, 'zone-chart'), 'kind=bar&lang=en');
  }
});
