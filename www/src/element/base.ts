import { Dataset, dataset as bundledDataset, loadDataset } from '../api/dataset.js';
import type { PngOptions, Request } from '../api/drawing.js';
import { ZoneError } from '../api/error.js';
import type { Theme } from '../api/spec.js';
import { loadMore, more, needMore, type More } from '../more/load.js';
import { isPrinted, nowhere, placeAt, type Place } from '../page/environment.js';
import { languageAt } from '../page/language.js';
import { watchPage } from '../page/watch.js';
import { loadEarly } from '../page/early.js';
import { el, setAttribute } from '../view/dom.js';
import { LiveRegion } from '../view/live.js';
import { Message } from '../view/message.js';
import { adoptStyles } from '../view/sheet.js';
import { call, isReady } from '../wasm/call.js';
import { fallbackWord } from '../wasm/fallback.js';
import type { Environment, Lang, Outline, SpecRecord, What } from '../wasm/joint.js';
import { ENGINE, ownEngine, sharedEngine } from '../wasm/engine.js';
import { loadFor } from '../wasm/load.js';
import { word } from '../wasm/words.js';
import { announce } from './events.js';
import { reflect, upgrade } from './reflect.js';

/** A server has no elements; importing there must not throw. */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- only its absence of everything is needed
const Base = globalThis.HTMLElement ?? class {};

/** Heights below this are not a wish but an accident of a page's layout. */
const LEAST_HEIGHT = 80;
/** What A4 and Letter leave between usual margins: wider drawings would be shrunk, and their texts with them. */
const PAPER_WIDTH = 680;
/** The width of a widget that no page has sized. */
const USUAL_WIDTH = 640;

/** Loading that is over so soon is not spoken of, in milliseconds. */
const UNSEEN = 250;

/** What the first part of the module draws. */
const USUAL: readonly string[] = ['auto', 'bar', 'line', 'kpi'];

const COMMON = ['theme', 'dataset'] as const;
/** What changes nothing that is drawn or said. */
const LINKS = ['publish', 'subscribe'] as const;
const QUIET: readonly string[] = [...LINKS, 'controls', 'state'];

/**
 * What all widgets have in common: attributes, the watch over the page, loading, drawing in one animation frame,
 * errors, and what can be taken away. It holds no listener and no observer while it is not in a document.
 *
 * @attr {string} lang - `zh…` is Chinese, all else English; by default the nearest `lang` in the page.
 * @attr {'auto'|'light'|'dark'} theme - `auto` (the default) follows the page, then the reader's system.
 * @attr {string} dataset - The address of another zone's `datapackage.json`; the bundled data by default.
 * @attr {boolean} controls - Shows the row of controls: table, sources, export.
 * @attr {string} publish - Names under which other widgets hear what is selected and pointed at here.
 * @attr {string} subscribe - Names of what this widget follows: what is selected there is selected here.
 * @attr {string} state - A state to begin with, as the property `state` gave it.
 * @attr {string} aria-label - Names the widget in place of its own title.
 * @attr {string} aria-describedby - Ids of texts that describe the widget in place of its own summary.
 *
 * @fires {ZoneReadyEvent} zone-ready - What the attributes ask for is drawn; `detail.observations` holds the ids.
 * @fires {ZoneFocusEvent} zone-focus - Pointer or keyboard came to another mark, or left (an empty list).
 * @fires {ZoneSelectEvent} zone-select - A mark is selected; cancelling it keeps the source panel closed.
 * @fires {ZoneStateEvent} zone-state - The reader, or the page, brought it into another state; `detail.state` holds it.
 * @fires {ZoneErrorEvent} zone-error - It cannot be drawn; `detail.code` and `detail.message` say why.
 * @fires {ZoneProgressEvent} zone-progress - A large dataset is loading; `detail.done` goes from 0 to 1.
 *
 * @slot - Shown until the first drawing, and when there is none: a table, a sentence, a picture.
 *
 * @csspart root - All of it.
 * @csspart stage - What holds the canvas.
 * @csspart canvas - The drawing.
 * @csspart tooltip - What a mark says at a glance.
 * @csspart panel - Where a figure was printed.
 * @csspart close - The button that closes the panel.
 * @csspart button - The buttons inside the panel.
 * @csspart menu - The row of controls.
 * @csspart menu-item - One of the controls.
 * @csspart menu-list - The list that a control opens.
 * @csspart menu-entry - One entry of that list.
 * @csspart table - The table.
 * @csspart sources - The list of documents.
 * @csspart message - An error.
 * @csspart progress - How far a large dataset is loaded.
 * @csspart retry - The button that tries again.
 *
 * @cssprop --zone-font - The font family; the page's own by default.
 * @cssprop --zone-ground - The surface that everything stands on.
 * @cssprop --zone-text - Titles, values, axis lines.
 * @cssprop --zone-muted - Subtitles, labels, sources.
 * @cssprop --zone-grid - Grid lines and rules.
 * @cssprop --zone-focus - The ring around a mark that has the focus.
 * @cssprop --zone-warning - What must not be overlooked.
 * @cssprop --zone-up - Growth; without it growth has no colour of its own.
 * @cssprop --zone-down - Decline; likewise.
 * @cssprop --zone-series-1 - Data; up to `--zone-series-6`.
 */
export abstract class ZoneElement extends Base {
  /** @internal */
  static readonly [ENGINE] = ownEngine();
  /** The attributes that choose what is shown. @internal */
  static readonly selection: readonly string[] = [];
  /** @internal */
  static get observedAttributes(): string[] {
    return [...this.selection, ...COMMON, ...LINKS, 'controls', 'state', 'lang', 'aria-label', 'aria-describedby'];
  }

  /** `auto` (the default) follows the page, then the reader's system. */
  declare theme: Theme | null;
  /** Whether the row of controls is shown: table, sources, export. */
  declare controls: boolean;
  /** Names under which other widgets hear what is selected and pointed at here, separated by spaces. */
  declare publish: string | null;
  /** Names of what this widget follows: what is selected there is selected here. */
  declare subscribe: string | null;

  /** @internal */
  protected readonly root = el('div', { part: 'root', class: 'root', dir: 'ltr' });
  /** @internal */
  protected readonly live = new LiveRegion();
  /** @internal */
  protected rendition: Outline | undefined;
  readonly #message = new Message();
  readonly #progress = el('div', { part: 'progress', class: 'progress', role: 'progressbar', hidden: true });
  readonly #fallback = el('slot');
  readonly #ruler = el('div', { class: 'ruler' });
  readonly #probe = el('span', { class: 'unseen', 'aria-hidden': 'true' });
  #life: AbortController | undefined;
  #data: { address: string | null; dataset: Dataset } | undefined;
  #loading = false;
  #size = { width: 0, height: 0 };
  #near = false;
  #printing = false;
  /** What the page was told last, so that it hears of each outcome once. */
  #told = '';
  /** An attribute of this very widget changed, which is spoken; a whole page that changes its language speaks for itself. */
  #asked = false;
  /** Loading failed; it is tried again only when something says that it may succeed. */
  #blocked = false;
  /** What is asked for was found to need all of the module. */
  #beyond = false;
  #frame = 0;
  /** Something changed since the last drawing. */
  #stale = true;

  /** @internal */
  abstract readonly what: What;
  /** Brings what was composed or painted before the reader. @internal */
  protected abstract show(request: Request): Outline;
  /** The state that the reader has brought the widget into. @internal */
  protected touched(): Pick<Environment, 'hidden'> {
    return {};
  }
  /** Comes before every drawing; what it throws is shown as an error. @internal */
  protected prepare(): void {
    // nothing to be brought in order
  }
  /** The page moved or changed size under what floats. @internal */
  protected moved(): void {
    // nothing floats over a plain widget
  }
  /** The reader left; nothing may float any longer. @internal */
  protected settle(): void {
    // as above
  }
  /** The height that controls and the like take from the drawing. @internal */
  protected get reserved(): number {
    return 0;
  }
  /** Whether the widget must be drawn wherever it is. @internal */
  protected get eager(): boolean {
    return false;
  }

  /** Whether what is asked for needs the rest of the script before it can be shown. @internal */
  protected get demanding(): boolean {
    return false;
  }

  /** @internal */
  constructor() {
    super();
    const shadow = this.attachShadow({ mode: 'open' });
    adoptStyles(shadow);
    this.root.append(this.#message.element, this.#progress, this.live.element);
    // What the page put inside stands beside the root, and so inherits from the page alone: colours, scheme, type.
    shadow.append(this.#ruler, this.#probe, this.root, this.#fallback);
  }

  /** Another zone's data: the address of its `datapackage.json`. Reading gives the element's `data-*` as ever. */
  // eslint-disable-next-line @typescript-eslint/related-getter-setter-pairs -- the platform has taken the name for reading
  override get dataset(): DOMStringMap {
    return super.dataset;
  }
  override set dataset(address: string | null) {
    if (address === null || address === undefined) this.removeAttribute('dataset');
    else this.setAttribute('dataset', address);
  }

  /** @internal */
  connectedCallback(): void {
    upgrade(this, [...(this.constructor as typeof ZoneElement).selection, ...COMMON, ...LINKS, 'controls', 'state']);
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.listen(signal);
    if (!this.rendition) this.#become(this.childElementCount > 0 ? 'replaced' : 'waiting');
    watchPage(
      { host: this, ruler: this.#ruler, content: this.root },
      {
        size: (width, height) => this.#resized(width, height),
        near: (near) => {
          this.#near = near;
          if (near && this.#stale) this.redraw();
        },
        change: () => this.redraw(),
        fonts: () => {
          if (isReady()) call((glue) => glue.forget_fonts());
          this.redraw();
        },
        print: (printing) => {
          this.#printing = printing;
          this.#stale = true;
          this.#attempt(); // there is no next frame before the page is on paper
        },
      },
      signal,
    );
    this.redraw();
    loadEarly([this], () => void this.#load());
  }

  /** @internal */
  disconnectedCallback(): void {
    this.#life?.abort();
    this.#life = undefined;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.settle();
  }

  /** @internal */
  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after) return;
    if (!name.startsWith('aria-') && !QUIET.includes(name)) {
      this.#told = '';
      this.#asked = true;
    }
    this.#blocked = false;
    this.redraw();
  }

  /** Listens to the page around it, until the signal says that it has left. @internal */
  protected listen(signal: AbortSignal): void {
    addEventListener('scroll', () => this.moved(), { signal, passive: true, capture: true });
    sharedEngine().events.addEventListener('ready', () => {
      if (isReady(this.#rare) && this.#told.startsWith('load-failed')) this.#retry();
    }, { signal });
  }

  /** What is shown, in spoken words. */
  async describe(): Promise<string> {
    return this.#take((take, request) => take.describe(request));
  }

  /** A standalone SVG document with real text. */
  async toSVG(): Promise<string> {
    return this.#take((take, request) => take.toSVG(request));
  }

  /** The observations shown, every column. */
  async toCSV(): Promise<string> {
    return this.#take((take, request) => take.toLongCSV(request));
  }

  /** The observations shown, as JSON-LD text. */
  async toJSONLD(): Promise<string> {
    return this.#take((take, request) => take.toJSONLD(request));
  }

  /** A PNG with title, source line and metadata. */
  async toPNG(options?: PngOptions): Promise<Blob> {
    return this.#take((take, request) => take.toPNG(request, options));
  }

  /** Draws in the next animation frame, however often it is asked. @internal */
  protected redraw(): void {
    this.#stale = true;
    if (!this.#life || this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#attempt();
    });
  }

  /** The language that texts are in now. @internal */
  protected get language(): Lang {
    return languageAt(this);
  }

  /** The data that is shown; needs the module. @internal */
  protected get data(): Dataset {
    return this.#data?.dataset ?? bundledDataset();
  }

  /** Hands a request as of now to `work`; needs data. @internal */
  protected withRequest<T>(work: (request: Request) => T): T {
    const env = this.#environment();
    return this.data.use((dataset) => work({ what: this.what, spec: this.#spec(), env: { ...env, dataset } }));
  }

  #resized(width: number, height: number): void {
    const given = height >= LEAST_HEIGHT ? height : 0;
    this.moved();
    if (width === this.#size.width && given === this.#size.height) return;
    this.#size = { width, height: given };
    this.redraw();
  }

  #attempt(): void {
    const wanted = this.#near || this.#printing || isPrinted() || this.eager;
    if (!this.#life || !wanted || this.#size.width <= 0 || this.#loading || this.#blocked) return;
    const ready = isReady(this.#rare) && (!this.demanding || more());
    if (!ready || this.#data?.address !== this.getAttribute('dataset')) void this.#load();
    else this.#draw();
  }

  /** Whether this is for all of the module rather than its first part. */
  get #rare(): boolean {
    const asked = this.getAttribute('kind') || this.getAttribute('variant') || 'auto';
    return this.#beyond || (['chart', 'card'].includes(this.what) && !USUAL.includes(asked));
  }

  async #load(): Promise<void> {
    const address = this.getAttribute('dataset');
    this.#loading = true;
    try {
      await this.#prepare();
    } catch (thrown) {
      if (address === this.getAttribute('dataset')) this.#fail(ZoneError.from(thrown));
    } finally {
      this.#loading = false;
      this.#progress.hidden = true;
    }
    this.#attempt(); // also when the attribute has changed meanwhile
  }

  /** The module and this widget's data. */
  async #prepare(all = this.#rare): Promise<void> {
    const address = this.getAttribute('dataset');
    await Promise.all([loadFor(all), this.demanding && loadMore()]);
    if (this.#data?.address === address) return;
    const since = performance.now();
    const onProgress = (done: number): void => {
      if (performance.now() - since < UNSEEN || address !== this.getAttribute('dataset')) return;
      const text = word(this.language, 'ui-loading', { percent: Math.floor(done * 100) });
      if (this.#progress.hidden) this.live.say(text);
      needMore().showProgress(this.#progress, done, text);
      announce(this, 'zone-progress', { done });
    };
    const dataset = address ? await loadDataset(address, { onProgress }) : bundledDataset();
    this.#data = { address, dataset };
  }

  async #take<T>(work: (take: More['take'], request: Request) => T | Promise<T>): Promise<T> {
    await this.#prepare(true);
    return this.withRequest((request) => work(needMore().take, request));
  }

  #draw(): void {
    const before = this.rendition?.name;
    this.#stale = false;
    try {
      this.prepare();
      this.rendition = this.withRequest((request) => this.show(request));
    } catch (thrown) {
      const error = ZoneError.from(thrown);
      if (error.code !== 'not-ready') return this.#fail(error);
      this.#beyond = true;
      this.#stale = true; // the reader may have left by the time that it can be drawn
      return this.#attempt();
    }
    this.#message.hide();
    this.#become('drawn');
    const { lang, name, observations } = this.rendition;
    this.#tell(`ready ${lang}`, () => announce(this, 'zone-ready', { observations }));
    if (this.#asked && before && before !== name) this.live.say(word(lang, 'ui-updated', { name }));
    this.#asked = false;
  }

  #fail(error: ZoneError): void {
    const { code } = error;
    const lang = this.language;
    this.rendition = undefined;
    this.#place(lang);
    this.settle();
    this.#become('failed');
    this.#blocked = code === 'load-failed' || code === 'dataset-failed';
    const ours = this.#blocked || code === 'internal';
    const message = ours ? fallbackWord(code as 'load-failed' | 'dataset-failed' | 'internal', lang) : error.message;
    this.#tell(`${code} ${message}`, () => {
      const retry = { label: fallbackWord('retry', lang), press: () => this.#retry() };
      this.#message.show(message, this.#blocked ? retry : undefined);
      announce(this, 'zone-error', { code, message });
    });
  }

  /** Says that something did not arrive that the reader wants, and offers to try again; the drawing stays. @internal */
  protected complain(again: () => void): void {
    const lang = this.language;
    const press = (): void => {
      this.#message.hide();
      again();
    };
    this.#message.show(fallbackWord('rest-failed', lang), { label: fallbackWord('retry', lang), press });
  }

  #retry(): void {
    if (!this.#blocked) return;
    this.#blocked = false;
    this.#told = '';
    this.redraw();
  }

  #tell(outcome: string, say: () => void): void {
    if (this.#told === outcome) return;
    this.#told = outcome;
    say();
  }

  /**
   * `replaced` and `failed` show what the page put inside the element, such as a table; `waiting` keeps room for the
   * drawing, so that the page below it does not jump far.
   */
  #become(state: 'waiting' | 'replaced' | 'drawn' | 'failed'): void {
    setAttribute(this.root, 'data-state', state);
    this.#fallback.hidden = state === 'drawn';
  }

  #spec(): SpecRecord {
    const names = ['theme', ...(this.constructor as typeof ZoneElement).selection];
    // Empty means absent, as for most attributes of HTML.
    return Object.fromEntries(names.map((name) => [name, this.getAttribute(name) || undefined]));
  }

  /** Reads the page here, and fits everything that is no drawing to it. */
  #place(lang: Lang): Place {
    const place = placeAt(this, this.#probe, this.getAttribute('theme'), this.#printing);
    setAttribute(this.root, 'lang', tagOf(lang));
    setAttribute(this.root, 'data-theme', place.ground.theme);
    setAttribute(this.root, 'data-painted', place.ground.painted);
    return place;
  }

  #environment(): Omit<Environment, 'dataset'> {
    const lang = this.language;
    const given = this.#size.width || USUAL_WIDTH;
    if (!this.isConnected) return nowhere(lang, given);
    const width = this.#printing ? Math.min(given, PAPER_WIDTH) : given;
    const { env } = this.#place(lang);
    setAttribute(this.root, 'data-fixed', this.#size.height > 0);
    const inset = 2 * (parseFloat(getComputedStyle(this.root).paddingTop) || 0);
    const height = this.#size.height > 0 ? Math.max(LEAST_HEIGHT, this.#size.height - this.reserved - inset) : 0;
    return { ...env, ...this.touched(), lang, width: wholePixels(width - inset, env.dpr), height };
  }
}

reflect(ZoneElement, ['theme', ...LINKS], ['controls']);

/** Down to what the device can show. */
function wholePixels(length: number, dpr: number): number {
  return Math.floor(length * dpr) / dpr;
}

/** The tag that makes a browser choose the right glyphs and voice. */
function tagOf(lang: Lang): string {
  return lang === 'zh' ? 'zh-Hans' : 'en';
}
