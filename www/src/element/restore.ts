import { ZoneError } from '../api/error.js';
import type { Lang, What } from '../wasm/joint.js';
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

/** What tables can be in the order of. */
const COLUMNS = ['indicator', 'entity', 'period', 'value', 'status', 'statements', 'source', 'printed'];
/** And lists of documents. */
const OF_DOCUMENTS = ['document', 'publisher', 'date', 'figures'];

/**
 * An order by a column that is not there, as all rows are alike in it, leaves them as they are.
 * @throws {ZoneError} `bad-state`: such a table never has that order.
 */
export function checkOrder(order: string, what: What, lang: Lang): void {
  const known = what === 'sources' ? OF_DOCUMENTS : COLUMNS;
  if (order && !known.includes(keyOf(order))) throw badState(`sort=${order}`, lang);
}

function badState(given: string, lang: Lang): ZoneError {
  return new ZoneError('bad-state', word(lang, 'ui-bad-state', { given, accepted: PARTS.join(', ') }));
}
