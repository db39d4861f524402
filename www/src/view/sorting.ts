import type { Lang, Ranks } from '../wasm/joint.js';
import { setAttribute } from './dom.js';
import { keyOf, type TableContent } from './order.js';

/** A table that is to stand in another order. */
export interface Sortable {
  /** The key of a column, with `-` before it for descending; empty for the order of the content. */
  order: string;
  content: TableContent;
  lang: Lang;
  ranks: () => Ranks;
  head: HTMLElement;
  body: HTMLElement;
  /** In the order of the content. */
  rows: readonly HTMLElement[];
}

/** Brings the rows into their order, by ranks where a column has them, else by the words of the reader's language. */
export function arrange({ order, content, lang, ranks, head, body, rows }: Sortable): void {
  const held = body.querySelector<HTMLElement>('button:focus');
  const descending = order.startsWith('-');
  const { columns, rows: cells } = content;
  const column = columns.findIndex(({ key }) => key === keyOf(order));
  const places = cells.map((_, index) => index);
  if (column >= 0) {
    const collator = new Intl.Collator(lang, { numeric: true });
    const ranked = ranks()[keyOf(order)] ?? cells.map((row) => row.cells[column] || null);
    const compare = (a: number, b: number): number => {
      const [x, y] = [ranked[a] ?? null, ranked[b] ?? null];
      // What is absent comes last whichever way.
      if (x === null || y === null) return Number(x === null) - Number(y === null);
      const way = typeof x === 'number' ? x - Number(y) : collator.compare(x, String(y));
      return descending ? -way : way;
    };
    places.sort((a, b) => compare(a, b) || a - b);
  }
  [...head.children].forEach((cell, index) => {
    setAttribute(cell, 'aria-sort', index === column && (descending ? 'descending' : 'ascending'));
  });
  body.append(...places.map((place) => rows[place]).filter((row) => row !== undefined));
  held?.focus();
}
