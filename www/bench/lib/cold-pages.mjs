// Pages with one chart, as small as they can be, and the ways to tell a browser early what they will need.

/** Comes first in each page; `window.done` is when the chart was there and a pixel of it could be read; `told` is whoever waits for that. */
const WATCH = `<script>
window.finish = (root) => { for (const canvas of root.querySelectorAll('canvas')) canvas.getContext('2d').getImageData(0, 0, 1, 1); window.done = performance.now(); window.told?.(''); };
addEventListener('zone-ready', ({ target }) => finish(target.shadowRoot));
</script>`;
const ELEMENT = '<div class="host"><zone-chart kind="bar" indicator="trade"></zone-chart></div>';
const HOST = '<div class="host"></div>';

const wasm = (part) => `<link rel="preload" href="/pkg/zonestat_${part}.wasm" as="fetch" type="application/wasm" crossorigin>`;
const module = (file) => `<script type="module" src="/pkg/${file}"></script>`;

/** What a page runs beside the package; the peers and the raw canvas have the figures in their script. */
export function coldScript(name) {
  if (name === 'zonestat') return 'export {}';
  const marks = 'window.began = performance.now();';
  const end = 'window.inited = performance.now(); WORK; requestAnimationFrame(() => finish(document));';
  if (name === 'handle') {
    const draw = "renderChart(document.querySelector('.host').appendChild(Object.assign(document.createElement('canvas'), { width: 640 })), { kind: 'bar', indicator: 'trade', lang: 'en' })";
    return `import { init, renderChart } from '/pkg/index.js'; ${marks} await init(); ${end.replace('WORK', draw)}`;
  }
  return `import * as contender from './contenders/${name}.js'; import { trade } from './pages/trade.js'; ${marks} await contender.start(); ${end.replace('WORK', "contender.draw(document.querySelector('.host'), trade())")}`;
}

/** A contender's pages by their way: '' plain, then those with hints. */
export function coldPages(name, bytesOf) {
  if (name === 'zonestat') {
    const body = ELEMENT;
    const auto = module('auto.js');
    return {
      '': { head: WATCH + auto, body },
      '-preload': { head: WATCH + wasm('first') + auto, body },
      '-modulepreload': { head: `${WATCH}${wasm('first')}<link rel="modulepreload" href="/pkg/auto.js">${auto}`, body },
      '-late': { head: WATCH, body: body + auto },
      '-late-preload': { head: `${WATCH}${wasm('first')}<link rel="modulepreload" href="/pkg/auto.js">`, body: body + auto },
      '-hint': { head: `${WATCH}<script>document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', href: '/pkg/zonestat_first.wasm', as: 'fetch', type: 'application/wasm', crossOrigin: '' }))</script>${auto}`, body },
      '-inline': { head: WATCH + module('inline.js'), body },
      '-in-page': { head: `${WATCH}${wasm('first')}<script type="module">${String(bytesOf('/pkg/auto.js')).replaceAll('import.meta.url', 'new URL("/pkg/auto.js",location)')}</script>`, body },
    };
  }
  const script = `<script type="module" src="/cold/${name}.js"></script>`;
  const hints = name === 'handle' ? `${wasm('bg')}<link rel="modulepreload" href="/pkg/index.js">` : '';
  return { '': { head: WATCH + script, body: HOST }, '-preload': { head: WATCH + hints + script, body: HOST } };
}
