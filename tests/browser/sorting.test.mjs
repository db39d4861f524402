// Tables that a reader sorts: numbers by value, periods by time, what is absent last.
import assert from 'node:assert/strict';
import { onPage } from './harness/index.mjs';

/** The texts of a column in the order on the page. */
const column = (page, selector, key) =>
  page.run(
    (selector, key) => {
      const table = document.querySelector(selector).shadowRoot.querySelector('.tabular:not([hidden]) table');
      const at = [...table.querySelectorAll('thead button')].findIndex((button) => button.dataset.key === key);
      return [...table.tBodies[0].rows].map((row) => row.cells[at].textContent);
    },
    selector,
    key,
  );

/** The observation that each row is about. */
const rows = (page, selector) =>
  page.run(
    (selector) =>
      [...document.querySelector(selector).shadowRoot.querySelector('.tabular:not([hidden]) table').tBodies[0].rows].map((row) =>
        row.dataset.observations.split(' ')[0],
      ),
    selector,
  );

const press = (page, selector, key) =>
  page.run(
    (selector, key) => {
      const button = document.querySelector(selector).shadowRoot.querySelector(`.tabular:not([hidden]) thead [data-key="${key}"]`);
      button.focus();
      button.click();
    },
    selector,
    key,
  );

const orders = (page, selector) =>
  page.run(
    (selector) =>
      Object.fromEntries(
        [...document.querySelector(selector).shadowRoot.querySelectorAll('.tabular:not([hidden]) th[aria-sort]')].map((head) => [
          head.querySelector('button').dataset.key,
          head.getAttribute('aria-sort'),
        ]),
      ),
    selector,
  );

const records = (page) =>
  page.ask((data) => {
    return data.observations();
  });


onPage('values sort by amount within their unit, periods by time, and both ways', async (page) => {
  await page.show('<zone-table indicator="trade gdp" lang="en"></zone-table>');
  const known = new Map((await records(page)).map((record) => [record.id, record]));
  const original = await rows(page, 'zone-table');
  assert.ok(original.length > 8);
  await press(page, 'zone-table', 'value');
  assert.deepEqual(await orders(page, 'zone-table'), { value: 'ascending' });
  const up = (await rows(page, 'zone-table')).map((id) => known.get(id));
  const units = up.map(({ unit }) => unit);
  assert.equal(new Set(units).size, units.filter((unit, at) => unit !== units[at - 1]).length, `each unit in one stretch: ${units}`);
  for (const [at, record] of up.entries()) {
    const before = up[at - 1];
    if (before?.unit === record.unit) assert.ok(Number(before.value) <= Number(record.value), `${before.id} before ${record.id}`);
  }
  await press(page, 'zone-table', 'value');
  assert.deepEqual(await orders(page, 'zone-table'), { value: 'descending' });
  const down = (await rows(page, 'zone-table')).map((id) => known.get(id));
  assert.deepEqual(down.map(({ value }) => value), up.map(({ value }) => value).reverse());
  await press(page, 'zone-table', 'value');
  assert.deepEqual(await orders(page, 'zone-table'), {});
  assert.deepEqual(await rows(page, 'zone-table'), original, 'the third press brings the first order back');
  await press(page, 'zone-table', 'period');
  const years = (await rows(page, 'zone-table')).map((id) => Number(known.get(id).period.slice(0, 4)));
  assert.deepEqual(years, years.toSorted((a, b) => a - b));
});

onPage('what is absent stands last, whichever way', async (page) => {
  await page.show('<zone-table indicator="trade" lang="en"></zone-table>');
  const words = await column(page, 'zone-table', 'statements');
  assert.ok(words.includes('') && words.some((text) => text), 'the case is in the data');
  for (const way of ['ascending', 'descending']) {
    await press(page, 'zone-table', 'statements');
    assert.deepEqual(await orders(page, 'zone-table'), { statements: way });
    const sorted = await column(page, 'zone-table', 'statements');
    const first = sorted.indexOf('');
    assert.ok(sorted.slice(first).every((text) => text === ''), sorted.join(' | '));
  }
});

onPage('the order is announced once, keeps the focus, and outlives redraws', async (page) => {
  await page.show('<zone-table indicator="trade" lang="en"></zone-table>');
  await page.run(() => {
    const { shadowRoot } = document.querySelector('zone-table');
    window.heard = [];
    const status = shadowRoot.querySelector('[role=status]');
    new MutationObserver(() => status.textContent && window.heard.push(status.textContent)).observe(status, { childList: true });
  });
  await press(page, 'zone-table', 'value');
  await page.painted();
  assert.deepEqual(await page.run(() => window.heard), ['Sorted by Value, ascending']);
  const sorted = await rows(page, 'zone-table');
  const held = () => page.run(() => document.querySelector('zone-table').shadowRoot.activeElement?.dataset.key);
  assert.equal(await held(), 'value');
  await page.run(() => {
    document.querySelector('zone-table').lang = 'zh';
  });
  await page.until(async () => (await column(page, 'zone-table', 'value')).some((text) => text.includes('亿元')), 'never in Chinese');
  assert.deepEqual(await rows(page, 'zone-table'), sorted);
  assert.deepEqual(await orders(page, 'zone-table'), { value: 'ascending' });
  assert.equal(await held(), 'value', 'the focus stayed on the header');
});

onPage('headers are one stop of the keyboard, figures another', async (page) => {
  await page.show('<zone-table indicator="trade" lang="en"></zone-table>');
  const stops = () =>
    page.run(() => {
      const table = document.querySelector('zone-table').shadowRoot.querySelector('table');
      return [table.tHead, table.tBodies[0]].map((part) => part.querySelectorAll('button[tabindex="0"]').length);
    });
  assert.deepEqual(await stops(), [1, 1]);
  const keys = (list) =>
    page.run((list) => {
      const { shadowRoot } = document.querySelector('zone-table');
      for (const key of list) {
        shadowRoot.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
      }
      return shadowRoot.activeElement.dataset.key;
    }, list);
  await page.run(() => document.querySelector('zone-table').shadowRoot.querySelector('thead button').focus());
  assert.equal(await keys(['ArrowRight', 'ArrowRight']), 'value', 'behind indicator and period; the entity is in the caption');
  assert.equal(await keys(['End']), 'printed');
  assert.deepEqual(await stops(), [1, 1]);
});

onPage('the table behind a chart sorts too, and is no stop while it is out of sight', async (page) => {
  await page.show('<zone-chart kind="bar" indicator="trade" lang="en" controls></zone-chart>');
  const reachable = () => page.run(() => document.querySelector('zone-chart').shadowRoot.querySelectorAll('.tabular:not([hidden]) [tabindex="0"]').length);
  assert.equal(await reachable(), 0);
  await page.run(() => document.querySelector('zone-chart').shadowRoot.querySelector('[data-item=table]').click());
  assert.ok((await reachable()) > 0);
  await press(page, 'zone-chart', 'value');
  await press(page, 'zone-chart', 'value');
  assert.deepEqual(await orders(page, 'zone-chart'), { value: 'descending' });
  assert.match((await column(page, 'zone-chart', 'value'))[0], /CN¥12/, 'the target of 2022 is the greatest');
  await page.screenshot('sorted-behind-a-chart');
});

onPage('documents have title, publisher and date, sort by time and by count, and lead to their figures', async (page) => {
  await page.show('<zone-sources lang="en"></zone-sources>');
  const documents = await page.ask((data) => {
    return data.sources();
  });
  assert.deepEqual((await column(page, 'zone-sources', 'document')).toSorted(), documents.map(({ title }) => title.en).toSorted());
  const publishers = await column(page, 'zone-sources', 'publisher');
  for (const { publisher } of documents) assert.ok(publishers.includes(publisher.en), publisher.en);
  const dates = await column(page, 'zone-sources', 'date');
  const inferred = documents.filter(({ dateBasis }) => dateBasis === 'inferred').length;
  assert.equal(dates.filter((text) => text.includes('inferred')).length, inferred);
  await press(page, 'zone-sources', 'date');
  const byTitle = new Map(documents.map(({ title, date }) => [title.en, date]));
  const days = (await column(page, 'zone-sources', 'document')).map((title) => byTitle.get(title));
  assert.deepEqual(days, days.toSorted());
  await press(page, 'zone-sources', 'figures');
  const counts = (await column(page, 'zone-sources', 'figures')).map((text) => parseInt(text, 10));
  assert.deepEqual(counts, counts.toSorted((a, b) => a - b));
  const printed = await page.ask((data) => {
    const sets = {};
    for (const { id, sources } of data.observations()) for (const { source } of sources) (sets[source] ??= new Set()).add(id);
    return Object.values(sets).map((set) => set.size);
  });
  assert.deepEqual(counts, printed.toSorted((a, b) => a - b), 'every figure that a document prints is counted, once');
  await page.screenshot('sources');
  // From a document to its figures, to one of them, and back.
  await page.run(() => document.querySelector('zone-sources').shadowRoot.querySelector('.tabular:not([hidden]) > table tbody button').click());
  const panel = (work) => page.run(work);
  await page.until(() => page.run(() => document.querySelector('zone-sources').shadowRoot.querySelector('.panel li button') !== null), 'no panel');
  const listed = await panel(() => document.querySelector('zone-sources').shadowRoot.querySelectorAll('.panel li button').length);
  assert.equal(listed, counts[0]);
  await page.screenshot('sources-figures');
  await panel(() => document.querySelector('zone-sources').shadowRoot.querySelector('.panel li button').click());
  assert.equal(await panel(() => document.querySelector('zone-sources').shadowRoot.querySelectorAll('.panel article').length), 1);
  await panel(() => document.querySelector('zone-sources').shadowRoot.querySelector('.panel .back').click());
  assert.equal(await panel(() => document.querySelector('zone-sources').shadowRoot.querySelectorAll('.panel li button').length), listed);
});

onPage('words sort as their language does, and what is equal keeps its order', async (page) => {
  for (const lang of ['zh', 'en']) {
    await page.show(`<zone-sources lang="${lang}"></zone-sources><zone-table indicator="trade gdp" lang="${lang}"></zone-table>`);
    await press(page, 'zone-sources', 'document');
    const titles = await column(page, 'zone-sources', 'document');
    assert.deepEqual(titles, titles.toSorted(new Intl.Collator(lang, { numeric: true }).compare));
    if (lang === 'zh') assert.notDeepEqual(titles, titles.toSorted(new Intl.Collator('en').compare), 'the case is in the data');
    const before = await rows(page, 'zone-table');
    const status = new Map((await column(page, 'zone-table', 'status')).map((text, at) => [before[at], text]));
    await press(page, 'zone-table', 'status');
    const after = await rows(page, 'zone-table');
    for (const text of new Set(status.values())) {
      const alike = (list) => list.filter((id) => status.get(id) === text);
      assert.deepEqual(alike(after), alike(before), `${text}: in the order of the table`);
    }
    assert.ok(new Set(status.values()).size < before.length, 'some are alike');
  }
});

onPage('in a narrow place a row is a block of labelled lines, and still a row', async (page) => {
  await page.resize(1500, 900);
  await page.show('<div style="width: 288px"><zone-table indicator="gdp trade" lang="en"></zone-table></div>');
  await page.until(() => page.run(() => document.querySelector('zone-table').shadowRoot.querySelector('tbody td') !== null), 'no table');
  const laid = () =>
    page.run(() => {
      const { shadowRoot } = document.querySelector('zone-table');
      const [scroller, row] = [shadowRoot.querySelector('.tabular'), shadowRoot.querySelector('tbody tr')];
      const cells = [...row.cells].filter((cell) => cell.textContent);
      const lefts = new Set(cells.map((cell) => Math.round(cell.getBoundingClientRect().left)));
      return {
        sideways: scroller.scrollWidth > scroller.clientWidth,
        stacked: lefts.size === 1,
        // Some engines say where the text comes from, others what it is.
        unlabelled: cells.slice(1).filter((cell) => {
          const { content } = getComputedStyle(cell, '::before');
          return !cell.dataset.label || !(content.includes('attr(data-label)') || content.includes(cell.dataset.label));
        }).length,
        roles: [...new Set([...shadowRoot.querySelectorAll('table, thead, tbody, tr, th, td')].map((part) => part.getAttribute('role')))].sort(),
        caption: shadowRoot.querySelector('caption').textContent,
      };
    });
  const roles = ['cell', 'columnheader', 'row', 'rowgroup', 'rowheader', 'table'];
  const caption = 'Gross domestic product and Imports and exports of goods, Dezhou Economic and Technological Development Zone';
  assert.deepEqual(await laid(), { sideways: false, stacked: true, unlabelled: 0, roles, caption });
  await page.run(() => (document.querySelector('zone-table').parentElement.style.width = '1400px'));
  await page.until(async () => !(await laid()).stacked, 'it is a list where there is room for a table');
});
