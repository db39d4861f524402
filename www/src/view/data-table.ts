import type { TableModel } from '../wasm/joint.js';
import { el } from './dom.js';

const SHORT = 10;

/** The selection as a real table: the same words and figures as the picture, with headers that name every cell. */
export function dataTable(model: TableModel): HTMLTableElement {
  const numeric = (column: number): string | undefined => (model.numeric[column] ? 'number' : undefined);
  // A figure as printed, 317.19亿元, or a short period is not torn apart.
  const kind = (column: number, text: string): string | undefined =>
    numeric(column) ?? (text.length <= SHORT ? 'short' : undefined);
  const head = model.columns.map((name, column) => el('th', { scope: 'col', class: numeric(column) }, name));
  const rows = model.rows.map(({ observations, cells }) =>
    el(
      'tr',
      { 'data-observations': observations.join(' ') },
      ...cells.map((text, column) =>
        column === 0
          ? el('th', { scope: 'row', class: kind(column, text) }, text)
          : el('td', { class: kind(column, text) }, text),
      ),
    ),
  );
  return el(
    'table',
    { part: 'table' },
    el('caption', {}, model.caption),
    el('thead', {}, el('tr', {}, ...head)),
    el('tbody', {}, ...rows),
  );
}
