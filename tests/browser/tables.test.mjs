// Tables to look at: columns where there is room, blocks where there is none; a table for assistive technology either way.
import assert from 'node:assert/strict';
import { engine, onPage } from './harness/index.mjs';
import { prefer } from './harness/preferences.mjs';

const CASES = [
  '<zone-table indicator="trade"></zone-table>',
  '<zone-table indicator="gdp trade"></zone-table>',
  '<zone-table></zone-table>',
  '<zone-sources indicator="trade"></zone-sources>',
];

const shown = (page, work) => page.run((work) => {
  const host = document.querySelector('zone-table, zone-sources');
  const box = host.shadowRoot.querySelector('.tabular:not([hidden])');
  return new Function('box', 'table', `return (${work})(box, table)`)(box, box.querySelector('table'));
}, String(work));

const withLang = (html, lang) => html.replace(/ |>/, (end) => ` lang="${lang}"${end}`);

onPage('at 320 pixels no table scrolls sideways, with wide text neither, and every cell stands under the name of its column', async (page) => {
  await page.resize(320, 900);
  for (const lang of ['en', 'zh']) {
    for (const [at, html] of CASES.entries()) {
      await page.show(withLang(html, lang));
      for (const spaced of [false, true]) {
        if (spaced) await page.run(() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }');
          const { shadowRoot } = document.querySelector('zone-table, zone-sources');
          shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
        });
        const found = await shown(page, (box, table) => ({
          sideways: box.scrollWidth - box.clientWidth,
          out: [...table.querySelectorAll('th, td, button')].filter((cell) => {
            const { left, right } = cell.getBoundingClientRect();
            return left < -1 || right > innerWidth + 1 || cell.scrollWidth > cell.clientWidth + 1 && cell.clientWidth > 0;
          }).map((cell) => cell.textContent).slice(0, 3),
          // Cells of a row one below the other, each with its column's name.
          beside: [...table.tBodies[0].rows].filter(({ cells }) => {
            const tops = [...cells].filter((cell) => cell.textContent).map((cell) => cell.getBoundingClientRect().top);
            return tops.some((top, index) => index > 0 && top <= tops[index - 1]);
          }).length,
          unnamed: [...table.tBodies[0].rows].slice(0, 20).flatMap(({ cells }) => [...cells].slice(1)
            .filter((cell) => cell.textContent)
            .filter((cell) => {
              const { textContent } = table.tHead.rows[0].cells[cell.cellIndex];
              // Firefox says where the text comes from, not which it is.
              return !getComputedStyle(cell, '::before').content.replace('attr(data-label)', cell.dataset.label).includes(textContent);
            })).length,
          sorters: [...table.tHead.querySelectorAll('button')].filter((button) => button.getBoundingClientRect().height > 0).length,
          columns: table.tHead.rows[0].cells.length,
        }));
        const { columns, sorters, ...faults } = found;
        assert.deepEqual(faults, { sideways: 0, out: [], beside: 0, unnamed: 0 }, `${html} in ${lang}${spaced ? ', spaced' : ''}`);
        assert.ok(columns > 1 && sorters === columns, 'every column can be sorted');
      }
      await page.screenshot(`narrow-${at}-${lang}`);
    }
  }
});

onPage('blocks and columns alike are a table with headers to assistive technology', async (page) => {
  for (const width of [320, 1200]) {
    await page.resize(width, 900);
    await page.show('<zone-table indicator="trade" lang="en"></zone-table>');
    const root = await (await page.driver.findElement({ css: 'zone-table' })).getShadowRoot();
    const role = async (css) => (await root.findElement({ css })).getAriaRole();
    assert.match(await role('table'), /table/i, `at ${width}`);
    assert.match(await role('tbody tr'), /row/i);
    assert.match(await role('thead th'), /column ?header/i);
    assert.match(await role('tbody th'), /row ?header/i);
    assert.match(await role('tbody td'), /cell/i);
    const display = await page.run(() => getComputedStyle(document.querySelector('zone-table').shadowRoot.querySelector('table')).display);
    assert.equal(display, width < 500 ? 'block' : 'table', 'the case is there');
  }
});

onPage('at no width a column is out of sight: where all of them have no room they are a list', async (page) => {
  for (const lang of ['en', 'zh']) {
    for (const html of CASES) {
      await page.show(withLang(html, lang));
      const laid = [];
      for (let width = 360; width <= 1400; width += 80) {
        await page.resize(width, 900);
        const { sideways, display } = await shown(page, (box, table) => ({
          sideways: box.scrollWidth - box.clientWidth,
          display: getComputedStyle(table).display,
        }));
        assert.equal(sideways, 0, `${html} in ${lang} at ${width}`);
        laid.push(display);
      }
      assert.equal(laid.at(0), 'block', 'a list where it is narrow');
      assert.equal(laid.at(-1), 'table', `${html} in ${lang}: columns where it is wide`);
      assert.deepEqual(laid, [...laid].sort(), 'and once columns, always columns');
    }
  }
});

onPage('where there is room rows stay low, and what all of them say stands in the caption', async (page) => {
  for (const lang of ['en', 'zh']) {
    await page.resize(1600, 900);
    for (const html of CASES) {
      await page.show(withLang(html, lang));
      const { high, line } = await shown(page, (box, table) => ({
        high: Math.max(...[...table.tBodies[0].rows].map((row) => row.getBoundingClientRect().height)),
        line: parseFloat(getComputedStyle(table).lineHeight),
      }));
      // The longest texts have four lines.
      assert.ok(high <= 4 * line + 16, `${html} in ${lang}: a row of ${high} pixels`);
    }
    await page.resize(800, 900);
    await page.show(`<zone-chart kind="bar" indicator="trade" lang="${lang}" controls></zone-chart>`);
    const { caption, columns, sideways } = await page.run(() => {
      const { shadowRoot } = document.querySelector('zone-chart');
      shadowRoot.querySelector('[data-item=table]').click();
      const table = shadowRoot.querySelector('table');
      const box = table.closest('.tabular');
      const columns = [...table.tHead.querySelectorAll('button')].map(({ dataset }) => dataset.key);
      return { caption: table.caption.textContent, columns, sideways: box.scrollWidth - box.clientWidth };
    });
    assert.equal(sideways, 0, lang);
    assert.deepEqual(columns, ['period', 'value', 'status', 'statements', 'source', 'printed']);
    assert.equal(caption, lang === 'zh' ? '外贸进出口总额，德州经济技术开发区' : 'Imports and exports of goods, Dezhou Economic and Technological Development Zone');
  }
});

const noPaper = engine === 'chromium' ? false : 'only Chromium can be told that it prints';
onPage('on paper no column is cut off', async (page) => {
  try {
    await prefer(page, {}, 'print');
    await page.resize(680, 900); // what is left of A4 between margins, at 96 dots an inch
    for (const lang of ['en', 'zh']) {
      for (const html of CASES.slice(0, 2)) {
        await page.show(withLang(html, lang));
        const [wide, room, display] = await shown(page, (box, table) => [table.getBoundingClientRect().width, box.clientWidth, getComputedStyle(table).display]);
        assert.equal(display, 'table');
        assert.ok(wide <= room + 1, `${html} in ${lang}: ${wide} pixels on ${room}`);
      }
    }
  } finally {
    await prefer(page, {});
  }
}, { skip: noPaper });

onPage('a saved order by a column that all rows share is kept, and changes nothing', async (page) => {
  await page.show('<zone-table indicator="trade" lang="en"></zone-table>');
  const ids = () => shown(page, (_, table) => [...table.tBodies[0].rows].map((row) => row.dataset.observations));
  const before = await ids();
  await page.show('<zone-table indicator="trade" lang="en" state="sort=-entity"></zone-table>');
  assert.deepEqual(await ids(), before);
  const state = () => page.run(() => document.querySelector('zone-table').state);
  assert.match(await state(), /sort=-entity/);
  // With other indicators the rows differ in it, and stand in that order.
  await page.run(() => document.querySelector('zone-table').removeAttribute('indicator'));
  await page.until(() => shown(page, (_, table) => table.tHead.querySelector('[aria-sort=descending] [data-key=entity]') !== null), 'not in that order');
});
