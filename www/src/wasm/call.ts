import type * as Glue from '#glue';
import { ZoneError } from '../api/error.js';
import { fallbackWord } from './fallback.js';
import { sharedEngine, type Engine } from './engine.js';

/** Whether the core can be called; with `all`, whether there is nothing that it cannot be asked. */
export function isReady(all = false): boolean {
  const { state } = sharedEngine();
  return all ? state === 'whole' : state !== 'none';
}

/**
 * Calls into the core; whatever it throws comes out as a {@link ZoneError}. After a fault of ours the next call gets a
 * fresh instance. What only the rest of the module could answer is `not-ready` as long as that is not loaded.
 */
export function call<T>(work: (glue: typeof Glue) => T): T {
  const engine = sharedEngine();
  if (!engine.module) throw new ZoneError('not-ready', fallbackWord('not-ready'));
  try {
    return work(engine.glue);
  } catch (thrown) {
    if (typeof thrown === 'string') throw new ZoneError(...(thrown.split('\0') as [code: string, message: string])); // an answer, if not a welcome one
    restart(engine, engine.module);
    const fault = thrown instanceof WebAssembly.RuntimeError && !isReady(true) ? 'not-ready' : 'internal';
    throw new ZoneError(fault, fallbackWord(fault), { cause: thrown });
  }
}

/** A fresh instance: a fault leaves the old one in the midst of its work. */
function restart({ glue }: Engine, module: WebAssembly.Module): void {
  glue.adopt(new WebAssembly.Instance(module, glue.imports()), module);
}

/** As {@link call}, for answers that are JSON text of a shape that the joint defines. */
export function callJson<T>(work: (glue: typeof Glue) => string): T {
  return JSON.parse(call(work)) as T;
}
