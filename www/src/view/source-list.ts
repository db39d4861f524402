import type { SourceModel } from '../wasm/joint.js';
import { el } from './dom.js';

/** The documents behind a selection. */
export function sourceList(sources: readonly SourceModel[]): HTMLOListElement {
  return el('ol', { part: 'sources', class: 'sources' }, ...sources.map(sourceItem));
}

function sourceItem(source: SourceModel): HTMLLIElement {
  const made = [source.publisher, source.date, source.dateNote].filter((text) => text);
  return el(
    'li',
    { 'data-source': source.id },
    el('cite', {}, source.title || source.citation),
    ...made.map((text) => el('span', { class: 'made' }, text ?? '')),
  );
}
