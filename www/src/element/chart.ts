import type { ChartKind } from '../api/spec.js';
import { PictureElement } from './picture.js';
import { reflect } from './reflect.js';

const SELECTION = ['kind', 'indicator', 'entity', 'from', 'to', 'status'] as const;

/**
 * One chart on a canvas: `<zone-chart indicator="trade" kind="bar" controls></zone-chart>`.
 *
 * @tagname zone-chart
 * @attr {'auto'|'bar'|'line'|'donut'|'bullet'|'pipeline'|'timeline'|'rank'|'nested'} kind - How the selection is drawn.
 * @attr {string} indicator - One or more indicator ids, separated by spaces.
 * @attr {string} entity - One or more entity ids; the zone by default.
 * @attr {string} from - First period, such as `2017`.
 * @attr {string} to - Last period.
 * @attr {string} status - One or more of actual, estimated, target, planned, projected.
 */
export class ZoneChart extends PictureElement {
  /** @internal */
  static override readonly selection = SELECTION;
  /** @internal */
  override readonly what = 'chart';

  /** How the selection is drawn. */
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

reflect(ZoneChart, SELECTION);
