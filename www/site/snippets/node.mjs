import { writeFile } from 'node:fs/promises';
import { init, renderChart } from 'zonestat';

await init();
const spec = { kind: 'bar', indicator: 'trade', lang: '%LANG%', width: 720 };
const chart = renderChart(null, spec); // [[no canvas||没有 canvas]]
await writeFile('trade.svg', chart.toSVG());
