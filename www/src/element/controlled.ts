import { compose, type Request } from '../api/drawing.js';
import { ZoneError } from '../api/error.js';
import { needMore, type More } from '../more/load.js';
import { button, el, setAttribute } from '../view/dom.js';
import { floating } from '../view/floating.js';
import type { Menu } from '../view/menu.js';
import { SortableTable } from '../view/sortable.js';
import { Toolbar, type ToolbarItem } from '../view/toolbar.js';
import { callJson } from '../wasm/call.js';
import type { Lang, Ranks, Rendition, SourceModel, TableModel } from '../wasm/joint.js';
import { word } from '../wasm/words.js';
import { SelectingElement, type Choice } from './selecting.js';
import type { State } from './state.js';

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
    pointed: (row) => this.point(this.#model.rows[row]?.observations ?? []),
  });
  readonly #documents = new SortableTable('figures', {
    ranks: () => needMore().sourceRanks(this.#listed),
    sorted: (column, descending) => this.#sorted(column, descending),
    opened: (row, opener) => this.#openDocument(row, opener),
  });
  #model: TableModel = { caption: '', note: '', columns: [], keys: [], numeric: [], rows: [] };
  #listed: readonly SourceModel[] = [];
  /** Says that there are more rows, and where they are. */
  readonly #more = el('p', { class: 'more' });
  #controlled = false;

  /** @internal */
  constructor() {
    super();
    this.toolbar.element.classList.add('drawn');
    this.table.append(el('div', {}, this.#rows.element));
    this.sources.append(this.#documents.element);
    this.root.append(this.table, this.sources, this.toolbar.element, this.#list, this.panel);
  }

  /** Whether this widget is a picture with the table behind it. @internal */
  protected readonly pictured: boolean = false;

  /** @internal */
  protected present(request: Request): Rendition {
    return compose(request);
  }

  /** @internal */
  protected override show(request: Request): Rendition {
    const before = this.rendition;
    const rendition = this.present(request);
    // A change of focus or size redraws the picture; table, sources and controls stay as they are.
    const { observations } = rendition;
    if (!before || this.controls !== this.#controlled || listed(before) !== listed(rendition)) {
      this.#controlled = this.controls;
      this.#fill(rendition);
      this.#controls(rendition);
      this.refreshPanel();
    } else {
      Object.assign(rendition, { table: before.table, sources: before.sources }); // what is held already is not held twice
    }
    if (!this.#main.accepts(this.#main.order)) needMore().refusedOrder(this.#main.order, rendition.lang);
    this.#rows.arrange();
    this.#documents.arrange();
    this.#letScroll();
    this.mark(rendition);
    this.shown(observations, !before);
    return rendition;
  }

  /** @internal */
  protected override mark({ table, sources }: Rendition): void {
    const rows = (): string[][] => table.rows.map(({ observations }) => observations);
    this.#rows.mark(this.meant(rows, 'select'), this.meant(rows, 'focus'));
    this.#documents.mark(this.meant(() => sources.map(({ observations }) => observations), 'select'), []);
  }

  /** The table that a reader sees first. */
  get #main(): SortableTable {
    return this.what === 'sources' ? this.#documents : this.#rows;
  }

  #fill({ table, sources, lang }: Rendition): void {
    this.#model = table;
    this.#listed = sources;
    // What is hidden is nobody's, assistive technology's neither.
    if (!this.table.hidden) {
      const columns = table.columns.map((name, at) => ({ key: table.keys[at] ?? '', name, number: table.numeric[at] }));
      this.#rows.show({ caption: table.caption, columns, rows: table.rows }, lang);
      setAttribute(this.table, 'aria-label', table.caption);
      this.#more.remove();
      if (table.note) {
        const save = button(word(lang, 'ui-save-csv'), { class: 'link' }, () => this.#saveCsv());
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
    const now = (): SourceModel => this.#listed.find(({ id }) => id === source.id) ?? source;
    const title = (): string => word(this.language, 'ui-figures-of', { title: now().title });
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
    this.#menu?.close();
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
      const { rendition } = this;
      if (!rendition) return;
      this.sources.hidden = !this.sources.hidden;
      this.#fillSources(rendition.lang);
      this.#documents.arrange();
      this.mark(rendition);
      this.#refresh();
    });
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
    const take: ToolbarItem = {
      id: 'export',
      label: say('ui-item-export'),
      opens: true,
      press: ({ currentTarget }) => this.#openMenu(currentTarget as HTMLElement, say),
    };
    const own = { chart: [table, sources], card: [table, sources], table: [sources], sources: [] }[this.what];
    return [...own, take];
  }

  #openMenu(opener: HTMLElement, say: (key: string) => string): void {
    this.attemptLast(({ Menu, exportMenu }) => {
      this.#menu ??= new Menu(this.#list);
      this.#menu.toggle(opener, say('ui-item-export'), exportMenu(this.#takeable(say)));
    });
  }

  #saveCsv(): void {
    const say = (key: string): string => word(this.language, key);
    this.attemptLast(({ exportMenu }) => exportMenu(this.#takeable(say)).find(({ id }) => id === 'save-csv')?.press());
  }

  #takeable(say: (key: string) => string): Parameters<More['exportMenu']>[0] {
    return {
      element: this,
      pictured: this.pictured,
      rendition: () => this.rendition,
      copy: (text) => this.copy(text),
      attempt: (work) => void this.#tryTo(work),
      say,
    };
  }

  async #tryTo(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      this.live.say(ZoneError.from(thrown).message);
    }
  }
}

/** All that stands under a widget, as a text to compare by: to keep it would cost as much as the table itself. */
function listed({ table, sources, lang }: Rendition): string {
  return JSON.stringify([table, sources, lang]);
}
