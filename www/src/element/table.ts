import { ControlledElement } from './controlled.js';
import { reflect } from './reflect.js';
import type { ChartKind } from '../api/spec.js';

const SELECTION = ['kind', 'indicator', 'entity', 'from', 'to', 'status'] as const;

/**
 * The same selection as a table of the page: `<zone-table indicator="trade"></zone-table>`.
 *
 * @tagname zone-table
 * @attr {string} kind - As for a chart; it decides the order.
 * @attr {string} indicator - One or more indicator ids, separated by spaces.
 * @attr {string} entity - One or more entity ids; the zone by default.
 * @attr {string} from - First period, such as `2017`.
 * @attr {string} to - Last period.
 * @attr {string} status - One or more of actual, estimated, target, planned, projected.
 */
export class ZoneTable extends ControlledElement {
  /** @internal */
  static override readonly selection = SELECTION;
  /** @internal */
  override readonly what = 'table';

  /** As for a chart; it decides the order. */
  declare kind: ChartKind | null;
  /** One or more indicator ids, separated by spaces. */
  declare indicator: string | null;
  /** One or more entity ids, separated by spaces; the zone by default. */
  declare entity: string | null;
  /** First period, such as `2017` or `2020-01`. */
  declare from: string | null;
  /** Last period. */
  declare to: string | null;
  /** One or more statuses, separated by spaces. */
  declare status: string | null;
}

reflect(ZoneTable, SELECTION);
