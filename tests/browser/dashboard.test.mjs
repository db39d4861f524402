// Many widgets on one page: what is far away costs nothing, and all of them share one module.
import assert from 'node:assert/strict';
import { onPage } from './harness/index.mjs';

const CHART = '<zone-chart kind="bar" indicator="trade" lang="en"></zone-chart>';

/** Counts, from now on, what canvases are given room for and who paints on them, and every instance of a module. */
const count = (page) =>
  page.run((code) => {
    // As a script of the page: what a driver runs has objects of its own in some engines.
    document.head.append(Object.assign(document.createElement('script'), { textContent: code }));
  }, `(${watch})()`);

function watch() {
  const counted = { contexts: new Set(), texts: 0, instances: 0 };
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (...asked) {
    counted.contexts.add(this);
    return getContext.apply(this, asked);
  };
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (...words) {
    counted.texts += 1;
    return fillText.apply(this, words);
  };
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const own = WebAssembly[name];
    WebAssembly[name] = (...args) => {
      counted.instances += 1;
      return own.apply(WebAssembly, args);
    };
  }
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(own, args) {
      // What puts the module together imports nothing, and is gone when it has.
      if (WebAssembly.Module.imports(args[0]).length > 0) counted.instances += 1;
      return new own(...args);
    },
  });
  window.counts = () => ({ contexts: counted.contexts.size, texts: counted.texts, instances: counted.instances });
}

const counts = (page) => page.run(() => window.counts());

/** How many charts have been painted: their canvases were made larger than a canvas is by itself. */
const painted = (page) =>
  page.run(() => [...document.querySelectorAll('zone-chart')].filter(({ shadowRoot }) => {
    const canvas = shadowRoot.querySelector('canvas');
    return canvas && canvas.width * canvas.height > 300 * 150;
  }).length);

const frames = (page, many) =>
  page.run(async (left) => {
    for (; left > 0; left -= 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, many);

onPage('twelve charts far below the view are not drawn, and have no canvas worth the name', async (page) => {
  await page.show(CHART); // the module is there: nothing but the distance keeps the others from being drawn
  // A page that begins to scroll is narrower by the bar, and the first chart is drawn anew for that.
  await page.run(() => document.body.insertAdjacentHTML('beforeend', '<div style="height: 5000px"></div><div id="far"></div>'));
  await frames(page, 30);
  await count(page);
  await page.run((chart) => (document.querySelector('#far').innerHTML = chart.repeat(12)), CHART);
  await frames(page, 30);
  assert.deepEqual(await counts(page), { contexts: 0, texts: 0, instances: 0 });
  assert.equal(await painted(page), 1, 'the first one alone');

  await page.run(() => document.querySelector('#far').scrollIntoView());
  await page.until(async () => (await painted(page)) > 1, 'what came into view is not drawn');
  await frames(page, 30);
  const some = await painted(page);
  assert.ok(some < 13, `${some} are drawn, of which the last are still far away`);
  assert.ok((await counts(page)).texts > 0);

  await page.run(() => scrollTo(0, document.body.scrollHeight));
  await page.until(async () => (await painted(page)) > some, 'the last ones are not drawn');
});

onPage('a hundred widgets share one instance of the module', async (page) => {
  await count(page);
  await page.run((chart) => {
    // On top of each other, so that all of them are in view.
    document.body.innerHTML = `<div style="display: grid; width: 600px">${chart.replace('<zone-chart', '<zone-chart style="grid-area: 1 / 1"').repeat(100)}</div>`;
    // By a tag: in some engines a driver's import has a realm, and a WebAssembly, of its own.
    document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: '/pkg/auto.js' }));
  }, CHART);
  await page.until(async () => (await page.events('zone-ready')).length === 100, 'not all of them are drawn');
  assert.equal(await painted(page), 100);
  assert.equal((await counts(page)).instances, 1);
});
