import { dataset, init, renderChart } from 'zonestat';

await init();

const canvas = document.querySelector('canvas');
const chart = renderChart(canvas, { kind: 'bar', indicator: 'trade', lang: '%LANG%' });
console.log(chart.describe(), chart.marks());

const gdp = dataset().observations({ indicator: 'gdp', status: 'actual' });
console.log(gdp.map(({ period, value, sources }) => [period, value, sources]));
