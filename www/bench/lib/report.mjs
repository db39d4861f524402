// What was measured, as a table for people and as figures for tools.
import { cpus } from 'node:os';
import { cell, summary, table } from './figures.mjs';

/** Bytes of brotli that a page with one chart asks for beside itself. */
function transfer(served, contenders) {
  const size = (...paths) => paths.reduce((sum, path) => sum + served.get(path).packed.length, 0) / 1000;
  const sizes = Object.fromEntries(contenders.map((name) => [name, size(`/cold/${name}.js`)]));
  if (sizes.zonestat) sizes.zonestat = size('/pkg/auto.js', '/pkg/zonestat_first.wasm');
  if (sizes.handle) sizes.handle += size('/pkg/index.js', '/pkg/zonestat_bg.wasm');
  const parts = Object.fromEntries([...served].filter(([path]) => path.startsWith('/pkg/')).map(([path, { packed }]) => [path.slice(5), packed.length / 1000]));
  return { sizes, parts };
}

const EXPLAINED = [
  'Milliseconds unless said otherwise: median (middle half) ×ratio to raw canvas. Draw, update and hover are processor time of the main thread, a pixel of every canvas read back, the cost of empty frames taken off;',
  'starts are the time from asking for the page until a pixel of the chart can be read. `handle` is `renderChart` on a canvas of the page: no element, no table, no pointer.',
];

/** The table in Markdown, and everything behind it. */
export function report({ results, contenders, served, quick, rounds, version }) {
  const { sizes, parts } = transfer(served, contenders);
  const rows = [['transfer, KB brotli', ...contenders.map((name) => sizes[name].toFixed(1))]];
  const figures = {};
  for (const [measure, by] of Object.entries(results)) {
    const all = contenders.map((name) => summary(by[name] ?? []));
    figures[measure] = Object.fromEntries(contenders.map((name, place) => [name, all[place] && { ...all[place], values: by[name] }]));
    rows.push([measure, ...all.map((figure) => cell(figure, measure.startsWith('memory') ? undefined : all[0]))]);
  }
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Chromium ${version}, no GPU; ${quick ? 'quick, ' : ''}${rounds} rounds`;
  const text = [
    table(['', ...contenders], rows),
    '',
    ...EXPLAINED,
    `On ${machine}.`,
    `The package in parts, KB brotli: ${Object.entries(parts).map(([name, size]) => `${name} ${size.toFixed(1)}`).join(', ')}`,
  ].join('\n');
  return { text, json: { machine, quick, rounds, transfer: { sizes, parts }, figures } };
}
