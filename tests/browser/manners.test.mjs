// A guest in pages that nobody here has seen: what it leaves alone, and what it puts up with.
import assert from 'node:assert/strict';
import { onPage } from './harness/index.mjs';

const CHART = '<zone-chart kind="bar" indicator="trade"></zone-chart>';

/** Tells one picture from another. */
const picture = (page, selector) =>
  page.run((selector) => {
    const canvas = document.querySelector(selector).shadowRoot.querySelector('canvas');
    return canvas ? `${canvas.width}x${canvas.height} ${canvas.toDataURL().length}` : null;
  }, selector);

/** The files of the package that the page has asked for, by name. */
const loaded = (page) =>
  page.run(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((name) => /\.(wasm|bin)$/.test(name)));

/** A row of events after each other; what the page does in between is done. */
const frames = (page, count = 6) =>
  page.run(async (count) => {
    for (let frame = 0; frame < count; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, count);

onPage('nothing is left in the page but the names of the elements', async (page) => {
  const changed = await page.run(async () => {
    const state = () => ({
      globals: Object.getOwnPropertyNames(window).sort(),
      prototypes: [Object, Array, String, Element, HTMLElement, Event].map(({ prototype }) => Object.getOwnPropertyNames(prototype).length),
      head: document.head.innerHTML,
      body: document.body.innerHTML,
      sheets: document.adoptedStyleSheets.length,
      stored: [localStorage.length, sessionStorage.length, document.cookie],
    });
    const before = state();
    const script = document.createElement('script');
    script.src = '/pkg/inline.classic.js';
    document.body.append(script);
    await new Promise((resolve) => script.addEventListener('load', resolve));
    script.remove();
    await import('/pkg/auto.js');
    const chart = document.createElement('zone-chart');
    chart.setAttribute('indicator', 'trade');
    document.body.append(chart);
    await new Promise((resolve) => chart.addEventListener('zone-ready', resolve));
    chart.remove();
    const after = state();
    return Object.keys(before).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  });
  assert.deepEqual(changed, []);
});

onPage('defining twice, from any file of the package, is silent', async (page) => {
  await page.show(CHART);
  const same = await page.run(async () => {
    const before = customElements.get('zone-chart');
    const copies = [];
    for (const file of ['auto.js', 'elements.js', 'inline.js', 'index.js', 'auto.js?again']) {
      const copy = await import(`/pkg/${file}`);
      copy.defineElements();
      copy.defineElements();
      copies.push(copy);
    }
    return customElements.get('zone-chart') === before && copies.every(({ version }) => version === copies[0].version);
  });
  assert.ok(same);
});

onPage('another version on the same page draws beside the first', async (page) => {
  await page.show(CHART);
  const other = await page.run(async () => {
    const text = await (await fetch('/pkg/auto.js')).text();
    const { version } = await import('/pkg/index.js');
    // What lies beside the script does not lie beside a blob.
    const other = text.replaceAll(version, '99.0.0').replace('"./more.js"', JSON.stringify(new URL('/pkg/more.js', location.href).href));
    const module = await import(URL.createObjectURL(new Blob([other], { type: 'text/javascript' })));
    await module.init({ wasm: '/pkg/zonestat_bg.wasm' });
    const canvas = document.body.appendChild(document.createElement('canvas'));
    const chart = module.renderChart(canvas, { kind: 'bar', indicator: 'trade', lang: 'en', width: 480 });
    return { version: module.version, marks: chart.marks().length, width: canvas.clientWidth };
  });
  assert.deepEqual(other, { version: '99.0.0', marks: 4, width: 480 });
  const before = await picture(page, 'zone-chart');
  await page.run(() => document.querySelector('zone-chart').setAttribute('indicator', 'gdp'));
  await page.until(async () => (await page.events('zone-ready')).length === 2);
  assert.notEqual(await picture(page, 'zone-chart'), before, 'the first version still draws');
});

onPage('elements and properties that were there before the definition count', async (page) => {
  const had = await page.run(async () => {
    document.body.innerHTML = '<div style="width: 480px"><zone-chart id="parsed" indicator="trade"></zone-chart></div>';
    const made = document.createElement('zone-chart');
    Object.assign(made, { id: 'made', indicator: 'trade', kind: 'bar', lang: 'zh', controls: true });
    document.querySelector('div').append(made);
    document.querySelector('#parsed').kind = 'bar';
    await import('/pkg/auto.js');
    return [made.getAttribute('indicator'), made.getAttribute('kind'), made.hasAttribute('controls'), Object.hasOwn(made, 'kind')];
  });
  assert.deepEqual(had, ['trade', 'bar', true, false]);
  await page.ready();
  assert.match(await page.run(() => document.querySelector('#made').describe()), /进出口/);
});

onPage('a widget that is moved, taken out and put back goes on', async (page) => {
  await page.show(`<div id="one" style="width: 400px">${CHART}</div><div id="two" style="width: 700px"></div>`);
  const width = () => page.run(() => window.kept.shadowRoot.querySelector('canvas').getBoundingClientRect().width);
  await page.run(() => (window.kept = document.querySelector('zone-chart')) && null);
  assert.equal(await width(), 400);
  await page.run(() => document.querySelector('#two').append(window.kept));
  await page.until(async () => (await width()) === 700, 'it does not fill its new place');

  const asleep = await page.run(async () => {
    const chart = window.kept;
    chart.remove();
    chart.setAttribute('indicator', 'gdp');
    const canvas = chart.shadowRoot.querySelector('canvas');
    const before = canvas.toDataURL();
    document.documentElement.lang = 'zh';
    await new Promise((resolve) => setTimeout(resolve, 200));
    return before === canvas.toDataURL();
  });
  assert.ok(asleep, 'outside the page it does not draw');
  await page.run(() => document.querySelector('#one').append(window.kept));
  await page.until(async () => (await width()) === 400, 'it does not fill its old place again');
  await page.until(() => page.run(async () => /生产总值/.test(await window.kept.describe())), 'it did not notice what changed meanwhile');
});

onPage('a router swaps pages: widgets are removed, kept, cloned and adopted, and each draws as it did', async (page) => {
  await page.show(`<nav></nav><main style="width: 480px">${CHART}</main>`);
  const first = await picture(page, 'main zone-chart');
  await page.run((chart) => {
    const main = document.querySelector('main');
    const kept = main.firstElementChild;
    const bars = (indicator) => Object.assign(document.createElement('zone-chart'), { kind: 'bar', indicator });
    const content = {
      gdp: () => bars('gdp'),
      back: () => kept,
      cloned: () => kept.cloneNode(true),
      adopted: () => document.importNode(new DOMParser().parseFromString(chart, 'text/html').body.firstElementChild, true),
      held: () => {
        document.createDocumentFragment().append(kept); // out again before anything could be drawn
        return kept;
      },
    };
    /** As routers do it: the new page at once, or while the browser passes from one picture to the other. */
    window.swap = async (name, passing) => {
      window.history.pushState(null, '', `#${name}`);
      const change = () => main.replaceChildren(content[name]());
      if (passing && document.startViewTransition) await document.startViewTransition(change).updateCallbackDone;
      else change();
    };
  }, CHART);
  for (const passing of [false, true]) {
    for (const name of ['gdp', 'back', 'cloned', 'adopted', 'held']) {
      const before = (await page.events('zone-ready')).length;
      await page.run((name, passing) => window.swap(name, passing), name, passing);
      // What is as it was need not be drawn again.
      if (['gdp', 'cloned', 'adopted'].includes(name)) await page.until(async () => (await page.events('zone-ready')).length > before, `${name} is not drawn`);
      await frames(page);
      const seen = await picture(page, 'main zone-chart');
      if (name === 'gdp') assert.notEqual(seen, first);
      else assert.equal(seen, first, name);
    }
  }
  assert.deepEqual(await page.events('zone-error'), []);
  await page.run(() => window.history.replaceState(null, '', window.location.pathname));
  // The first part, the rest, and the first part again from the browser's cache, to be joined with it.
  assert.ok((await loaded(page)).length <= 3, `${await loaded(page)}`);
});

onPage('no container makes it grow for ever, or draw into nothing', async (page) => {
  await page.show(`
    <div id="percent" style="width: 50%">${CHART}</div>
    <div id="flex" style="display: flex"><div>${CHART}</div><div style="flex: 1">${CHART}</div></div>
    <div id="grid" style="display: grid; grid-template-columns: auto 1fr">${CHART}${CHART}</div>
    <table><tr><td>${CHART}</td></tr></table>
    <div style="float: left">${CHART}</div>
    <div style="height: 300px">${CHART.replace('<zone-chart', '<zone-chart style="height: 100%"')}</div>`);
  const sizes = () => page.run(() => [...document.querySelectorAll('zone-chart')].map((chart) => [chart.clientWidth, chart.clientHeight]));
  await frames(page);
  const before = await sizes();
  await frames(page, 20);
  assert.deepEqual(await sizes(), before);
  assert.ok(before.every(([width, height]) => width > 0 && height > 100 && height < 900), JSON.stringify(before));
  assert.equal(before.at(-1)[1], 300);
});

onPage('what is hidden or has no size waits, and draws when it is shown', async (page) => {
  await page.run(async (chart) => {
    await import('/pkg/auto.js');
    document.body.innerHTML = `<div id="none" style="display: none">${chart}</div><div id="zero" style="width: 0; overflow: hidden">${chart}</div>`;
  }, CHART);
  await frames(page, 20);
  assert.deepEqual(await page.events(), []);
  assert.deepEqual(await loaded(page), [], 'nothing is loaded for what nobody sees');
  await page.run(() => document.querySelectorAll('div').forEach((div) => (div.style = 'width: 500px')));
  await page.ready();
  for (const place of ['#none', '#zero']) {
    const { colours } = await page.pixels(`${place} zone-chart`);
    assert.ok(colours().size > 3, place);
  }
});

onPage('far below the view nothing is loaded; near it everything once', async (page) => {
  await page.run(async (chart) => {
    await import('/pkg/auto.js');
    document.body.innerHTML = `<div style="height: 5000px"></div>${chart}<zone-card indicator="gdp"></zone-card><zone-table indicator="trade"></zone-table>${chart}`;
  }, CHART);
  await frames(page, 20);
  assert.deepEqual(await loaded(page), []);
  await page.run(() => scrollTo(0, 4900));
  await page.until(async () => (await page.events('zone-ready')).length > 0);
  await page.run(() => scrollTo(0, document.body.scrollHeight));
  await page.ready();
  const files = await loaded(page);
  assert.ok(files.length > 0);
  assert.equal(new Set(files).size, files.length, `loaded twice: ${files}`);
});

onPage('a failed load says so, keeps what the page put inside, and can be retried', async (page) => {
  await page.run(async (chart) => {
    const real = window.fetch;
    window.fetch = (...asked) => (/\.(wasm|bin)/.test(asked[0]) ? Promise.reject(new TypeError('no network')) : real(...asked));
    window.mend = () => (window.fetch = real);
    await import('/pkg/auto.js');
    document.body.innerHTML = chart.replace('></zone-chart>', '><p>CN¥11.2 billion in 2021</p></zone-chart>') + '<zone-card indicator="gdp"></zone-card>';
  }, CHART);
  await page.ready();
  const codes = (await page.events('zone-error')).map(({ tag, detail }) => `${tag} ${detail.code}`);
  assert.deepEqual(codes.sort(), ['zone-card load-failed', 'zone-chart load-failed']);
  const seen = () =>
    page.run(() => {
      const chart = document.querySelector('zone-chart');
      const message = chart.shadowRoot.querySelector('[part=message]');
      return { fallback: chart.querySelector('p').checkVisibility(), message: message.checkVisibility() && message.innerText };
    });
  const failed = await seen();
  assert.ok(failed.fallback);
  assert.match(failed.message, /could not be loaded/);

  await page.run(() => {
    window.mend();
    document.querySelector('zone-chart').shadowRoot.querySelector('[part=retry]').click();
  });
  await page.until(async () => (await page.events('zone-ready')).length === 2, 'one press is for all widgets');
  assert.deepEqual(await seen(), { fallback: false, message: false });
});

onPage('nothing is asked of anybody else, whatever a reader does', async (page) => {
  await page.show(`${CHART.replace('kind', 'controls kind')}<zone-card indicator="gdp" controls></zone-card><zone-sources></zone-sources>`);
  const foreign = await page.run(async () => {
    const chart = document.querySelector('zone-chart');
    await Promise.all([chart.toPNG(), chart.toSVG(), chart.toCSV(), chart.toJSONLD(), chart.describe()]);
    const [stage] = chart.shadowRoot.querySelectorAll('[tabindex="0"]');
    stage.focus();
    for (const key of ['ArrowRight', 'ArrowRight']) {
      chart.shadowRoot.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    chart.shadowRoot.activeElement.click();
    await new Promise((resolve) => setTimeout(resolve, 100));
    return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith(location.origin));
  });
  assert.deepEqual(foreign.filter((name) => !/^(blob|data):/.test(name)), []);
});

onPage('once in a cache, it works without a network', async (page) => {
  const offline = await page.run(async (chart) => {
    const { active, installing, waiting } = await navigator.serviceWorker.register('/tests/offline-worker.js');
    const worker = active ?? installing ?? waiting;
    if (worker.state !== 'activated') {
      await new Promise((resolve) => worker.addEventListener('statechange', () => worker.state === 'activated' && resolve()));
    }
    await new Promise((resolve) => {
      if (navigator.serviceWorker.controller) return resolve();
      navigator.serviceWorker.addEventListener('controllerchange', resolve);
    });
    const frame = async () => {
      const page = document.createElement('iframe');
      page.style = 'width: 600px; height: 600px';
      document.body.replaceChildren(page);
      page.src = '/tests/blank.html';
      await new Promise((resolve) => page.addEventListener('load', resolve));
      const inside = page.contentDocument;
      const ready = new Promise((resolve, reject) => {
        inside.addEventListener('zone-ready', resolve);
        inside.addEventListener('zone-error', ({ detail }) => reject(new Error(detail.message)));
      });
      const script = inside.createElement('script');
      Object.assign(script, { type: 'module', src: '/pkg/auto.js' });
      inside.body.innerHTML = chart;
      inside.body.append(script);
      await ready;
      const canvas = inside.querySelector('zone-chart').shadowRoot.querySelector('canvas');
      return `${canvas.width} ${canvas.toDataURL().length}`;
    };
    const online = await frame();
    const answer = new Promise((resolve) => navigator.serviceWorker.addEventListener('message', ({ data }) => resolve(data), { once: true }));
    worker.postMessage('offline');
    await answer;
    const missing = await fetch('/pkg/never-asked-for.js').then(() => 'answered', () => 'refused');
    const second = await frame();
    const registration = await navigator.serviceWorker.getRegistration('/tests/');
    await registration.unregister();
    return { same: online === second, missing };
  }, CHART);
  assert.deepEqual(offline, { same: true, missing: 'refused' });
});

onPage("somebody else's style sheet does not get in", async (page) => {
  const measure = () =>
    page.run(() => {
      const chart = document.querySelector('zone-chart');
      const canvas = chart.shadowRoot.querySelector('canvas');
      const buttons = [...chart.shadowRoot.querySelectorAll('[part=menu-item]')].map((button) => {
        const { width, height } = button.getBoundingClientRect();
        const { color, fontSize, textTransform } = getComputedStyle(button);
        return [Math.round(width), Math.round(height), color, fontSize, textTransform];
      });
      return { picture: canvas.toDataURL().length, width: canvas.clientWidth, height: canvas.clientHeight, buttons };
    });
  await page.show(`<main style="width: 600px">${CHART.replace('kind', 'controls lang="en" kind')}</main>`);
  await page.painted();
  const before = await measure();
  assert.ok(before.buttons.length > 1);
  for (const hostile of [
    'div, span, p, canvas, button, table, ul, li { display: none !important; }',
    '* { box-sizing: content-box; line-height: 7; letter-spacing: 1em; word-spacing: 2em; text-indent: 4em; text-align: right; }',
    '* { text-transform: uppercase; white-space: pre; font-style: italic; font-weight: 900; font-variant: small-caps; }',
    'body { font-size: 60px; direction: rtl; color: red; visibility: visible; user-select: none; }',
    '* { all: unset }',
    'zone-chart { all: unset }',
    'canvas { width: 10px !important; height: 10px !important; opacity: 0; } * { animation: none !important; transition: all 1s; }',
  ]) {
    await page.run((hostile) => {
      const style = document.createElement('style');
      style.textContent = `main { display: block !important; } ${hostile}`;
      document.querySelector('style')?.remove();
      document.head.append(style);
    }, hostile);
    await frames(page, 8);
    assert.deepEqual(await measure(), before, hostile);
  }
});
