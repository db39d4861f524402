import { more } from '../more/load.js';
import type { Lang, Ranks } from '../wasm/joint.js';
import { el, setAttribute } from './dom.js';
import { keyOf, type TableContent } from './order.js';
import { walkRow } from './row.js';
import { turn } from '../page/turns.js';

/** What a table asks of its widget. */
export interface TableActions {
  /** The order of the rows by columns that are more than words; asked for when a reader sorts. */
  ranks(): Ranks;
  /** The reader wants another order: {@link SortableTable.arrange} brings the rows into it. */
  sorted(column: string, descending: boolean | undefined): void;
  /** The reader wants to know more about a row; `opener` is what was pressed. */
  opened(row: number, opener: HTMLElement): void;
  /** The pointer or the keyboard is at a row; -1 when it left. */
  pointed?(row: number): void;
  /** What it shows, again: the texts stand in the page and are not held beside. */
  content(): TableContent;
}

/** Rows that are made at once: as many as take a part of a frame. */
const AT_ONCE = 100;
/** Longer texts may break over lines; a figure as printed, 317.19亿元, or a short period is not torn apart. */
const SHORT = 10;
/** Such texts get a column that is wide enough to read in, also where the table has to scroll for it. Wide characters count twice. */
const LONG = 40;

/**
 * A real table with headers that name every cell and sort its rows. (Its roles are written down because in a narrow place
 * its rows are laid out as blocks, and then some engines forget them.) One column has buttons that open what is behind a
 * row. For the keyboard the headers are one stop and the buttons another; arrows go through them.
 */
export class SortableTable {
  readonly element = el('table', { part: 'table', role: 'table' });
  /** The key of a column, with `-` before it for descending; empty for the order of the content. */
  order = '';
  #arranged = '';
  readonly #head = el('tr', { role: 'row' });
  readonly #body = el('tbody', { role: 'rowgroup' });
  readonly #caption = el('caption');
  #columns: TableContent['columns'] = [];
  /** While there are rows to be made. */
  #coming: TableContent | undefined;
  #rows: HTMLTableRowElement[] = [];
  /** A row without texts, from which the others are copied. */
  #blank = el('tr');
  #lang: Lang = 'en';
  #marks = '';
  #reachable = true;
  #marked: [selected: readonly number[], pointed: readonly number[]] = [[], []];

  /** `opens` is the key of the column with the buttons. */
  constructor(
    private readonly opens: string,
    private readonly actions: TableActions,
  ) {
    const head = el('thead', { role: 'rowgroup' }, this.#head);
    this.element.append(this.#caption, head, this.#body);
    for (const part of [head, this.#body]) {
      part.addEventListener('keydown', (event) => walkRow(event, [...part.querySelectorAll('button')]));
    }
    this.element.addEventListener('click', ({ target }) => {
      const pressed = (target as Element).closest('button');
      if (!pressed) return;
      const row = this.#rowOf(pressed);
      if (row < 0) this.#press(pressed.dataset['key'] ?? '', pressed.textContent);
      else actions.opened(row, pressed);
    });
    const point = ({ target }: Event): void => actions.pointed?.(this.#rowOf(target as Node));
    for (const type of ['pointerover', 'focusin']) this.#body.addEventListener(type, point);
    for (const type of ['pointerleave', 'focusout']) this.#body.addEventListener(type, () => actions.pointed?.(-1));
  }

  show(content: TableContent, lang: Lang): void {
    const held = this.element.querySelector<HTMLElement>('button:focus')?.dataset['key'];
    const { columns, rows } = content;
    const other = JSON.stringify(this.#columns) !== JSON.stringify(columns);
    this.#coming = content;
    this.#columns = columns;
    this.#lang = lang;
    this.#marks = '';
    if (this.#caption.textContent !== content.caption) this.#caption.textContent = content.caption;
    if (this.#arranged || other) this.#begin();
    for (const row of this.#rows.splice(rows.length)) row.remove();
    this.#rows.forEach((row, index) => this.#fill(row, rows[index]));
    this.#grow(held === undefined ? AT_ONCE : Infinity);
    this.#arranged = '';
    void this.#growOn();
    if (held !== undefined) this.element.querySelector<HTMLElement>(`button[data-key="${CSS.escape(held)}"]`)?.focus();
  }

  /** Headers for other columns, and no rows yet. */
  #begin(): void {
    const columns = this.#columns;
    this.#head.replaceChildren(
      ...columns.map(({ key, name, number }) =>
        el('th', { scope: 'col', role: 'columnheader', class: number && 'number' }, plain('sort', key, name)),
      ),
    );
    this.#blank = el('tr', { role: 'row' }, ...columns.map(({ name }, column) =>
      column === 0 ? el('th', { scope: 'row', role: 'rowheader' }) : el('td', { role: 'cell', 'data-label': name }),
    ));
    this.#rows = [];
    this.#body.replaceChildren();
  }

  /** Makes so many more of the rows. */
  #grow(count: number): void {
    const from = this.#rows.length;
    const rows = this.#coming?.rows ?? [];
    const more = rows.slice(from, from + count).map((model) => {
      const row = this.#blank.cloneNode(true) as HTMLTableRowElement;
      this.#fill(row, model);
      return row;
    });
    this.#rows.push(...more);
    if (this.#rows.length >= rows.length) this.#coming = undefined;
    this.#body.append(...more);
    this.#mark();
    this.#stop();
  }

  /** Makes the rest of very many rows a few at a time, so that the page can go on. */
  async #growOn(): Promise<void> {
    const content = this.#coming;
    while (this.#coming) {
      await turn();
      if (this.#coming !== content) return;
      this.#grow(AT_ONCE);
    }
  }

  /** Marks the rows that are selected and those that are pointed at elsewhere. */
  mark(selected: readonly number[], pointed: readonly number[]): void {
    const marked = `${selected.join()} ${pointed.join()}`;
    if (marked === this.#marks) return;
    this.#marks = marked;
    this.#marked = [selected, pointed];
    this.#mark();
  }

  #mark(): void {
    const [selected, pointed] = this.#marked;
    this.#rows.forEach((row, index) => {
      setAttribute(row, 'aria-current', selected.includes(index) && 'true');
      row.classList.toggle('pointed', pointed.includes(index));
    });
  }

  /** Whether the keyboard gets to it: not while it stands unseen behind a picture. */
  reach(reachable: boolean): void {
    if (reachable === this.#reachable) return;
    this.#reachable = reachable;
    this.#stop();
  }

  #stop(): void {
    for (const part of [this.#head, this.#body]) {
      for (const item of part.querySelectorAll<HTMLElement>('[tabindex="0"]')) item.tabIndex = -1;
      if (this.#reachable) part.querySelector('button')?.setAttribute('tabindex', '0');
    }
  }

  /** Whether there is such an order. */
  accepts(order: string): boolean {
    return order === '' || this.#columns.some(({ key }) => key === keyOf(order));
  }

  /** Brings the rows into their order, unless they stand so already; a reader's order waits for what can sort. */
  arrange(): void {
    const { order } = this;
    const sorting = more();
    if (order === this.#arranged || !sorting) return;
    this.#grow(Infinity);
    sorting.arrange({
      order,
      content: this.actions.content(),
      lang: this.#lang,
      ranks: () => this.actions.ranks(),
      head: this.#head,
      body: this.#body,
      rows: this.#rows,
    });
    this.#arranged = order;
  }

  /** Writes the texts of a row, as far as they do not stand there already. */
  #fill(row: HTMLTableRowElement, { observations, cells }: TableContent['rows'][number] = { observations: [], cells: [] }): void {
    setAttribute(row, 'data-observations', observations.join(' '));
    this.#columns.forEach(({ key, number }, column) => {
      const [cell, text = ''] = [row.cells[column], cells[column]];
      if (!cell) return;
      const opener = key === this.opens && text ? (cell.querySelector('button') ?? cell.appendChild(plain('link'))) : undefined;
      if (opener) setAttribute(opener, 'data-key', observations[0]);
      if (text === (opener ?? cell).textContent) return;
      const width = text.length + text.replace(/[ -~]/g, '').length;
      const kind = number ? 'number' : text.length <= SHORT ? 'short' : width > LONG && 'long';
      setAttribute(cell, 'class', kind);
      (opener ?? cell).textContent = text;
    });
  }

  /** Once up, once down, then as it was. */
  #press(key: string, name: string): void {
    const descending = keyOf(this.order) === key ? this.order === key || undefined : false;
    this.order = descending === undefined ? '' : descending ? `-${key}` : key;
    this.actions.sorted(name, descending);
  }

  #rowOf(node: Node): number {
    return this.#rows.findIndex((row) => row.contains(node));
  }
}

/** A button that the table itself listens to. */
function plain(sort: string, key?: string, name = ''): HTMLButtonElement {
  return el('button', { type: 'button', class: sort, tabindex: '-1', 'data-key': key }, name);
}
