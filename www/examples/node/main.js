// Asks the dataset and writes a chart to a file, without a browser.
import { writeFile } from 'node:fs/promises';
import { dataset, init, renderChart } from 'zonestat';

await init();

for (const { period, status, value, unit, sources } of dataset().observations({ indicator: 'trade', kind: 'level' })) {
  console.log(period, status, value, unit, sources.map(({ source, figure }) => `${source}: ${figure}`).join('; '));
}

const chart = renderChart(null, { kind: 'bar', indicator: 'trade', lang: 'en' });
await writeFile('trade.svg', chart.toSVG());
console.log(chart.describe());
