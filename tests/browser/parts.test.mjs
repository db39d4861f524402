// What a page loads of script and WebAssembly: the first part for usual widgets, the rest when something asks for it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { point } from './harness/hands.mjs';
import { onPage } from './harness/index.mjs';

const gallery = JSON.parse(readFileSync(new URL('../../www/site/cases.json', import.meta.url), 'utf8'));

const rareByItsData = gallery.find(({ attributes }) => attributes.indicator?.startsWith('projects-signed projects-started'));

/** The package's files beside the scripts that the page has asked for, in order. */
const loaded = (page) =>
  page.run(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname.split('/').pop())
      .filter((name) => /\.wasm$|^more\.js$/.test(name)),
  );

/** The rest of the module does not arrive before `release()`; `held` counts who asked. */
const holdRest = (page) =>
  page.run(() => {
    const { fetch } = window;
    let open;
    const gate = new Promise((resolve) => (open = resolve));
    window.held = 0;
    window.fetch = async (address, options) => {
      if (String(address).endsWith('rest.wasm')) {
        window.held += 1;
        await gate;
      }
      return fetch(address, options);
    };
    window.release = open;
  });

// Beside each other: an engine may take a window for lower than it says, and widgets out of sight wait.
const USUAL = `<div style="display: grid; grid-template-columns: repeat(3, 1fr)">
  <zone-chart indicator="gdp" lang="en"></zone-chart>
  <zone-chart kind="bar" indicator="trade" lang="zh" controls></zone-chart>
  <zone-chart kind="line" indicator="trade" lang="en"></zone-chart>
  <zone-card indicator="gdp" lang="zh"></zone-card>
  <zone-table indicator="trade" lang="en"></zone-table>
  <zone-sources indicator="gdp" lang="en"></zone-sources>
</div>`;

const tag = ({ tag, attributes }, more = { lang: 'en' }) => {
  const given = Object.entries({ ...attributes, ...more }).map(([name, value]) => `${name}="${value}"`);
  return `<${tag} ${given.join(' ')}></${tag}>`;
};

onPage('usual widgets load the first part alone, and once', async (page) => {
  await page.resize(1280, 1600);
  await page.show(USUAL, { whole: false });
  assert.deepEqual((await page.events('zone-error')), []);
  assert.deepEqual((await loaded(page)).sort(), ['more.js', 'zonestat_first.wasm'], 'tables have their styles from more.js');
});

onPage('what is usual needs no more than the first part, however wide the letters of a page are', async (page) => {
  // Wherever the mouse rests: no widget here is for it.
  await point(page, { x: 120, y: 160 });
  const usual = gallery.filter(({ attributes: { kind, variant } }) => ['bar', 'line', 'kpi'].includes(kind ?? variant));
  assert.ok(usual.length > 20, String(usual.length));
  for (const [font, width] of [['sans-serif', 288], ['serif', 390], ['monospace', 560], ['sans-serif', 703]]) {
    // One upon the other, so that all of them are in view.
    const style = `position: absolute; inset: 0 auto auto 0; inline-size: ${width}px; font-family: ${font}`;
    const widgets = ['en', 'zh'].flatMap((lang) => usual.map((widget) => tag(widget, { lang, style })));
    await page.show(`<div inert>${widgets.join('')}</div>`, { whole: false });
    assert.deepEqual(await page.events('zone-error'), []);
    assert.deepEqual(await loaded(page), ['zonestat_first.wasm'], `${font}, ${width} px`);
  }
});

onPage('where a reader comes to a widget, the rest is on its way', async (page) => {
  await page.show('<zone-chart kind="bar" indicator="trade" lang="en" controls></zone-chart>', { whole: false });
  assert.deepEqual(await loaded(page), ['zonestat_first.wasm']);
  await page.run(() => document.querySelector('zone-chart').shadowRoot.querySelector('[part=menu] button').focus());
  for (const file of ['zonestat_rest.wasm', 'more.js']) {
    await page.until(async () => (await loaded(page)).includes(file), `${file} was never asked for`);
  }
});

onPage('a panel that comes late does not open where Escape has taken it back', async (page) => {
  await holdRest(page);
  await page.show('<zone-chart kind="bar" indicator="trade" lang="en"></zone-chart><zone-table indicator="trade" lang="en"></zone-table>', { whole: false });
  const pressed = (host, inside) => page.run((host, inside) => {
    const button = document.querySelector(host).shadowRoot.querySelector(inside);
    button.focus();
    button.click();
  }, host, inside);
  const escape = (host) => page.run((host) => {
    const { shadowRoot } = document.querySelector(host);
    const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true });
    shadowRoot.activeElement.dispatchEvent(event);
    return shadowRoot.activeElement?.className;
  }, host);
  await pressed('zone-chart', '.spot');
  assert.equal(await escape('zone-chart'), 'spot', 'the focus stays where it is');
  await pressed('zone-table', 'tbody button');
  await page.painted();
  await page.run(() => window.release());
  const panels = () => page.run(() => ['zone-chart', 'zone-table'].map((host) => document.querySelector(host).shadowRoot.querySelector('.panel').hidden));
  await page.until(async () => !(await panels())[1], 'what was not taken back opens');
  assert.deepEqual(await panels(), [true, false], 'what was taken back does not');
});

onPage('where the rest of the script does not arrive, that is said under the drawing, and can be tried again', async (page) => {
  await page.run(async () => {
    let tries = 0;
    window.more = () => (tries++ < 3 ? Promise.reject(new TypeError('offline')) : import('/pkg/more.js'));
    const script = await (await fetch('/pkg/auto.js')).text();
    const beside = JSON.stringify(new URL('/pkg/auto.js', location.href).href);
    const changed = script.replace('import("./more.js")', 'window.more()').replaceAll('import.meta.url', beside);
    if (!changed.includes('window.more()')) throw new Error('no literal import of more.js');
    await import(URL.createObjectURL(new Blob([changed], { type: 'text/javascript' })));
    document.body.innerHTML = '<zone-chart kind="bar" indicator="trade" lang="zh"></zone-chart>';
  });
  await page.ready();
  await page.run(() => document.querySelector('zone-chart').shadowRoot.querySelector('.spot').click());
  const seen = () => page.run(() => {
    const { shadowRoot } = document.querySelector('zone-chart');
    const message = shadowRoot.querySelector('[part=message]');
    return {
      message: message.hidden ? '' : message.textContent,
      panel: !shadowRoot.querySelector('.panel').hidden,
      canvas: shadowRoot.querySelector('canvas').getClientRects().length > 0,
    };
  });
  await page.until(async () => (await seen()).message !== '', 'nothing is said');
  assert.deepEqual(await seen(), { message: '所需内容未能加载重试', panel: false, canvas: true });
  const again = () => page.run(() => document.querySelector('zone-chart').shadowRoot.querySelector('[part=retry]')?.click());
  await page.until(async () => {
    await again();
    return (await seen()).panel;
  }, 'trying again never helps');
  assert.equal((await seen()).message, '');
  assert.deepEqual(await page.events('zone-error'), [], 'the widget itself is well');
});

onPage('a press that needs the rest is answered when it has come', async (page) => {
  await page.show('<zone-chart kind="bar" indicator="trade" lang="en"></zone-chart>', { whole: false });
  await page.run(() => document.querySelector('zone-chart').shadowRoot.querySelector('.spot').click());
  const text = () =>
    page.run(() => document.querySelector('zone-chart').shadowRoot.querySelector('.panel:not([hidden])')?.textContent ?? '');
  await page.until(async () => /paragraph \d/i.test(await text()), async () => `the panel says: ${await text()}`);
});

onPage('what is rare brings the rest, once, and is drawn', async (page) => {
  const rare = ['donut', 'nested'].map((kind) => tag(gallery.find(({ attributes }) => attributes.kind === kind)));
  await page.show(`<zone-card indicator="gdp"></zone-card>${rare.join('')}`, { whole: false });
  assert.deepEqual(await page.events('zone-error'), []);
  const files = await loaded(page);
  assert.equal(files.filter((file) => file === 'zonestat_rest.wasm').length, 1, String(files));
  assert.ok(!files.includes('zonestat_bg.wasm'), 'nothing is loaded twice');
});

onPage('what proves rare only by its data is drawn as well', async (page) => {
  await page.show(tag(rareByItsData), { whole: false });
  assert.deepEqual(await page.events('zone-error'), []);
  assert.deepEqual([...new Set(await loaded(page))].sort(), ['more.js', 'zonestat_first.wasm', 'zonestat_rest.wasm']);
});

onPage('what is taken away is made by all of the module', async (page) => {
  await page.show('<zone-chart kind="bar" indicator="trade" lang="en"></zone-chart>', { whole: false });
  const texts = await page.run(async () => {
    const chart = document.querySelector('zone-chart');
    return Promise.all([chart.toSVG(), chart.toCSV(), chart.toJSONLD(), chart.describe()]);
  });
  assert.match(texts[0], /^<svg/);
  assert.match(texts[1], /etdz-trade-2021/);
  assert.match(texts[2], /"@context"/);
  assert.match(texts[3], /11\.2\sbillion/);
});

onPage('first part and rest are the whole to the byte, and an instance of it is as good as init()', async (page) => {
  const same = await page.run(async () => {
    const files = ['zonestat_first.wasm', 'zonestat_rest.wasm', 'zonestat_bg.wasm'];
    await import('/pkg/auto.js');
    const compile = WebAssembly.compile;
    let joined;
    WebAssembly.compile = (bytes) => compile((joined = bytes));
    document.body.innerHTML = '<zone-chart kind="donut" indicator="population-urban-rural"></zone-chart>';
    await new Promise((resolve) => document.body.firstChild.addEventListener('zone-ready', resolve, { once: true }));
    WebAssembly.compile = compile;
    const bytes = await Promise.all(files.map(async (file) => new Uint8Array(await (await fetch(`/pkg/${file}`)).arrayBuffer())));
    const whole = bytes[2];
    return joined.length === whole.length && whole.every((byte, index) => byte === joined[index]);
  });
  assert.equal(same, true);
});

onPage('a first part that arrives damaged is said, and can be tried again', async (page) => {
  await page.run(async () => {
    await import('/pkg/auto.js');
    const { fetch } = window;
    window.mend = () => (window.fetch = fetch);
    let turn = 0;
    window.damaged = [(bytes) => bytes.subarray(0, bytes.length / 2), () => Uint8Array.from('<!doctype html>', (letter) => letter.charCodeAt(0)), () => new Uint8Array()];
    window.fetch = async (address) => {
      const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
      return new Response(window.damaged[turn++](bytes));
    };
    document.body.innerHTML = '<zone-chart kind="bar" indicator="trade" lang="en"></zone-chart>';
  });
  const retry = () => page.run(() => document.querySelector('zone-chart').shadowRoot.querySelector('[part=retry]').click());
  for (let turn = 1; turn <= 3; turn++) {
    await page.until(async () => (await page.events('zone-error')).length === turn, `damage ${turn} is not said`);
    if (turn === 3) await page.run(() => window.mend());
    await retry();
  }
  const errors = await page.events('zone-error');
  assert.deepEqual(errors.map(({ detail }) => detail.code), ['load-failed', 'load-failed', 'load-failed']);
  await page.until(async () => (await page.events('zone-ready')).length === 1, 'never drawn');
});

onPage('a rest that does not arrive is said, and can be tried again', async (page) => {
  await page.run(async () => {
    await import('/pkg/auto.js');
    const { fetch } = window;
    window.fetch = (address, options) =>
      String(address).endsWith('rest.wasm') ? Promise.reject(new Error('offline')) : fetch(address, options);
    window.mend = () => (window.fetch = fetch);
    document.body.innerHTML =
      '<zone-chart kind="donut" indicator="population-urban-rural" lang="en"></zone-chart><zone-card indicator="gdp"></zone-card>';
  });
  await page.ready();
  const errors = await page.events('zone-error');
  assert.deepEqual(errors.map(({ tag, detail }) => [tag, detail.code]), [['zone-chart', 'load-failed']]);
  assert.equal((await page.events('zone-ready'))[0].tag, 'zone-card', 'the usual one is drawn all the same');
  await page.run(() => {
    window.mend();
    document.querySelector('zone-chart').shadowRoot.querySelector('[part=retry]').click();
  });
  await page.until(async () => (await page.events('zone-ready')).length === 2, 'never drawn');
});

onPage('a fault says so, and the next call is answered', async (page) => {
  const answers = await page.run(async () => {
    const { defineElements, init, renderCard, dataset } = await import('/pkg/index.js');
    defineElements();
    // The first part given for the whole: what is left out of it traps, as a fault of ours would.
    const { compile } = WebAssembly;
    const first = await new Promise((resolve) => {
      WebAssembly.compile = (bytes) => {
        resolve(bytes);
        return Promise.reject(new Error('not now'));
      };
      document.body.innerHTML = '<zone-chart indicator="gdp"></zone-chart>';
    });
    WebAssembly.compile = compile;
    document.body.replaceChildren();
    await init({ wasm: first });
    const canvas = document.body.appendChild(document.createElement('canvas'));
    const attempt = (work) => {
      try {
        return work();
      } catch (error) {
        return [error.name, error.code, error.message, error.cause instanceof WebAssembly.RuntimeError];
      }
    };
    return Array.from({ length: 20 }, () => [
      attempt(() => dataset().observations()),
      attempt(() => renderCard(canvas, { variant: 'kpi', indicator: 'gdp', lang: 'en', width: 480 }).marks().length),
    ]);
  });
  for (const [fault, marks] of answers) {
    assert.deepEqual(fault, ['ZoneError', 'internal', 'A fault inside the chart · 图表内部出错', true]);
    assert.equal(marks, 2);
  }
});

onPage('a canvas that throws does no lasting harm', async (page) => {
  const answers = await page.run(async () => {
    const { init, renderChart } = await import('/pkg/index.js');
    await init();
    const canvas = document.body.appendChild(document.createElement('canvas'));
    const draw = () => renderChart(canvas, { kind: 'bar', indicator: 'trade', lang: 'en' }).marks().length;
    const { beginPath } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.beginPath = () => {
      throw new Error('lost');
    };
    let code;
    try {
      draw();
    } catch (error) {
      code = error.code;
    }
    CanvasRenderingContext2D.prototype.beginPath = beginPath;
    return [code, draw()];
  });
  assert.deepEqual(answers, ['internal', 4]);
});

onPage('a widget that a reader left while the rest of the module came is drawn when they come back', async (page) => {
  await holdRest(page);
  await page.show('<zone-card indicator="gdp" lang="en"></zone-card>', { whole: false });
  await page.run((rare) => {
    const room = '<div style="block-size: 4000px"></div>';
    document.body.insertAdjacentHTML('beforeend', room + rare + room);
  }, tag(rareByItsData));
  const come = () => page.run(() => document.querySelector('zone-chart').scrollIntoView());
  const drawn = () => page.run(() => document.querySelector('zone-chart').shadowRoot.querySelector('[data-state=drawn]') !== null);
  const waited = () => page.run(() => new Promise((resolve) => setTimeout(resolve, 300)));
  await come();
  await page.until(() => page.run(() => window.held > 0), 'the case is not there: nobody asks for the rest');
  await page.run(() => scrollTo(0, 0));
  await waited();
  await page.run(() => window.release());
  await waited();
  assert.ok(!(await drawn()), 'nobody is near');
  await come();
  await page.until(drawn, 'it stays blank');
});
