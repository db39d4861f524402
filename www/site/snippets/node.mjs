import { writeFile } from 'node:fs/promises';
import { init, renderChart } from 'zonestat';

await init();
const chart = renderChart(null, { kind: 'bar', indicator: 'trade', lang: '%LANG%', width: 720 });
await writeFile('trade.svg', chart.toSVG());
