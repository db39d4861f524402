// A page of the engine under test, in words that fit the widgets.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { require } from './engines.mjs';

const OUTPUT = new URL('../../output/', import.meta.url);

export class Page {
  #looked = false;
  #signal;

  /** `signal` ends a test whose time is up: the browser belongs to the next one then. */
  constructor(driver, engine, signal) {
    this.#signal = signal;
    /** The WebDriver session, for what the page has no word for. It stands inside the frame: see `resize`. */
    this.driver = driver;
    /** `chromium`, `firefox` or `webkit`. */
    this.engine = engine;
  }

  /** The tests' own empty page, at the usual size: no elements are defined yet. Nothing of the last test is left. */
  async blank() {
    await this.driver.get(new URL('/tests/frame.html', process.env.ZONESTAT_URL).href);
    await this.resize(1280, 900);
    await this.open('/tests/blank.html');
  }

  /** Opens a page of the server and waits until it has loaded: `/` is the gallery, `/tests/` the folder `pages`. */
  async open(path) {
    await this.#outside(() =>
      this.driver.executeAsyncScript(
        `const [path, done] = arguments;
         const frame = document.querySelector('iframe');
         frame.addEventListener('load', () => done(), { once: true });
         frame.src = path;`,
        path,
      ),
    );
  }

  /**
   * Sets the size of the view. The page lives in a frame, because no window gets as narrow as a phone, and because a frame
   * has its size at once.
   */
  async resize(width, height) {
    await this.#outside(() =>
      this.driver.executeScript(
        `const { style } = document.querySelector('iframe');
         style.width = arguments[0] + 'px';
         style.height = arguments[1] + 'px';`,
        width,
        height,
      ),
    );
  }

  /** Does something in the page around the frame, and returns into it. */
  async #outside(work) {
    this.#signal.throwIfAborted();
    await this.driver.switchTo().defaultContent();
    try {
      return await work();
    } finally {
      await this.driver.switchTo().frame(0);
    }
  }

  /**
   * Runs a function inside the page and gives its result, awaited. It sees nothing of the test but `args`, and {@link packed}.
   *
   * @template T
   * @param {(...args: any[]) => T | Promise<T>} inside
   */
  async run(inside, ...args) {
    this.#signal.throwIfAborted();
    const answer = await this.driver.executeAsyncScript(
      `const done = arguments[arguments.length - 1];
       ${packed}
       Promise.resolve().then(() => (${inside})(...Array.prototype.slice.call(arguments, 0, -1))).then(
         (value) => done({ value }),
         (error) => done({ error: String(error) + '\\n' + (error && error.stack), code: error && error.code }),
       );`,
      ...args,
    );
    if ('error' in answer) throw Object.assign(new Error(answer.error), { code: answer.code });
    return answer.value;
  }

  /** What a function makes of the dataset. It sees nothing of the test but `args`. */
  ask(inside, ...args) {
    return this.#script(
      `import { init, dataset } from '/pkg/index.js';
       await init();
       return (${inside})(dataset(), ...${JSON.stringify(args)});`,
    );
  }

  /**
   * Runs a script of the page, a module with imports first, and gives what it returns. Firefox runs the driver's own
   * scripts in a place apart, whose functions WebAssembly that the page has loaded cannot be linked with.
   */
  #script(text) {
    const [imports, body] = text.split(/(?<=from '[^']*';)\n/);
    return this.run(
      (imports, body) =>
        new Promise((resolve, reject) => {
          const script = document.createElement('script');
          script.type = 'module';
          script.textContent = `${imports}
            const work = async () => { ${body} };
            const done = (answer) => dispatchEvent(new CustomEvent('answered', { detail: JSON.stringify(answer) }));
            work().then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }));`;
          addEventListener(
            'answered',
            ({ detail }) => {
              const { value, error } = JSON.parse(detail);
              if (error === undefined) resolve(value);
              else reject(new Error(error));
            },
            { once: true },
          );
          script.onerror = () => reject(new Error('the script could not be loaded'));
          document.head.append(script);
        }),
      imports,
      body,
    );
  }

  /**
   * Defines the elements, puts `html` into the body and waits until each of its widgets has drawn or complained. With
   * `whole`, the rest of the module has arrived as well, so that a press is answered at once.
   */
  async show(html, { whole = true } = {}) {
    await this.#script(
      `import {} from '/pkg/auto.js';
       document.body.innerHTML = ${JSON.stringify(html)};`,
    );
    await this.ready();
    if (!whole) return;
    await this.run(async () => {
      const widgets = document.querySelectorAll('zone-chart, zone-card, zone-table, zone-sources');
      // What is not drawn cannot be described either.
      await Promise.all([...widgets].map((widget) => widget.describe().catch(() => undefined)));
    });
  }

  /** Waits until every widget that matches has fired `zone-ready` or `zone-error`. The page must load `events.js`. */
  async ready(selector = 'zone-chart, zone-card, zone-table, zone-sources') {
    const waiting = () =>
      this.run(
        (selector) =>
          [...document.querySelectorAll(selector)]
            .filter((element) => !window.zoneEvents.some(({ target }) => target === element))
            .map((element) => element.outerHTML.slice(0, 200)),
        selector,
      );
    await this.until(async () => (await waiting()).length === 0, async () => `no event from ${await waiting()}`);
  }

  /** What widgets have fired since the page began: `{ type, detail, tag, id }`. */
  events(type) {
    return this.run(
      (type) =>
        window.zoneEvents
          .filter((event) => !type || event.type === type)
          .map(({ type, detail, target }) => ({ type, detail, tag: target.localName, id: target.id })),
      type,
    );
  }

  /** Polls until `condition` holds; `complaint` says what was waited for. */
  async until(condition, complaint = 'waited in vain', patience = 20_000) {
    const end = Date.now() + patience;
    while (!(await condition())) {
      this.#signal.throwIfAborted();
      if (Date.now() > end) throw new Error(typeof complaint === 'function' ? await complaint() : complaint);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /**
   * The pixels of a canvas, or of the canvas inside an element's shadow tree.
   *
   * @returns {Promise<{ width: number, height: number, at: (x: number, y: number) => number[], colours: () => Map<string, number> }>}
   *   in device pixels; `at` gives red, green, blue, alpha
   */
  async pixels(selector) {
    return counted(await this.run(async (selector) => {
      const found = document.querySelector(selector);
      const canvas = found instanceof HTMLCanvasElement ? found : found?.shadowRoot?.querySelector('canvas');
      if (!canvas) throw new Error(`no canvas in ${selector}`);
      const { width, height } = canvas;
      const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
      return { width, height, packed: await packed(data) };
    }, selector));
  }

  /**
   * The pixels of an element as it is on the screen, as {@link pixels} gives them, as far as it is in the view. `left` and
   * `top` say where they begin, in CSS pixels of the view; `scale` is device pixels to a CSS pixel.
   */
  async view(selector) {
    const picture = await this.#picture();
    // A frame that is higher than the window is photographed as far as it is in it.
    const above = await this.#outside(() => this.driver.executeScript("return Math.max(0, -document.querySelector('iframe').getBoundingClientRect().top)"));
    const drawn = await this.run(async (picture, selector, above) => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const scale = image.width / innerWidth;
      const { left, top, right, bottom } = document.querySelector(selector).getBoundingClientRect();
      const [x, y] = [left, top - above].map((from) => Math.max(0, Math.round(from * scale)));
      const [width, height] = [Math.min(image.width, right * scale) - x, Math.min(image.height, (bottom - above) * scale) - y].map(Math.round);
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const context = canvas.getContext('2d');
      context.drawImage(image, -x, -y);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      return { left: x / scale, top: y / scale + above, width, height, scale, packed: await packed(data) };
    }, picture, selector, above);
    return counted(drawn);
  }

  /** Waits until what the page is now has reached the screen. */
  async painted() {
    await this.run(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0)))),
    );
  }

  /** Keeps a picture of the view in tests/output/<engine>/. Nothing is compared: it is for eyes. */
  async screenshot(name) {
    const file = fileURLToPath(new URL(`${this.engine}/${name}.png`, OUTPUT));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await this.#picture(), 'base64');
    return file;
  }

  async #picture() {
    await this.painted();
    return this.#outside(async () =>
      this.engine === 'webkit'
        ? this.#cut(await this.driver.takeScreenshot())
        : this.driver.findElement({ css: 'iframe' }).takeScreenshot(),
    );
  }

  /** WebKitGTK turns the place of an element upside down when it photographs one: its picture of everything is cut. */
  #cut(picture) {
    return this.driver.executeAsyncScript(
      `const [picture, done] = arguments;
       const image = new Image();
       image.onload = () => {
         const canvas = document.createElement('canvas');
         canvas.width = document.querySelector('iframe').offsetWidth;
         canvas.height = document.querySelector('iframe').offsetHeight;
         canvas.getContext('2d').drawImage(image, 0, 0);
         done(canvas.toDataURL().split(',')[1]);
       };
       image.src = 'data:image/png;base64,' + picture;`,
      picture,
    );
  }

  /** What axe finds wrong with the page: `{ id, help, nodes }`. */
  async violations(selector = 'body') {
    await this.driver.executeScript(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
    return this.run(async (selector) => {
      const { violations } = await window.axe.run(selector);
      return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html }) => html) }));
    }, selector);
  }

  /** What the page threw or logged as an error. Who looks at them answers for them. */
  async errors() {
    this.#looked = true;
    return this.run(() => window.pageErrors ?? []);
  }

  /** Fails if the page threw or logged an error that the test did not ask for. */
  async expectNoErrors() {
    if (!this.#looked) assert.deepEqual(await this.errors(), [], 'the page reported errors');
  }
}

/** Bytes as a text that is fit for the wire: megabytes of pixels are a lot for a driver. Runs inside the page. */
async function packed(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  const small = new Uint8Array(await new Response(stream).arrayBuffer());
  return btoa(Array.from(small, (byte) => String.fromCharCode(byte)).join(''));
}

/** Pixels from {@link packed}, to be asked for. */
function counted({ packed, width, ...others }) {
  const data = inflateSync(Buffer.from(packed, 'base64'));
  const at = (x, y) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
  const colours = () => {
    const found = new Map();
    for (let from = 0; from < data.length; from += 4) {
      const key = data.toString('hex', from, from + 4);
      found.set(key, (found.get(key) ?? 0) + 1);
    }
    return found;
  };
  return { ...others, width, data, at, colours };
}
