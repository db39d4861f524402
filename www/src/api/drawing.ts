import { callJson } from '../wasm/call.js';
import { asked } from '../wasm/fields.js';
import type { Environment, Rendition, SpecRecord, What } from '../wasm/joint.js';

/** Options of `toPNG`. */
export interface PngOptions {
  /** Pixels for one CSS pixel, from 0.5 to 8; 2 by default. */
  scale?: number;
  /** Any CSS colour, or `transparent`; the theme's ground by default. */
  background?: string;
  /** Empty space on every side, in CSS pixels; none by default. */
  padding?: number;
}

/** What can be asked of the core about one widget in one environment. */
export interface Request {
  what: What;
  spec: SpecRecord;
  env: Environment;
}

/** The same request with some of its environment changed. */
export function within(request: Request, change: Partial<Environment>): Request {
  return { ...request, env: { ...request.env, ...change } };
}

export function compose(request: Request): Rendition {
  return callJson<Rendition>((glue) => glue.compose(...asked(request)));
}
