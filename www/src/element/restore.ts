import { ZoneError } from '../api/error.js';
import type { Lang } from '../wasm/joint.js';
import { word } from '../wasm/words.js';
import { keyOf } from '../view/order.js';
import { PARTS, type State } from './state.js';

/**
 * Reads a state.
 * @throws {ZoneError} `bad-state` for parts that a state does not have.
 */
export function readState(text: string, lang: Lang): State {
  const parts = [...new URLSearchParams(text)];
  for (const [name, value] of parts) {
    const known = (PARTS as readonly string[]).includes(name);
    if (!known || !value) throw badState(`${name}=${value}`, lang);
  }
  return Object.fromEntries(parts);
}

/** Columns that a table leaves out where they would say the same in every row, or nothing. */
const OMISSIBLE = ['indicator', 'entity', 'period', 'status', 'statements', 'source', 'printed'];

/**
 * What becomes of an order by a column that the table does not show.
 * @throws {ZoneError} `bad-state`: no table has such a column.
 */
export function refusedOrder(order: string, lang: Lang): void {
  if (!OMISSIBLE.includes(keyOf(order))) throw badState(`sort=${order}`, lang);
}

function badState(given: string, lang: Lang): ZoneError {
  const accepted = new Intl.ListFormat(lang).format(PARTS);
  return new ZoneError('bad-state', word(lang, 'ui-bad-state', { given, accepted }));
}
