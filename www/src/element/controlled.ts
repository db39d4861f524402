import { compose, type Request } from '../api/drawing.js';
import { ZoneError } from '../api/error.js';
import { download } from '../export/take.js';
import { el, setAttribute } from '../view/dom.js';
import { SortableTable } from '../view/sortable.js';
import { sourceRanks, sourceTable } from '../view/source-list.js';
import { Toolbar, type ToolbarItem } from '../view/toolbar.js';
import { callJson } from '../wasm/call.js';
import type { Ranks, Rendition, SourceModel, TableModel } from '../wasm/joint.js';
import { word } from '../wasm/words.js';
import { SelectingElement, type Choice } from './selecting.js';
import { asText, embedCode } from './share.js';
import { badState, type State } from './state.js';

/** Around a picture that leaves the page, in CSS pixels. */
const MARGIN = 24;
/** Pixels for one CSS pixel of a picture for a page, and of one for print. */
const [USUAL, LARGE] = [2, 4];

/** What stands under every widget: its table, its sources, and the row of controls that brings them to light. */
export abstract class ControlledElement extends SelectingElement {
  /** @internal */
  protected readonly table = el('div', { class: 'tabular drawn', role: 'group', tabindex: '-1' });
  /** @internal */
  protected readonly sources = el('div', { class: 'tabular drawn', role: 'group', hidden: true });
  /** @internal */
  protected readonly toolbar = new Toolbar();
  readonly #rows = new SortableTable('value', {
    ranks: () => this.#ranks(),
    sorted: (column, descending) => this.#sorted(column, descending),
    opened: (row, opener) => this.choose(this.#rowChoice(row, opener)),
    pointed: (row) => this.point(this.#model.rows[row]?.observations ?? []),
  });
  readonly #documents = new SortableTable('figures', {
    ranks: () => sourceRanks(this.#listed),
    sorted: (column, descending) => this.#sorted(column, descending),
    opened: (row, opener) => this.#openDocument(row, opener),
  });
  #model: TableModel = { caption: '', columns: [], keys: [], numeric: [], rows: [] };
  #listed: readonly SourceModel[] = [];
  #shown = '';

  /** @internal */
  constructor() {
    super();
    this.toolbar.element.classList.add('drawn');
    this.table.append(this.#rows.element);
    this.sources.append(this.#documents.element);
    this.root.append(this.table, this.sources, this.toolbar.element, this.toolbar.list, this.panel.element);
  }

  /** Whether this widget is a picture with the table behind it. @internal */
  protected readonly pictured: boolean = false;

  /** @internal */
  protected present(request: Request): Rendition {
    return compose(request);
  }

  /** @internal */
  protected override show(request: Request): Rendition {
    const first = !this.rendition;
    const rendition = this.present(request);
    // A change of focus or size redraws the picture; table, sources and controls stay as they are.
    const { table, sources, lang, observations } = rendition;
    const shown = JSON.stringify([table, sources, lang, this.controls]);
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#fill(rendition);
      this.#controls(rendition);
      this.panel.refresh();
    }
    if (!this.#main.accepts(this.#main.order)) throw badState(`sort=${this.#main.order}`, lang);
    this.#rows.arrange();
    this.#documents.arrange();
    this.#rows.mark(this.meant(table.rows.map((row) => row.observations), 'select'), this.#pointedRows(table));
    this.#documents.mark(this.meant(sources.map((source) => source.observations), 'select'), []);
    this.#letScroll();
    this.shown(observations, first);
    return rendition;
  }

  /** The table that a reader sees first. */
  get #main(): SortableTable {
    return this.what === 'sources' ? this.#documents : this.#rows;
  }

  #fill({ table, sources, lang }: Rendition): void {
    this.#model = table;
    this.#listed = sources;
    const columns = table.columns.map((name, at) => ({ key: table.keys[at] ?? '', name, number: table.numeric[at] }));
    this.#rows.show({ caption: table.caption, columns, rows: table.rows }, lang);
    const documents = sourceTable(sources, lang);
    this.#documents.show(documents, lang);
    setAttribute(this.table, 'aria-label', table.caption);
    setAttribute(this.sources, 'aria-label', documents.caption);
  }

  #pointedRows(table: TableModel): number[] {
    return this.meant(table.rows.map((row) => row.observations), 'focus');
  }

  #ranks(): Ranks {
    const ids = this.#model.rows.map(({ observations }) => observations[0]).join(' ');
    return this.withRequest(({ env }) => callJson<Ranks>((glue) => glue.ranks(ids, env.dataset)));
  }

  #sorted(column: string, descending: boolean | undefined): void {
    const key = descending === undefined ? 'ui-unsorted' : descending ? 'ui-sorted-down' : 'ui-sorted-up';
    this.attempt(() => {
      this.#rows.arrange();
      this.#documents.arrange();
      this.live.say(word(this.language, key, { column }));
    });
    this.redraw(); // for the state
  }

  #openDocument(row: number, opener: HTMLElement): void {
    const source = this.#listed[row];
    if (!source) return;
    const title = (): string => {
      const now = this.#listed.find(({ id }) => id === source.id) ?? source;
      return word(this.language, 'ui-figures-of', { title: now.title });
    };
    this.open(source.observations, title, opener);
  }

  #rowChoice(row: number, opener: HTMLElement | undefined): Choice {
    const { observations = [], cells = [] } = this.#model.rows[row] ?? {};
    return {
      observations,
      name: cells.slice(0, 4).join(' '),
      anchor: () => (opener ?? this).getBoundingClientRect(),
      opener,
    };
  }

  /** @internal */
  protected override choiceOf(observation: string): Choice | undefined {
    const row = this.#model.rows.findIndex(({ observations }) => observations.includes(observation));
    if (row < 0 || this.what !== 'table') return undefined;
    const first = this.#model.rows[row]?.observations[0] ?? '';
    const opener = this.table.querySelector<HTMLElement>(`button[data-key="${CSS.escape(first)}"]`);
    return this.#rowChoice(row, opener ?? undefined);
  }

  /** @internal */
  protected override get ownState(): State {
    return { sort: this.#main.order };
  }
  protected override set ownState({ sort = '' }: State) {
    this.#main.order = sort;
  }

  /** @internal */
  protected override settle(): void {
    super.settle();
    this.toolbar.close();
  }

  /** @internal */
  protected override moved(): void {
    super.moved();
    this.toolbar.follow();
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

  /** What scrolls, or was just brought to light, must be reached by the keyboard; what does neither is no stop. */
  #letScroll(): void {
    const { scrollWidth, clientWidth, classList } = this.table;
    const seen = !classList.contains('unseen');
    this.table.tabIndex = seen && (this.pictured || scrollWidth > clientWidth) ? 0 : -1;
    this.#rows.reach(seen);
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
      press: () => void this.#tryTo(work),
    });
    const file = (id: string, content: () => Promise<BlobPart>, type: string, extension: string) =>
      entry(id, async () => {
        const blob = new Blob([await content()], { type });
        download(blob, this.rendition?.name ?? '', extension);
      });
    const pictures = [
      file('save-png', () => this.toPNG({ padding: MARGIN, scale: USUAL }), 'image/png', 'png'),
      file('save-png-large', () => this.toPNG({ padding: MARGIN, scale: LARGE }), 'image/png', 'png'),
      file('save-svg', () => this.toSVG(), 'image/svg+xml', 'svg'),
    ];
    return [
      ...(this.pictured ? pictures : []),
      file('save-csv', () => this.toCSV(), 'text/csv;charset=utf-8', 'csv'),
      file('save-jsonld', () => this.toJSONLD(), 'application/ld+json', 'jsonld'),
      entry('copy-text', () => this.copy(this.rendition ? asText(this.rendition) : '')),
      entry('copy-embed', () => this.copy(embedCode(this, (this.constructor as typeof ControlledElement).observedAttributes))),
    ];
  }

  async #tryTo(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      this.live.say(ZoneError.from(thrown).message);
    }
  }
}
