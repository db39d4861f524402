// The widgets that walks go through: one of each sort, small and with marks of several statuses.

/** Chart kinds by a request that shows each at work. */
export const CHARTS = {
  bar: { kind: 'bar', indicator: 'trade' },
  rows: { kind: 'bar', indicator: 'taxpayers-over-1m taxpayers-over-5m taxpayers-over-10m taxpayers-over-100m' },
  line: { kind: 'line', indicator: 'trade' },
  donut: { kind: 'donut', indicator: 'trade' },
  bullet: { kind: 'bullet', indicator: 'schools-completed', entity: 'programme-school-construction' },
  pipeline: { kind: 'pipeline' },
  timeline: { kind: 'timeline' },
  rank: { kind: 'rank', indicator: 'trade exports imports' },
  nested: { kind: 'nested', indicator: 'area-total area-planned area-built-up' },
};

/** Card variants likewise. */
export const CARDS = {
  kpi: { indicator: 'gdp' },
  compare: { observation: 'etdz-exports-2017-01-08 etdz-imports-2017-01-08' },
  target: { observation: 'etdz-trade-2022-target' },
  project: { entity: 'project-north-rescue' },
  place: { observation: 'etdz-trade-2021-rank' },
};

/** A tag as an author writes it. */
export function tag(name, attributes) {
  const written = Object.entries(attributes).map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${value}"`));
  return `<${name}${written.join('')}></${name}>`;
}

/** All of them in one page, each with its name as id. */
export function everything(common = {}) {
  const charts = Object.entries(CHARTS).map(([id, spec]) => tag('zone-chart', { id, ...spec, ...common }));
  const cards = Object.entries(CARDS).map(([id, spec]) => tag('zone-card', { id, ...spec, ...common }));
  return [...charts, ...cards].join('\n');
}

/** Shows widgets side by side in a view that is large enough for all: those below the fold would draw only on the way. */
export async function showWall(page, html) {
  await page.resize(1760, 1600);
  await page.run(async (html) => {
    await import('/pkg/auto.js');
    document.body.style = 'display: grid; grid-template-columns: repeat(4, 1fr); gap: 24px; align-items: start';
    document.body.innerHTML = html;
  }, html);
  await page.ready();
}
