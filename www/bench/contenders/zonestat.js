// The package as pages use it: one element a chart, with its table, its spoken text and its buttons.
import { loadDataset } from '/pkg/index.js';
import '/pkg/elements.js';

export const name = 'zonestat';
const DATA = new URL('/data/datapackage.json', location.href).href;

export async function start(bundled) {
  if (!bundled) await loadDataset(DATA);
}

/** Resolves when what was asked for is drawn. */
function drawn(element) {
  return new Promise((resolve, reject) => {
    const end = new AbortController();
    const on = (type, work) => element.addEventListener(type, (event) => (end.abort(), work(event)), { signal: end.signal });
    on('zone-ready', resolve);
    on('zone-error', ({ detail }) => reject(new Error(`${detail.code}: ${detail.message}`)));
  });
}

export async function draw(host, picture) {
  const element = document.createElement('zone-chart');
  element.lang = 'en';
  if (!picture.zonestat.bundled) element.setAttribute('dataset', DATA);
  const set = ({ zonestat }) => {
    for (const key of ['kind', 'indicator', 'entity', 'from']) {
      if (zonestat[key]) element.setAttribute(key, zonestat[key]);
      else element.removeAttribute(key);
    }
  };
  set(picture);
  const ready = drawn(element);
  host.append(element);
  await ready;
  return {
    async update(next) {
      const ready = drawn(element);
      set(next);
      await ready;
    },
    destroy: () => element.remove(),
  };
}
