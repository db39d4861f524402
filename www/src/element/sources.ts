import type { ChartKind } from '../api/spec.js';
import { ControlledElement } from './controlled.js';
import { reflect } from './reflect.js';

const SELECTION = ['kind', 'indicator', 'entity', 'from', 'to', 'status'] as const;

/**
 * The documents behind a selection, or all of them: `<zone-sources></zone-sources>`.
 *
 * @tagname zone-sources
 * @attr {string} kind - As for a chart.
 * @attr {string} indicator - One or more indicator ids, separated by spaces.
 * @attr {string} entity - One or more entity ids.
 * @attr {string} from - First period, such as `2017`.
 * @attr {string} to - Last period.
 * @attr {string} status - One or more of actual, estimated, target, planned, projected.
 */
export class ZoneSources extends ControlledElement {
  /** @internal */
  static override readonly selection = SELECTION;
  /** @internal */
  override readonly what = 'sources';

  /** As for a chart. */
  declare kind: ChartKind | null;
  /** One or more indicator ids, separated by spaces. */
  declare indicator: string | null;
  /** One or more entity ids, separated by spaces. */
  declare entity: string | null;
  /** First period, such as `2017` or `2020-01`. */
  declare from: string | null;
  /** Last period. */
  declare to: string | null;
  /** One or more statuses, separated by spaces. */
  declare status: string | null;

  /** @internal */
  constructor() {
    super();
    this.table.hidden = true;
    this.sources.hidden = false;
  }
}

reflect(ZoneSources, SELECTION);
