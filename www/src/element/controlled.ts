import { compose, type Request } from '../api/drawing.js';
import { ZoneError } from '../api/error.js';
import { copyText, download } from '../export/take.js';
import { dataTable } from '../view/data-table.js';
import { el, setAttribute } from '../view/dom.js';
import { sourceList } from '../view/source-list.js';
import { Toolbar, type ToolbarItem } from '../view/toolbar.js';
import type { Rendition } from '../wasm/joint.js';
import { word } from '../wasm/words.js';
import { ZoneElement } from './base.js';
import { asText, embedCode } from './share.js';

/** Around a picture that leaves the page, in CSS pixels. */
const MARGIN = 24;

/** What stands under every widget: its table, its sources, and the row of controls that brings them to light. */
export abstract class ControlledElement extends ZoneElement {
  /** @internal */
  protected readonly table = el('div', { class: 'tabular drawn', role: 'group', tabindex: '-1' });
  /** @internal */
  protected readonly sources = el('div', { class: 'tabular drawn', hidden: true });
  /** @internal */
  protected readonly toolbar = new Toolbar();
  #shown = '';

  /** @internal */
  constructor() {
    super();
    this.toolbar.element.classList.add('drawn');
    this.root.append(this.table, this.sources, this.toolbar.element, this.toolbar.list);
  }

  /** Whether this widget is a picture with the table behind it. @internal */
  protected readonly pictured: boolean = false;

  /** @internal */
  protected present(request: Request): Rendition {
    return compose(request);
  }

  /** @internal */
  protected override show(request: Request): Rendition {
    const rendition = this.present(request);
    // A change of focus or size redraws the picture; table, sources and controls stay as they are.
    const { table, sources, lang } = rendition;
    const shown = JSON.stringify([table, sources, lang, this.controls]);
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.table.replaceChildren(dataTable(table));
      this.sources.replaceChildren(sourceList(sources));
      setAttribute(this.table, 'aria-label', table.caption);
      this.#controls(rendition);
    }
    this.#letScroll();
    return rendition;
  }

  /** @internal */
  protected override settle(): void {
    this.toolbar.close();
  }

  /** @internal */
  protected override moved(): void {
    this.toolbar.close();
  }

  /** @internal */
  protected override get reserved(): number {
    return this.toolbar.element.offsetHeight;
  }

  /** Brings the table before everyone's eyes, or back behind the picture. @internal */
  protected toggleTable(): void {
    const seen = this.table.classList.toggle('unseen');
    setAttribute(this.root, 'data-table', !seen);
    this.#refresh();
    this.#letScroll();
    if (!seen) this.table.focus();
  }

  /** @internal */
  protected async copy(text: string): Promise<void> {
    const copied = await copyText(text, this.root);
    this.live.say(word(this.language, copied ? 'ui-copied' : 'ui-copy-failed'));
  }

  /** What scrolls, or was just brought to light, must be reached by the keyboard; what does neither is no stop. */
  #letScroll(): void {
    const { scrollWidth, clientWidth, classList } = this.table;
    const seen = !classList.contains('unseen');
    this.table.tabIndex = seen && (this.pictured || scrollWidth > clientWidth) ? 0 : -1;
  }

  #toggleSources(): void {
    this.sources.hidden = !this.sources.hidden;
    this.#refresh();
  }

  #refresh(): void {
    if (this.rendition) this.#controls(this.rendition);
  }

  #controls(rendition: Rendition): void {
    const say = (key: string): string => word(rendition.lang, key);
    this.toolbar.show(say('ui-controls'), this.controls ? this.#items(say) : []);
  }

  #items(say: (key: string) => string): ToolbarItem[] {
    const table: ToolbarItem = {
      id: 'table',
      label: say('ui-item-table'),
      pressed: !this.table.classList.contains('unseen'),
      press: () => this.toggleTable(),
    };
    const sources: ToolbarItem = {
      id: 'sources',
      label: say('ui-item-sources'),
      pressed: !this.sources.hidden,
      press: () => this.#toggleSources(),
    };
    const take: ToolbarItem = { id: 'export', label: say('ui-item-export'), menu: this.#exports(say) };
    const own = { chart: [table, sources], card: [table, sources], table: [sources], sources: [] }[this.what];
    return [...own, take];
  }

  #exports(say: (key: string) => string): NonNullable<ToolbarItem['menu']> {
    const entry = (id: string, work: () => Promise<unknown>): { id: string; label: string; press: () => void } => ({
      id,
      label: say(`ui-${id}`),
      press: () => void this.#attempt(work),
    });
    const file = (id: string, content: () => Promise<BlobPart>, type: string, extension: string) =>
      entry(id, async () => {
        const blob = new Blob([await content()], { type });
        download(blob, this.rendition?.name ?? '', extension);
      });
    const pictures = [
      file('save-png', () => this.toPNG({ padding: MARGIN }), 'image/png', 'png'),
      file('save-svg', () => this.toSVG(), 'image/svg+xml', 'svg'),
    ];
    return [
      ...(this.pictured ? pictures : []),
      file('save-csv', () => this.toCSV(), 'text/csv;charset=utf-8', 'csv'),
      file('save-jsonld', () => this.toJSONLD(), 'application/ld+json', 'jsonld'),
      entry('copy-text', () => this.copy(this.rendition ? asText(this.rendition) : '')),
      entry('copy-embed', () => this.copy(embedCode(this))),
    ];
  }

  async #attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      this.live.say(ZoneError.from(thrown).message);
    }
  }
}
