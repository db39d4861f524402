import type * as Glue from '#glue';
import { ZoneError } from '../api/error.js';
import { fallbackWord } from './fallback.js';
import { sharedEngine } from './engine.js';

export function isReady(): boolean {
  return sharedEngine().ready;
}

/** Calls into the core; whatever it throws comes out as a {@link ZoneError}. */
export function call<T>(work: (glue: typeof Glue) => T): T {
  const engine = sharedEngine();
  if (!engine.ready) throw new ZoneError('not-ready', fallbackWord('not-ready'));
  try {
    return work(engine.glue);
  } catch (thrown) {
    throw ZoneError.from(thrown);
  }
}

/** As {@link call}, for answers that are JSON text of a shape that the joint defines. */
export function callJson<T>(work: (glue: typeof Glue) => string): T {
  return JSON.parse(call(work)) as T;
}
