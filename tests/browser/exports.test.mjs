// What a reader takes away: each file is read back, and the observations in it are those on screen.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { parseCsv } from './harness/csv.mjs';
import { onPage } from './harness/index.mjs';

const version = /^version = "(.+)"$/m.exec(readFileSync(new URL('../../Cargo.toml', import.meta.url), 'utf8'))[1];

/** Presses an entry of the menu and gives the file that is offered: name, type, bytes. */
async function save(page, selector, entry) {
  const { name, type, base64 } = await page.run(
    async (selector, entry) => {
      const { shadowRoot } = document.querySelector(selector);
      const offered = new Promise((resolve) => {
        const { click } = HTMLAnchorElement.prototype;
        const { createObjectURL } = URL;
        let content;
        URL.createObjectURL = (blob) => {
          content = blob;
          return createObjectURL.call(URL, blob);
        };
        HTMLAnchorElement.prototype.click = function offer() {
          HTMLAnchorElement.prototype.click = click;
          URL.createObjectURL = createObjectURL;
          resolve({ name: this.download, blob: content });
        };
      });
      shadowRoot.querySelector('[data-item=export]').click();
      shadowRoot.querySelector(`[role=menu] [data-item=${entry}]`).click();
      const { name, blob } = await offered;
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      return { name, type: blob.type, base64: btoa(text) };
    },
    selector,
    entry,
  );
  return { name, type, bytes: Buffer.from(base64, 'base64') };
}

/** Ids on screen: of all marks and rows. */
const onScreen = (page, selector) =>
  page.run((selector) => {
    const shown = document.querySelector(selector).shadowRoot.querySelectorAll('.spot[data-observations], tbody > tr');
    const own = [...shown].filter((item) => !item.closest('[hidden]'));
    return [...new Set(own.flatMap(({ dataset }) => dataset.observations.split(' ')))].sort();
  }, selector);

/** The dataset's own records of some observations. */
const records = (page, ids) =>
  page.ask((data, ids) => {
    return data.observations().filter(({ id }) => ids.includes(id));
  }, ids);

/** The chunks of a PNG, each checked against its sum. */
function chunksOf(png) {
  assert.equal(png.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
  const found = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const data = png.subarray(at + 4, at + 8 + length);
    let crc = 0xffffffff;
    for (const byte of data) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    assert.equal(png.readUInt32BE(at + 8 + length), ~crc >>> 0, 'checksum');
    found.push({ type: data.subarray(0, 4).toString('latin1'), data: data.subarray(4) });
    at += 12 + length;
  }
  return found;
}

/** The `iTXt` texts of a PNG by keyword. */
function textsOf(png) {
  const texts = {};
  for (const { type, data } of chunksOf(png)) {
    if (type !== 'iTXt') continue;
    const end = data.indexOf(0);
    assert.deepEqual([...data.subarray(end, end + 5)], [0, 0, 0, 0, 0], 'plain, in no named language');
    texts[data.subarray(0, end).toString('latin1')] = data.subarray(end + 5).toString('utf8');
  }
  return texts;
}

function sizeOf(png) {
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** What every export must carry of an observation. */
const core = ({ id, entity, indicator, value, unit, period, periodBasis, status, qualifier, kind, scope, of, sources }) => ({
  id, entity, indicator, value, unit, period, periodBasis, status, qualifier, kind,
  scope: scope ?? '',
  of: of ?? '',
  sources: sources.map(({ source, paragraph, figure }) => [source, paragraph, figure].join(':')),
});
const byId = (a, b) => (a.id < b.id ? -1 : 1);

const fromCsv = (row) => ({
  id: row.id, entity: row.entity, indicator: row.indicator, value: row.value, unit: row.unit, period: row.period,
  periodBasis: row.period_basis, status: row.status, qualifier: row.qualifier, kind: row.kind, scope: row.scope, of: row.of,
  sources: row.locators.split('; ').map((place) => {
    const [source, paragraph, , ...figure] = place.split(':');
    return [source, paragraph, figure.join(':')].join(':');
  }),
});

const bare = (id) => id.replace(/^zs:[a-z]+:/, '');
const fromJsonLd = (found) => {
  const also = Object.fromEntries(found.additionalProperty.map(({ propertyID, value }) => [propertyID, value]));
  return {
    id: bare(found['@id']), entity: bare(found.observationAbout['@id']), indicator: bare(found.variableMeasured['@id']),
    value: found.value['@value'], unit: found.unitText, period: also.period, periodBasis: also.periodBasis, status: also.status,
    qualifier: also.qualifier, kind: also.kind, scope: also.scope ?? '', of: also.of ?? '',
    sources: found.subjectOf.map(({ isPartOf, position, text }) => [bare(isPartOf['@id']), position, text].join(':')),
  };
};

const WIDGETS = [
  ['zone-chart', '<zone-chart kind="bar" indicator="trade" lang="en" controls></zone-chart>'],
  ['zone-chart', '<zone-chart kind="donut" indicator="primary-sector secondary-sector tertiary-sector" lang="zh" theme="dark" controls></zone-chart>'],
  ['zone-card', '<zone-card indicator="industrial-value-added" period="2017-01/2017-08" lang="zh" controls></zone-card>'],
  ['zone-table', '<zone-table indicator="gdp" lang="en" controls></zone-table>'],
];

for (const [selector, html] of WIDGETS) {
  const pictured = selector === 'zone-chart' || selector === 'zone-card';
  onPage(`files of ${/<(.*) controls/.exec(html)[1]} hold what is on screen`, async (page) => {
    await page.show(html);
    const ids = await onScreen(page, selector);
    assert.ok(ids.length > 1);
    const wanted = (await records(page, ids)).map(core).sort(byId);
    assert.deepEqual(wanted.map(({ id }) => id), ids);
    const names = [];

    const csv = await save(page, selector, 'save-csv');
    names.push(csv.name);
    assert.deepEqual([...csv.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], 'a byte order mark, for spreadsheets');
    assert.match(csv.type, /^text\/csv/);
    const rows = parseCsv(csv.bytes.subarray(3).toString('utf8'));
    assert.deepEqual(rows.map(fromCsv).sort(byId), wanted);
    assert.equal(Object.keys(rows[0]).length, 24, 'every column');

    const jsonld = await save(page, selector, 'save-jsonld');
    names.push(jsonld.name);
    assert.deepEqual(JSON.parse(jsonld.bytes.toString('utf8')).mainEntity.map(fromJsonLd).sort(byId), wanted);

    if (pictured) {
      const svg = await save(page, selector, 'save-svg');
      names.push(svg.name);
      const drawing = await page.run(
        (selector, text) => {
          const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
          const host = document.querySelector(selector);
          return {
            broken: parsed.querySelector('parsererror')?.textContent,
            ids: parsed.querySelector('metadata').textContent.split(' ').sort(),
            texts: [...parsed.querySelectorAll('text')].map(({ textContent }) => textContent),
            title: parsed.querySelector('title').textContent,
            name: host.shadowRoot.querySelector('.stage').getAttribute('aria-label'),
          };
        },
        selector,
        svg.bytes.toString('utf8'),
      );
      assert.equal(drawing.broken ?? '', '');
      assert.deepEqual(drawing.ids, ids);
      assert.equal(drawing.title, drawing.name);
      assert.ok(drawing.texts.length > 3, 'real text');
      assert.ok(drawing.texts.some((text) => /Source|来源/.test(text)), 'the source line');

      const sizes = [];
      for (const entry of ['save-png', 'save-png-large']) {
        const png = await save(page, selector, entry);
        names.push(png.name);
        assert.equal(png.type, 'image/png');
        const texts = textsOf(png.bytes);
        assert.deepEqual(texts['zonestat:observations'].split(' ').sort(), ids);
        assert.equal(texts.Software, `zonestat ${version}`);
        assert.equal(texts.Title, drawing.name);
        assert.ok(texts.Source.length > 10);
        sizes.push(sizeOf(png.bytes));
        // The picture decodes, and its ground reaches its edge.
        const pixels = await page.run(async (base64) => {
          const image = new Image();
          image.src = `data:image/png;base64,${base64}`;
          await image.decode();
          const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
          const context = canvas.getContext('2d');
          context.drawImage(image, 0, 0);
          return { width: image.width, corner: [...context.getImageData(2, 2, 1, 1).data] };
        }, png.bytes.toString('base64'));
        assert.equal(pixels.width, sizeOf(png.bytes)[0]);
        assert.equal(pixels.corner[3], 255);
        const data = Buffer.concat(chunksOf(png.bytes).filter(({ type }) => type === 'IDAT').map(({ data }) => data));
        assert.ok(inflateSync(data).length > 0);
      }
      assert.deepEqual(sizes[1], sizes[0].map((side) => 2 * side), 'the large one has twice the pixels each way');
    }
    for (const name of names) {
      assert.match(name, /^[^\\/:*?"<>|]{8,84}\.(csv|jsonld|svg|png)$/u, 'a name that says what it is, on every system');
    }
  });
}

onPage('a name that no file system takes is made one that each does', async (page) => {
  await page.show('<zone-card indicator="gdp" lang="en" controls></zone-card>');
  await page.run(() => {
    // What a title may hold in another zone's data. As a script of the page: a driver's own may run apart from it.
    const spoil = () => {
      const { parse } = JSON;
      JSON.parse = (...given) => {
        const made = parse(...given);
        if (made?.name && made.marks) made.name = ` Trade: "A/B" \\ <C>|D*?\n ${'x'.repeat(200)}`;
        return made;
      };
    };
    const script = document.createElement('script');
    script.textContent = `(${spoil})()`;
    document.head.append(script);
    document.querySelector('zone-card').lang = 'zh';
  });
  await page.until(() => page.run(() => document.querySelector('zone-card').shadowRoot.querySelector('.stage').getAttribute('aria-label').includes('Trade')), 'not drawn again');
  const { name } = await save(page, 'zone-card', 'save-csv');
  assert.equal(name, `Trade A B C D ${'x'.repeat(80)}`.slice(0, 80) + '.csv');
});

onPage('the scale of a PNG is chosen by its caller, within reason', async (page) => {
  await page.show('<zone-card indicator="gdp" lang="en"></zone-card>');
  const widths = await page.run(async () => {
    const card = document.querySelector('zone-card');
    const width = async (options) => {
      const bitmap = await createImageBitmap(await card.toPNG(options));
      return bitmap.width;
    };
    return [await width({ scale: 1 }), await width({ scale: 3 }), await width(), await width({ scale: 1, padding: 10 }), await width({ scale: 0.001 }), await width({ scale: 0.001, padding: 100 })];
  });
  const [one] = widths;
  assert.deepEqual(widths, [one, 3 * one, 2 * one, one + 20, Math.round(one / 2), Math.round(one / 2) + 100], 'a scale beyond reason is mended, and so is the margin');
});

onPage('text is copied with its sources, and a tag that means the same elsewhere', async (page) => {
  await page.show('<zone-chart id="mine" class="wide" style="color: red" kind="bar" indicator="trade" lang="en" controls></zone-chart>');
  await page.run(() => {
    window.copied = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => window.copied.push(text) } });
    const { shadowRoot } = document.querySelector('zone-chart');
    for (const entry of ['copy-text', 'copy-embed']) {
      shadowRoot.querySelector('[data-item=export]').click();
      shadowRoot.querySelector(`[role=menu] [data-item=${entry}]`).click();
    }
  });
  const [text, tag] = await page.run(() => window.copied);
  const lines = text.split('\n');
  assert.match(lines[0], /^Imports and exports/);
  assert.match(lines[1], /CN¥11\.2/);
  const titles = await page.ask((data) => {
    return data.sources().map(({ title }) => title.en);
  });
  assert.equal(lines.length, 5, 'title, figures, three documents');
  for (const line of lines.slice(2)) assert.ok(titles.some((title) => line.includes(title)), line);
  assert.equal(tag, '<zone-chart kind="bar" indicator="trade" lang="en" controls=""></zone-chart>');
  // Pasted into another page, it draws the same.
  const same = await page.run(async (tag) => {
    const before = await document.querySelector('zone-chart').toCSV();
    document.body.innerHTML = tag;
    return before === (await document.querySelector('zone-chart').toCSV());
  }, tag);
  assert.ok(same);
});
