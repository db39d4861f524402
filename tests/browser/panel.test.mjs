// One press from any figure to where it is printed, what follows from it, what else says so, and how to cite it.
import assert from 'node:assert/strict';
import { onPage } from './harness/index.mjs';

/** Presses what shows an observation; its panel may have to wait for the rest of the module. */
const open = async (page, selector, observation) => {
  await page.run(
    (selector, observation) => {
      const spots = document.querySelector(selector).shadowRoot.querySelectorAll('.spot, .tabular:not([hidden]) tbody button');
      [...spots].find(({ dataset }) => (dataset.observations ?? dataset.key)?.split(' ')[0] === observation).click();
    },
    selector,
    observation,
  );
  await page.until(async () => (await panel(page, selector)).open, 'no panel');
};

/** The panel's text, and the observations that it is about. */
const panel = (page, selector) =>
  page.run((selector) => {
    const found = document.querySelector(selector).shadowRoot.querySelector('.panel');
    return {
      open: !found.hidden,
      label: found.getAttribute('aria-label'),
      text: found.innerText,
      observations: [...found.querySelectorAll('article')].map(({ dataset }) => dataset.observation),
      links: [...found.querySelectorAll('button[data-observation]')].map(({ dataset }) => dataset.observation),
      derived: [...found.querySelectorAll('[data-derived]')].map((item) => ({ id: item.dataset.derived, text: item.innerText })),
    };
  }, selector);

onPage('a panel says what follows from a figure: range, formula, and the figures that went in', async (page) => {
  await page.show('<zone-chart kind="bar" indicator="trade" lang="en"></zone-chart>');
  await open(page, 'zone-chart', 'etdz-trade-2021');
  const english = await panel(page, 'zone-chart');
  const derived = await page.ask((data) => {
    return data.derived();
  });
  const shown = english.derived.map(({ id }) => id);
  for (const { id, from } of derived.filter(({ from }) => from.some((id) => english.observations.includes(id)))) {
    assert.ok(shown.includes(id), `${id} follows from ${from}`);
  }
  const base = english.derived.find(({ id }) => id === 'etdz-trade-2021-yoy-implied-base');
  // 11.2 may be 11.15 to 11.25, 19.2% may be 19.15% to 19.25%: 9.349 to 9.442, rounded outwards.
  const { low, high } = derived.find(({ id }) => id === base.id);
  assert.ok(Number(low) >= 11.15e9 / 1.1925 - 1e7 && Number(high) <= 11.25e9 / 1.1915 + 1e7, `${low} to ${high}`);
  assert.match(base.text, /derived/i);
  assert.match(base.text, /CN¥9\.35–9\.45\sbillion/);
  assert.match(base.text, /CN¥11\.2\sbillion ÷ \(1 \+ 19\.2%\)/);
  assert.ok(english.links.includes('etdz-trade-2021-yoy'), 'the inputs are linked');
  assert.match(english.text, /the value lies between CN¥11\.15\sbillion and CN¥11\.25\sbillion/);
  await page.run(() => document.querySelector('zone-chart').shadowRoot.querySelector('[data-derived]').scrollIntoView());
  await page.screenshot('panel-derived-en');
  // An open panel follows the language.
  await page.run(() => {
    document.querySelector('zone-chart').lang = 'zh';
  });
  await page.until(async () => (await panel(page, 'zone-chart')).text.includes('推算'), 'never in Chinese');
  const chinese = await panel(page, 'zone-chart');
  assert.deepEqual(chinese.derived.map(({ id }) => id), shown);
  assert.match(chinese.derived.find(({ id }) => id === base.id).text, /112亿元 ÷ \(1 \+ 19\.2%\)/);
  await page.run(() => document.querySelector('zone-chart').shadowRoot.querySelector('[data-derived]').scrollIntoView());
  await page.screenshot('panel-derived-zh');
});

onPage('links in a panel lead to other figures and back; Escape gives the focus back', async (page) => {
  await page.show('<zone-chart kind="bar" indicator="trade" lang="en"></zone-chart>');
  await page.run(() => document.querySelector('zone-chart').shadowRoot.querySelector('.spot').focus());
  await open(page, 'zone-chart', 'etdz-trade-2017-01-08');
  const first = await panel(page, 'zone-chart');
  const [target] = first.links.filter((id) => !first.observations.includes(id));
  assert.ok(target, 'something outside the panel is linked');
  const press = (selector) => page.run((selector) => document.querySelector('zone-chart').shadowRoot.querySelector(`.panel ${selector}`).click(), selector);
  await press(`button[data-observation="${target}"]`);
  assert.deepEqual((await panel(page, 'zone-chart')).observations, [target]);
  await press('.back');
  assert.deepEqual((await panel(page, 'zone-chart')).observations, first.observations);
  await page.run(() => {
    const { shadowRoot } = document.querySelector('zone-chart');
    shadowRoot.querySelector('.panel').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  });
  const after = await page.run(() => {
    const { shadowRoot } = document.querySelector('zone-chart');
    return { hidden: shadowRoot.querySelector('.panel').hidden, focus: shadowRoot.activeElement?.dataset.observations?.split(' ')[0] };
  });
  assert.deepEqual(after, { hidden: true, focus: 'etdz-trade-2017-01-08' });
});

onPage('relations are told with their intervals, corroboration with its documents', async (page) => {
  const { pair, corroborated } = await page.ask((data) => {
    const pair = data.relations().find(({ type }) => type === 'checks-against');
    const twice = data.observations().find(({ sources }) => new Set(sources.map(({ source }) => source)).size > 1);
    return { pair, corroborated: twice };
  });
  await page.show(`<zone-card class="checked" observation="${pair.from}" lang="en"></zone-card>
    <zone-card class="same" observation="${corroborated.id}" lang="en"></zone-card>`);
  await page.run(() => document.querySelector('.checked').shadowRoot.querySelector('.spot').click());
  await page.until(async () => (await panel(page, '.checked')).open, 'no panel');
  const found = await panel(page, '.checked');
  assert.ok(found.links.includes(pair.to));
  assert.match(found.text, /the value lies between|or more/);
  await page.screenshot('panel-relations');
  await page.run(() => document.querySelector('.same').shadowRoot.querySelector('.spot').click());
  await page.until(async () => (await panel(page, '.same')).open, 'no panel');
  assert.match((await panel(page, '.same')).text, /The same figure in \d+ sources/);
});

onPage('citations are copied in both languages, and a link to this very figure', async (page) => {
  await page.show('<zone-table indicator="gdp" lang="en"></zone-table>');
  await page.run(() => {
    window.copied = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => window.copied.push(text) } });
  });
  await open(page, 'zone-table', 'etdz-gdp-2021');
  await page.run(() => {
    for (const item of document.querySelector('zone-table').shadowRoot.querySelectorAll('.panel article:first-of-type .buttons button')) item.click();
  });
  const [chinese, english, link] = await page.run(() => window.copied);
  assert.match(chinese, /地区生产总值.*2021年.*317\.19亿元.*第\d+段。$/);
  assert.match(english, /2021: CN¥31\.719\sbillion \(actual\)\. Printed in: .* inferred as .* paragraph \d+\.$/);
  assert.match(link, /#zone=etdz-gdp-2021$/);
});

const arrived = (page, selector) =>
  page.until(
    () =>
      page.run((selector) => {
        const widget = document.querySelector(selector);
        const { top, bottom } = widget.getBoundingClientRect();
        return !widget.shadowRoot.querySelector('.panel').hidden && top < innerHeight && bottom > 0;
      }, selector),
    `${selector} did not answer`,
  );

onPage('a link leads to the figure, far down and later too, and one widget answers', async (page) => {
  await page.run(async () => {
    await import('/pkg/auto.js');
    document.body.innerHTML = '<div class="tall" style="height: 4000px"></div><zone-chart class="first" kind="bar" indicator="trade"></zone-chart><zone-chart class="second" kind="line" indicator="trade"></zone-chart><zone-table indicator="gdp"></zone-table>';
    location.hash = '#zone=etdz-trade-2021';
  });
  await arrived(page, '.first');
  const opened = () =>
    page.run(() => [...document.querySelectorAll('zone-chart, zone-table')].filter(({ shadowRoot }) => !shadowRoot.querySelector('.panel').hidden).map(({ className, localName }) => className || localName));
  await page.painted();
  assert.deepEqual(await opened(), ['first']);
  assert.deepEqual((await panel(page, '.first')).observations[0], 'etdz-trade-2021');
  assert.equal(await page.run(() => document.querySelector('.first').shadowRoot.querySelector('.spot[aria-current]').dataset.observations.split(' ')[0]), 'etdz-trade-2021');
  await page.screenshot('address-followed');
  // The address changes: a table answers as well.
  await page.run(() => scrollTo(0, 0));
  await page.run(() => {
    location.hash = '#zone=etdz-gdp-2021';
  });
  await arrived(page, 'zone-table');
  // Nothing here shows that one; nothing happens.
  await page.run(() => {
    location.hash = '#zone=%E0%A4';
  });
  await page.painted();
  await page.run(() => {
    location.hash = '';
  });
});
