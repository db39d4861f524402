import { fetchMore } from '#more-source';
import { ZoneError } from '../api/error.js';
import { addStyles } from '../view/sheet.js';
import { fallbackWord } from '../wasm/fallback.js';
import type * as all from './more.js';

/** The rest of the script. */
export type More = typeof all;

let here: More | undefined;
let coming: Promise<More> | undefined;

/** The rest of the script, if it is there. */
export function more(): More | undefined {
  return here;
}

/** The rest of the script, for what cannot wait: as with all of the module, {@link init} brings it. */
export function needMore(): More {
  if (!here) throw new ZoneError('not-ready', fallbackWord('not-ready'));
  return here;
}

/** Loads the rest of the script once for the whole page; after a failure the next call tries again. */
export function loadMore(): Promise<More> {
  coming ??= fetchMore().then(
    (found) => {
      addStyles(found.styles);
      return (here = found);
    },
    (thrown: unknown) => {
      coming = undefined;
      throw new ZoneError('load-failed', fallbackWord('load-failed'), { cause: thrown });
    },
  );
  return coming;
}
