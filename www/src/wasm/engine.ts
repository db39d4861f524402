import * as glue from '#glue';

/** What copies of this script share. */
export interface Engine {
  readonly version: string;
  readonly glue: typeof glue;
  /** What runs: nothing yet, what usual widgets need, or all of it. */
  state: 'none' | 'first' | 'whole';
  /** What runs, to be started anew after a fault. */
  module: WebAssembly.Module | undefined;
  /** The loading of what usual widgets need, and of all of it. */
  readonly loading: { first?: Promise<void> | undefined; whole?: Promise<void> | undefined };
  /** Fires `ready`: widgets whose loading failed wait for another's success; `link` when `links` has changed. */
  readonly events: EventTarget;
  /** What is selected or pointed at, by the names under which widgets publish it. */
  readonly links: Map<string, unknown>;
}

const own: Engine = {
  version: ZONESTAT_VERSION,
  glue,
  state: 'none',
  module: undefined,
  loading: {},
  events: new EventTarget(),
  links: new Map(),
};

/** On the element classes, where another copy of the script finds the engine. */
export const ENGINE = Symbol.for('zonestat.engine');

/**
 * A page may load both the self-contained `auto.js` and `index.js`. The one name that both know is that of the defined
 * element: through it they share one WebAssembly instance, if they are of the same version.
 */
export function sharedEngine(): Engine {
  const defined = globalThis.customElements?.get('zone-chart') as { [ENGINE]?: Engine } | undefined;
  const other = defined?.[ENGINE];
  const { first, whole } = own.loading;
  return other?.version === ZONESTAT_VERSION && !first && !whole ? other : own;
}

/** The engine of this copy, to be put on the element classes. */
export function ownEngine(): Engine {
  return own;
}
