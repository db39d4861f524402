import type { Request } from '../api/drawing.js';
import type { What } from './joint.js';

/**
 * Named values as the core reads them (`src/fields.rs`): names and values in turn, each ended by U+0000, so that all of
 * them cross at once. What is absent, `false` or an object has no name.
 */
export function fields(values: object): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== false && typeof value !== 'object')
    .flat()
    .map((text) => `${String(text).replaceAll('\0', '\ufffd')}\0`)
    .join('');
}

/** A request as the core takes it; tokens are named like everything else. */
export function asked({ what, spec, env }: Request): [what: What, spec: string, env: string] {
  return [what, fields(spec), fields({ ...env, ...env.tokens })];
}
