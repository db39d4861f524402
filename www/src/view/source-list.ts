import type { Lang, Ranks, SourceModel } from '../wasm/joint.js';
import { word } from '../wasm/words.js';
import type { TableContent } from './order.js';
import type { Topic } from './panel.js';

/** The documents behind a selection as a table: title, publisher, date, and the figures that were taken from each. */
export function sourceTable(sources: readonly SourceModel[], lang: Lang): TableContent {
  const column = (key: string): { key: string; name: string } => ({ key, name: word(lang, `ui-${key}`) });
  return {
    caption: word(lang, 'ui-item-sources'),
    columns: ['document', 'publisher', 'date', 'figures'].map(column),
    rows: sources.map(({ title, publisher, date, count, observations }) => ({
      observations,
      cells: [title, publisher, date, count],
    })),
  };
}

/** The figures that were taken from the document in a row, under a heading in the language of whenever it is shown. */
export function topicOf(row: number, sources: () => readonly SourceModel[], lang: () => Lang): Topic | undefined {
  const source = sources()[row];
  const now = (): SourceModel | undefined => sources().find(({ id }) => id === source?.id) ?? source;
  return source && { observations: source.observations, list: () => word(lang(), 'ui-figures-of', { title: now()?.title ?? '' }) };
}

/** Dates stand in the order of time, counts in that of number. */
export function sourceRanks(sources: readonly SourceModel[]): Ranks {
  return { date: sources.map(({ day }) => day), figures: sources.map(({ observations }) => observations.length) };
}
