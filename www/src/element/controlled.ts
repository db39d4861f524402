import type { Dataset } from '../api/dataset.js';
import { compose, within, type Request } from '../api/drawing.js';
import { needMore, type More } from '../more/load.js';
import { button, el, setAttribute } from '../view/dom.js';
import { floating } from '../view/floating.js';
import type { Menu } from '../view/menu.js';
import type { TableContent } from '../view/order.js';
import { SortableTable } from '../view/sortable.js';
import { Toolbar, type ToolbarItem } from '../view/toolbar.js';
import { callJson } from '../wasm/call.js';
import type { Lang, Outline, Ranks, Rendition, SourceModel, TableModel } from '../wasm/joint.js';
import { word } from '../wasm/words.js';
import { SelectingElement, type Choice } from './selecting.js';
import type { State } from './state.js';

/** The widgets that were drawn or came to last, of which a reader may well come to one. */
const recent = new Set<ControlledElement>();
/** How many those are: a screenful. */
const SCREENFUL = 12;
/** A widget with so many rows would take too long to say what it shows once more: it keeps that. */
const MANY = 100;

/** What stands under every widget: its table, its sources, and the row of controls that brings them to light. */
export abstract class ControlledElement extends SelectingElement {
  /** @internal */
  protected readonly table = el('div', { class: 'tabular drawn', role: 'group', tabindex: '-1' });
  /** @internal */
  protected readonly sources = el('div', { class: 'tabular drawn', role: 'group', hidden: true });
  /** @internal */
  protected readonly toolbar = new Toolbar(() => this.#menu?.close());
  readonly #list = floating(el('div', { part: 'menu-list', class: 'menu', role: 'menu' }));
  #menu: Menu | undefined;
  readonly #rows = new SortableTable('value', {
    ranks: () => this.#ranks(),
    sorted: (column, descending) => this.#sorted(column, descending),
    opened: (row, opener) => this.choose(this.#rowChoice(row, opener)),
    pointed: (row) => this.point(row < 0 ? [] : (this.#tableRows[row]?.observations ?? [])),
    content: () => rowsOf(this.said),
  });
  /** Made for whoever asks for it. */
  #documentTable: SortableTable | undefined;
  #drawn: { request: Request; data: Dataset } | undefined;
  #said: Rendition | undefined;
  /** Says that there are more rows, and where they are. */
  readonly #more = el('p', { class: 'more' });
  #controlled = false;

  /** @internal */
  constructor() {
    super();
    this.toolbar.element.classList.add('drawn');
    this.table.append(el('div', {}, this.#rows.element));
    this.root.append(this.table, this.sources, this.toolbar.element, this.#list, this.panel);
  }

  /** Whether this widget is a picture with the table behind it. @internal */
  protected readonly pictured: boolean = false;

  /** Draws, or says without drawing, as the environment asks. @internal */
  protected read(request: Request): Rendition {
    return compose(request);
  }

  /** Brings before the reader what was drawn. @internal */
  protected present(rendition: Rendition, request: Request): void;
  protected present(): void {
    // a table and a list stand there as texts
  }

  /**
   * What was drawn last, in places and words; the request of then answers it once more. That is kept for a screenful of
   * widgets: for a hundred others it would be most of what a page holds. @internal
   */
  protected get said(): Rendition | undefined {
    if (!this.#said && this.#drawn) {
      const { request, data } = this.#drawn;
      this.#said = data.use((dataset) => this.read(within(request, { dataset, unpainted: true })));
      this.#keep();
    }
    return this.#said;
  }

  #keep(): void {
    recent.delete(this);
    recent.add(this);
    const [oldest] = recent;
    if (recent.size <= SCREENFUL || !oldest) return;
    recent.delete(oldest);
    oldest.rest();
  }

  /** @internal */
  protected rest(): void {
    // Whoever follows others is asked with each move over there.
    if (!this.hasAttribute('subscribe') && (this.#said?.table.rows.length ?? 0) < MANY) this.#said = undefined;
  }

  /** @internal */
  protected override show(request: Request): Outline {
    const [first, before] = [!this.rendition, this.#said];
    const rendition = (this.#said = this.read(request));
    this.#drawn = { request, data: this.data };
    this.present(rendition, request);
    // A change of size redraws the picture; table, sources and controls stay as they are. Where nobody is, what stands
    // there is not held to compare by, and only what differs is written.
    const { lang, name, observations } = rendition;
    if (!before || this.controls !== this.#controlled || listed(before) !== listed(rendition)) {
      this.#controlled = this.controls;
      this.#fill(rendition);
      this.#controls(lang);
      this.refreshPanel();
    }
    if (!this.#main.accepts(this.#main.order)) needMore().refusedOrder(this.#main.order, rendition.lang);
    this.#rows.arrange();
    this.#documentTable?.arrange();
    this.#letScroll();
    this.mark();
    this.shown(observations, first);
    this.#keep();
    return { lang, name, observations };
  }

  /** @internal */
  protected override mark(): void {
    const rows = (): string[][] => this.#tableRows.map(({ observations }) => observations);
    this.#rows.mark(this.meant(rows, 'select'), this.meant(rows, 'focus'));
    this.#documentTable?.mark(this.meant(() => this.#listed.map(({ observations }) => observations), 'select'), []);
  }

  get #documents(): SortableTable {
    if (!this.#documentTable) {
      this.#documentTable = new SortableTable('figures', {
        ranks: () => needMore().sourceRanks(this.#listed),
        content: () => needMore().sourceTable(this.#listed, this.language),
        sorted: (column, descending) => this.#sorted(column, descending),
        opened: (row, opener) => this.#openDocument(row, opener),
      });
      this.sources.append(this.#documentTable.element);
    }
    return this.#documentTable;
  }

  get #tableRows(): TableModel['rows'] {
    return this.said?.table.rows ?? [];
  }

  get #listed(): readonly SourceModel[] {
    return this.said?.sources ?? [];
  }

  /** The table that a reader sees first. */
  get #main(): SortableTable {
    return this.what === 'sources' ? this.#documents : this.#rows;
  }

  #fill(rendition: Rendition): void {
    const { table, lang } = rendition;
    // What is hidden is nobody's, assistive technology's neither.
    if (!this.table.hidden) {
      this.#rows.show(rowsOf(rendition), lang);
      setAttribute(this.table, 'aria-label', table.caption);
      this.#more.remove();
      if (table.note) {
        const save = button(word(lang, 'ui-save-csv'), { class: 'link' }, () => this.attemptLast(({ saveCsv }) => saveCsv(this.#takeable)));
        this.#more.replaceChildren(table.note, ' ', save);
        this.#rows.element.before(this.#more);
      }
    }
    this.#fillSources(lang);
  }

  #fillSources(lang: Lang): void {
    if (this.sources.hidden) return;
    const documents = needMore().sourceTable(this.#listed, lang);
    this.#documents.show(documents, lang);
    setAttribute(this.sources, 'aria-label', documents.caption);
  }

  #ranks(): Ranks {
    const ids = this.#tableRows.map(({ observations }) => observations[0]).join(' ');
    return this.withRequest(({ env }) => callJson<Ranks>((glue) => glue.ranks(ids, env.dataset)));
  }

  #sorted(column: string, descending: boolean | undefined): void {
    const key = descending === undefined ? 'ui-unsorted' : descending ? 'ui-sorted-down' : 'ui-sorted-up';
    this.attempt(() => {
      this.#rows.arrange();
      this.#documentTable?.arrange();
      this.live.say(word(this.language, key, { column }));
    });
    this.redraw(); // for the state
  }

  #openDocument(row: number, opener: HTMLElement): void {
    const topic = needMore().topicOf(row, () => this.#listed, () => this.language);
    if (topic) this.open(topic, () => opener.getBoundingClientRect(), opener, true);
  }

  #rowChoice(row: number, opener: HTMLElement | undefined): Choice {
    const { observations = [], cells = [] } = this.#tableRows[row] ?? {};
    return {
      observations,
      name: cells.slice(0, 4).join(' '),
      anchor: () => (opener ?? this).getBoundingClientRect(),
      opener,
    };
  }

  /** @internal */
  protected override choiceOf(observation: string): Choice | undefined {
    const rows = this.#tableRows;
    const row = rows.findIndex(({ observations }) => observations.includes(observation));
    if (row < 0 || this.what !== 'table') return undefined;
    const first = rows[row]?.observations[0] ?? '';
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
    this.#menu?.close();
    this.#drawn = this.#said = undefined;
    recent.delete(this);
  }

  /** @internal */
  protected override moved(): void {
    super.moved();
    this.#menu?.follow();
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
    const { table } = this;
    const seen = !table.classList.contains('unseen');
    table.tabIndex = seen && (this.pictured || table.scrollWidth > table.clientWidth) ? 0 : -1;
    this.#rows.reach(seen);
  }

  #toggleSources(): void {
    this.attemptLast(() => {
      const { said } = this; // asked for first: should it need more of the module, all of this is tried again
      if (!said) return;
      this.sources.hidden = !this.sources.hidden;
      this.#fillSources(said.lang);
      this.#documents.arrange();
      this.mark();
      this.#refresh();
    });
  }

  #refresh(): void {
    if (this.rendition) this.#controls(this.rendition.lang);
  }

  #controls(lang: Lang): void {
    const say = (key: string): string => word(lang, key);
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
    const take: ToolbarItem = {
      id: 'export',
      label: say('ui-item-export'),
      opens: true,
      press: ({ currentTarget }) => this.#openMenu(currentTarget as HTMLElement),
    };
    const own = { chart: [table, sources], card: [table, sources], table: [sources], sources: [] }[this.what];
    return [...own, take];
  }

  #openMenu(opener: HTMLElement): void {
    this.attemptLast(({ Menu, exportMenu }) => {
      this.#menu ??= new Menu(this.#list);
      this.#menu.toggle(opener, opener.textContent, exportMenu(this.#takeable));
    });
  }

  get #takeable(): Parameters<More['exportMenu']>[0] {
    const { pictured, live, language } = this;
    return { element: this, pictured, live, language, rendition: () => this.said, copy: (text) => this.copy(text) };
  }
}

/** The figures behind a picture, as a table has them. */
function rowsOf(rendition: Rendition | undefined): TableContent {
  const { caption = '', columns = [], keys = [], numeric = [], rows = [] } = rendition?.table ?? {};
  return { caption, columns: columns.map((name, at) => ({ key: keys[at] ?? '', name, number: numeric[at] })), rows };
}

/** All that stands under a widget, as a text to compare by. */
function listed({ table, sources, lang }: Rendition): string {
  return JSON.stringify([table, sources, lang]);
}
