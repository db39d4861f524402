// Widgets that follow each other: what is selected or pointed at in one is so in the others, and nothing runs in circles.
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { onPage } from './harness/index.mjs';

const TRADE = 'etdz-trade-2021';

/** The first observation of every mark or row that is selected, by the id of its widget. */
const selected = (page) =>
  page.run(() => {
    const found = {};
    for (const widget of document.querySelectorAll('[id]')) {
      const marks = widget.shadowRoot?.querySelectorAll('.spot[aria-current], .tabular:not([hidden]) tbody > [aria-current]') ?? [];
      const ids = [...marks].map((mark) => mark.dataset.observations.split(' ')[0]);
      if (ids.length > 0) found[widget.id] = [...new Set(ids)];
    }
    return found;
  });

/** Presses the mark of an observation, as the keyboard does. */
const press = (page, widget, observation) =>
  page.run(
    (widget, observation) => {
      const { shadowRoot } = document.getElementById(widget);
      const marks = [...shadowRoot.querySelectorAll('.spot, tbody button.link')];
      marks.find((mark) => (mark.dataset.observations ?? mark.dataset.key).split(' ')[0] === observation).click();
    },
    widget,
    observation,
  );

const until = (page, wanted) =>
  page.until(
    async () => isDeepStrictEqual(await selected(page), wanted),
    async () => `selected: ${JSON.stringify(await selected(page))}, wanted: ${JSON.stringify(wanted)}`,
  );

/** Side by side, all in view: what is far from the viewport waits with its drawing. */
const show = async (page, html) => {
  await page.resize(1600, 1000);
  await page.show(`<div id="desk" style="display: grid; gap: 1rem; grid-template-columns: repeat(5, 1fr); align-items: start">${html}</div>`);
};

const closePanels = (page) =>
  page.run(() => {
    for (const { shadowRoot } of document.querySelectorAll('[id]')) shadowRoot?.querySelector('.close')?.click();
  });

onPage('a selection in one widget is one in those that follow it', async (page) => {
  await show(page, `
    <zone-chart id="bars" kind="bar" indicator="trade" publish="desk" lang="en"></zone-chart>
    <zone-table id="table" indicator="trade" subscribe="desk" lang="en"></zone-table>
    <zone-card id="card" observation="${TRADE}" subscribe="desk" lang="en"></zone-card>
    <zone-sources id="sources" indicator="trade" subscribe="desk" lang="en"></zone-sources>
    <zone-chart id="stranger" kind="bar" indicator="trade" subscribe="other" lang="en"></zone-chart>`);
  await press(page, 'bars', TRADE);
  await page.until(async () => 'card' in (await selected(page)));
  const found = await selected(page);
  assert.deepEqual(found.bars, [TRADE]);
  assert.deepEqual(found.card, [TRADE]);
  assert.deepEqual(found.table, [TRADE], 'the row of the figure itself, not those that mention it');
  assert.ok(found.sources.length > 0, 'the documents that print it');
  assert.equal(found.stranger, undefined, 'follows another name');
  // One act, one event, one panel: followers are silent.
  assert.deepEqual((await page.events('zone-select')).map(({ id }) => id), ['bars']);
  await page.until(() => page.run(() => !document.getElementById('bars').shadowRoot.querySelector('.panel').hidden), 'no panel');
  const panels = await page.run(() => [...document.querySelectorAll('[id]')].filter((widget) => widget.shadowRoot?.querySelector('.panel:not([hidden])')).map(({ id }) => id));
  assert.deepEqual(panels, ['bars']);
  await page.screenshot('linked');
  // It outlasts the panel, so that the followers can be read.
  await closePanels(page);
  await page.painted();
  assert.deepEqual((await selected(page)).card, [TRADE]);
  // Back from the mark to the picture: nothing is selected any longer, anywhere.
  await page.run(() => {
    const spot = document.getElementById('bars').shadowRoot.querySelector('.spot[aria-current]');
    spot.focus();
    spot.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
  });
  await until(page, {});
});

onPage('where a follower has other figures, it shows those of the same period', async (page) => {
  await show(page, `
    <zone-chart id="trade" kind="bar" indicator="trade" publish="desk"></zone-chart>
    <zone-chart id="gdp" kind="bar" indicator="gdp" subscribe="desk"></zone-chart>`);
  await press(page, 'trade', TRADE);
  await until(page, { trade: [TRADE], gdp: ['etdz-gdp-2021'] });
  await closePanels(page);
  // No gross product is known for the year of the target: none is pointed out.
  await press(page, 'trade', 'etdz-trade-2022-target');
  await until(page, { trade: ['etdz-trade-2022-target'] });
});

onPage('widgets that speak and follow under one name have one selection', async (page) => {
  const both = 'publish="desk" subscribe="desk" indicator="trade"';
  await show(page, `
    <zone-chart id="one" kind="bar" ${both}></zone-chart>
    <zone-chart id="two" kind="line" ${both}></zone-chart>
    <zone-table id="rows" ${both}></zone-table>`);
  await press(page, 'one', TRADE);
  await until(page, { one: [TRADE], two: [TRADE], rows: [TRADE] });
  await closePanels(page);
  const other = 'etdz-trade-2017-01-08';
  await press(page, 'rows', other);
  await until(page, { one: [other], two: [other], rows: [other] });
  await page.painted();
  assert.equal((await page.events('zone-select')).length, 2);
  // Whoever spoke last leaves: it takes back what it said.
  await page.run(() => document.getElementById('rows').remove());
  await until(page, {});
});

onPage('what is pointed at is lit in followers, without their tooltips', async (page) => {
  await show(page, `
    <zone-chart id="one" kind="bar" indicator="trade" publish="desk"></zone-chart>
    <zone-chart id="two" kind="bar" indicator="trade" subscribe="desk"></zone-chart>`);
  await page.run(() => {
    const spot = document.getElementById('one').shadowRoot.querySelector('.spot');
    const { left, top, width, height } = spot.getBoundingClientRect();
    const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, composed: true, pointerType: 'mouse' };
    spot.dispatchEvent(new PointerEvent('pointermove', at));
  });
  await page.until(() => page.run(() => {
    const [ring, spot] = ['.ring', '.spot'].map((part) => document.getElementById('two').shadowRoot.querySelector(part)?.getBoundingClientRect());
    return ring !== undefined && ring.left < spot.left && ring.right > spot.right && ring.width < spot.width + 12;
  }), 'nothing was lit');
  assert.deepEqual((await page.events('zone-focus')).map(({ id }) => id), ['one']);
  assert.ok(await page.run(() => document.getElementById('two').shadowRoot.querySelector('.tooltip').hidden));
});

onPage('a widget that comes later follows at once, and names can change', async (page) => {
  await show(page, `<zone-chart id="one" kind="bar" indicator="trade" publish="desk"></zone-chart>`);
  await press(page, 'one', TRADE);
  await page.run(() => {
    const late = document.createElement('zone-table');
    Object.assign(late, { id: 'late', indicator: 'trade', subscribe: 'desk' });
    document.getElementById('desk').append(late);
  });
  await until(page, { one: [TRADE], late: [TRADE] });
  await page.run(() => {
    document.getElementById('one').publish = 'elsewhere';
  });
  await until(page, { one: [TRADE] });
  await page.run(() => {
    document.getElementById('late').subscribe = 'nowhere elsewhere';
  });
  await until(page, { one: [TRADE], late: [TRADE] });
  assert.equal(await page.run(() => document.getElementById('late').getAttribute('subscribe')), 'nowhere elsewhere');
});
