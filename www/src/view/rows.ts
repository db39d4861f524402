import { el } from './dom.js';

/** What is known in pairs. */
export function rows(pairs: readonly [label: string, value: string][]): HTMLDListElement {
  return el(
    'dl',
    { class: 'rows' },
    ...pairs.map(([label, value]) => el('div', { class: 'row' }, el('dt', {}, label), el('dd', {}, value))),
  );
}
