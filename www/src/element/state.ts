/**
 * What a reader, or the page, has made of a widget:
 *
 * - `kind`: how the selection is drawn, for widgets that have kinds
 * - `lang`: the language
 * - `select`: ids of the observations of the mark that is selected
 * - `hide`: ids of the legend entries that are switched off
 * - `focus`: id of the first observation of the mark where the keyboard is, or enters
 * - `sort`: the key of the column by which the table is sorted, with `-` before it for descending
 *
 * As text it is a query string, several ids with a space (`+`) between them:
 * `kind=bar&lang=zh&select=etdz-trade-2021+etdz-trade-2021-rank&hide=target&sort=-value`. The parts may come in any
 * order. Without `kind` and `lang` these stay as they are; without one of the others there is none. Ids that a widget
 * does not show are let go.
 */
export type State = Partial<Record<(typeof PARTS)[number], string | undefined>>;

/** The parts that a state can have. */
export const PARTS = ['kind', 'lang', 'select', 'hide', 'focus', 'sort'] as const;

/** A state as text. */
export function writeState(state: State): string {
  const given = PARTS.map((name) => [name, state[name] ?? '']).filter(([, value]) => value);
  return String(new URLSearchParams(given));
}
