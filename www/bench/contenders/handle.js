// The package's functions on a canvas of the page's own: no element, no table in the page.
import { init, loadDataset, renderChart } from '/pkg/index.js';

export const name = 'zonestat, renderChart';
let dataset;

export async function start(bundled) {
  await init();
  if (!bundled) dataset = await loadDataset(new URL('/data/datapackage.json', location.href));
}

export function draw(host, picture) {
  const canvas = host.appendChild(document.createElement('canvas'));
  canvas.width = picture.width;
  const chart = renderChart(canvas, specOf(picture));
  return {
    update: (next) => chart.update({ from: null, ...specOf(next) }),
    destroy() {
      chart.destroy();
      canvas.remove();
    },
  };
}

const specOf = ({ zonestat: { bundled, ...spec } }) => ({ ...spec, lang: 'en', ...(bundled ? {} : { dataset }) });
