import type { TableModel } from '../wasm/joint.js';
import { el } from './dom.js';

/** The selection as a real table: the same words and figures as the picture, with headers that name every cell. */
export function dataTable(model: TableModel): HTMLTableElement {
  const numeric = (column: number): string | undefined => (model.numeric[column] ? 'number' : undefined);
  const head = model.columns.map((name, column) => el('th', { scope: 'col', class: numeric(column) }, name));
  const rows = model.rows.map(({ observations, cells }) =>
    el(
      'tr',
      { 'data-observations': observations.join(' ') },
      ...cells.map((text, column) =>
        column === 0
          ? el('th', { scope: 'row', class: numeric(column) }, text)
          : el('td', { class: numeric(column) }, text),
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
