// Five renderings, one set of figures: what a page draws on the canvas, puts into the table, says, and gives away as CSV
// and JSON-LD is read back, for every case of the gallery, and holds the same observations with the same values.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseCsv } from './harness/csv.mjs';
import { onPage } from './harness/index.mjs';

const gallery = JSON.parse(readFileSync(new URL('../../www/site/cases.json', import.meta.url), 'utf8'));

/** Shows each case alone and gives what can be read of it. Runs inside the page. */
async function renditions(cases, lang) {
  await import('/pkg/auto.js');
  const { fillText } = CanvasRenderingContext2D.prototype;
  let drawn = [];
  CanvasRenderingContext2D.prototype.fillText = function record(text, ...place) {
    drawn.push(text);
    return fillText.call(this, text, ...place);
  };
  const all = [];
  try {
    for (const { id, tag, attributes } of cases) {
      drawn = [];
      const widget = document.createElement(tag);
      for (const [name, value] of Object.entries({ ...attributes, lang })) widget.setAttribute(name, value);
      const outcome = new Promise((resolve) => {
        for (const type of ['zone-ready', 'zone-error']) widget.addEventListener(type, resolve, { once: true });
      });
      document.body.replaceChildren(widget);
      const { type, detail } = await outcome;
      if (type === 'zone-error') throw new Error(`${id}: ${detail.message}`);
      const texts = (selector, read) => [...widget.shadowRoot.querySelectorAll(selector)].map((item) => [item.dataset.observations.split(' '), read(item)]);
      all.push({
        id,
        drawn,
        spoken: texts('.spot[data-observations]', (mark) => mark.getAttribute('aria-label')),
        rows: texts('.tabular tbody tr', (row) => [...row.cells].map((cell) => cell.textContent).join('\n')),
        csv: await widget.toCSV(),
        jsonld: await widget.toJSONLD(),
      });
    }
  } finally {
    CanvasRenderingContext2D.prototype.fillText = fillText;
  }
  return all;
}

const POWERS = { 万: 4, 亿: 8, 万亿: 12, million: 6, billion: 9, trillion: 12 };

/** Every number in a text: its significant digits, and the power of ten behind them with its word. */
function numbers(text) {
  const found = text.replaceAll('\u00a0', ' ').matchAll(/(\d[\d,]*(?:\.\d+)?)\s*(万亿|万|亿|million|billion|trillion)?/g);
  return [...found].map(([, digits, word]) => amount(digits.replaceAll(',', ''), POWERS[word] ?? 0));
}

/** A decimal as digits without zeros at their ends, and their power of ten: equal values are equal texts. */
function amount(decimal, power = 0) {
  const [whole, fraction = ''] = decimal.replace('-', '').split('.');
  const digits = (whole + fraction).replace(/^0+/, '');
  const bare = digits.replace(/0+$/, '');
  return { digits: bare, power: bare === '' ? 0 : power - fraction.length + digits.length - bare.length };
}

/** The observations of these ids whose values a text holds, each in a number of its own. */
function told(text, ids, values, { scaled = false } = {}) {
  const left = numbers(text);
  return ids.filter((id) => {
    const value = values.get(id);
    if (value.words) return value.words.some((word) => text.toLowerCase().includes(word));
    const parts = value.parts ?? [value.amount];
    const places = parts.map(({ digits, power }) => left.findIndex((number) => number && number.digits === digits && (scaled || number.power === power)));
    if (places.includes(-1)) return false;
    for (const place of places) left[place] = undefined;
    return true;
  });
}

/** What to look for of an observation: a number, the numbers of a date, or the words for the first and the only one. */
function wanted({ value, unit, kind }) {
  if (kind === 'first' || kind === 'only') return { words: ['first', 'only', '首', '唯一', '第一'] };
  // Months are words in English.
  if (unit === 'date') return { parts: [amount(value.split('-')[0])] };
  return { amount: amount(value) };
}

for (const lang of ['en', 'zh']) {
  for (const tag of ['zone-chart', 'zone-card']) {
    onPage(`canvas, table, speech, CSV and JSON-LD of every ${tag} of the gallery hold the same figures (${lang})`, async (page) => {
      await page.resize(900, 900);
      let [figures, onCanvas] = [0, 0];
      const cases = gallery.filter((one) => one.tag === tag);
      for (const { id, drawn, spoken, rows, csv, jsonld } of await page.run(renditions, cases, lang)) {
        const records = parseCsv(csv.replace(/^\ufeff/, ''));
        const values = new Map(records.map((record) => [record.id, wanted(record)]));
        assert.equal(values.size, records.length, `${id}: each observation once in the CSV`);

        const linked = JSON.parse(jsonld).mainEntity.map((node) => [node['@id'].replace('zs:observation:', ''), node.value['@value']]);
        assert.deepEqual(linked.sort(), records.map((record) => [record.id, record.value]).sort(), `${id}: JSON-LD`);

        const all = [...values.keys()].sort();
        const heard = new Set(spoken.flatMap(([ids, text]) => told(text, ids, values)));
        assert.deepEqual([...heard].sort(), all, `${id}: speech`);
        const listed = new Set(rows.flatMap(([ids, text]) => told(text, ids, values)));
        assert.deepEqual([...listed].sort(), all, `${id}: table`);

        // A canvas writes the word of a power of ten once, at its axis. What has no room there the tooltip shows; what a
        // mark is about is on it.
        const main = [...new Set(spoken.map(([[first]]) => first))];
        const seen = told(drawn.join('\n'), main, values, { scaled: true });
        onCanvas += seen.length;
        figures += main.length;
        assert.ok(seen.length > 0, `${id}: canvas`);
      }
      assert.ok(onCanvas >= figures * 0.97, `${onCanvas} of ${figures} figures are on a canvas`);
    }, { timeout: 180_000 });
  }
}
