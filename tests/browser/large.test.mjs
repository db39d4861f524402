// 230,000 observations from the server: the page goes on meanwhile, and what is shown of them is true.
import assert from 'node:assert/strict';
import { onPage } from './harness/index.mjs';

const DATA = '/synthetic/datapackage.json';

onPage('a page goes on while a large dataset is loading', async (page) => {
  await page.run(() => {
    window.seen = { frames: 0, done: [], texts: [], spoken: [] };
    const watch = () => {
      window.seen.frames += 1;
      const bar = document.querySelector('zone-chart')?.shadowRoot.querySelector('[role="progressbar"]');
      if (bar && !bar.hidden) window.seen.texts.push([bar.textContent, bar.getAttribute('aria-valuenow'), bar.getAttribute('aria-label')]);
      requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
    addEventListener('zone-progress', ({ detail }) => window.seen.done.push([detail.done, window.seen.frames]));
  });
  const zones = Array.from({ length: 230 }, (_, at) => `zone-${String(at + 1).padStart(3, '0')}`).join(' ');
  await page.show('<p>Elements are defined.</p>', { whole: false });
  await page.run(
    (html) => void (document.body.innerHTML = html),
    `<zone-chart lang="en" dataset="${DATA}" kind="bar" indicator="indicator-01" from="2024" entity="${zones}"></zone-chart>
     <zone-table lang="zh" dataset="${DATA}"></zone-table>`,
  );
  // A busy machine takes its time, and nothing here depends on it.
  const ready = async () => (await page.events('zone-ready')).length === 2;
  await page.until(ready, async () => JSON.stringify(await page.run(() => window.seen.done.at(-1))), 50_000);
  const seen = await page.run(() => window.seen);

  // Progress only grows, in many steps, and frames pass between them: nothing holds the page up for long.
  const done = seen.done.map(([share]) => share);
  assert.ok(done.length > 20, `${done.length} steps`);
  assert.deepEqual(done, done.toSorted((a, b) => a - b));
  assert.ok(done.at(0) >= 0 && done.at(-1) <= 1 && done.at(-1) > 0.9, String(done.at(-1)));
  const passed = new Set(seen.done.map(([, frame]) => frame)).size;
  assert.ok(passed > 10, `frames in which it went on: ${passed}`);
  assert.ok(seen.texts.length > 5);
  for (const [text, now, label] of seen.texts) assert.match(text, new RegExp(`^Loading the dataset: ${now}%$`), label);

  // It is gone in the end, and the picture is there.
  const { rows, bars, hidden, names, note } = await page.run(() => {
    const [chart, table] = document.querySelectorAll('zone-chart, zone-table');
    return {
      hidden: chart.shadowRoot.querySelector('[role="progressbar"]').hidden,
      bars: chart.shadowRoot.querySelectorAll('.spot[data-observations]').length,
      names: [...chart.shadowRoot.querySelectorAll('.spot[data-observations]')].map((spot) => spot.dataset.observations.split(' ')[0]),
      note: table.shadowRoot.querySelector('.more').textContent,
      rows: table.shadowRoot.querySelector('tbody').rows.length,
    };
  });
  assert.ok(hidden);
  assert.equal(bars, 230);
  assert.equal(names[16], 'zone-017-indicator-01-2024');
  assert.ok((await page.pixels('zone-chart')).colours().size > 1);

  // The table has its first thousand rows, and says of how many.
  assert.ok(rows <= 1000);
  const made = () => page.run(() => document.querySelector('zone-table').shadowRoot.querySelector('tbody').rows.length);
  await page.until(async () => (await made()) === 1000, 'not all rows were made');
  assert.match(note, /1,000.*230,230.*CSV/);
  // The file has them all, in more than one part.
  const [head, ...lines] = await page.run(async () => {
    const table = document.querySelector('zone-table');
    table.setAttribute('indicator', 'indicator-01');
    return (await table.toCSV()).trim().split('\r\n').map((line) => line.slice(0, line.indexOf(',')));
  });
  assert.equal(head.replace('\ufeff', ''), 'id');
  assert.equal(lines.length, 230 * 20 + 230);
  assert.equal(new Set(lines).size, lines.length);
}, { timeout: 120_000 });

onPage('who no longer waits for a dataset does not get it', async (page) => {
  const outcome = await page.run(async () => {
    const script = document.createElement('script');
    script.type = 'module';
    script.textContent = `
      import { loadDataset } from '/pkg/index.js';
      const left = new AbortController();
      const address = '/data/datapackage.json';
      const outcome = (load) => load.then((data) => data.indicators().length > 50, (error) => error.name);
      const alone = outcome(loadDataset(address, { signal: left.signal }));
      left.abort();
      const leaving = new AbortController();
      const [first, other] = [outcome(loadDataset(address, { signal: leaving.signal })), outcome(loadDataset(address))];
      leaving.abort();
      window.outcome = await Promise.all([alone, first, other, outcome(loadDataset(address, { signal: left.signal }))]);
    `;
    document.head.append(script);
    while (!window.outcome) await new Promise((resolve) => setTimeout(resolve, 50));
    return window.outcome;
  });
  // One who leaves takes nothing away from those who stay, and a later one begins again.
  assert.deepEqual(outcome, ['AbortError', 'AbortError', true, 'AbortError']);
});
