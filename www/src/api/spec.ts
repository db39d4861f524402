import type { Dataset } from './dataset.js';

/** How a chart draws its selection; `auto` chooses what the data can honestly carry. */
export type ChartKind =
  | 'auto'
  | 'bar'
  | 'line'
  | 'donut'
  | 'bullet'
  | 'pipeline'
  | 'timeline'
  | 'rank'
  | 'nested';

/** How a fact card is set. */
export type CardVariant = 'auto' | 'kpi' | 'compare' | 'target' | 'project' | 'rank';

/** The ground that a widget is drawn for; `auto` follows the page, then the reader's system. */
export type Theme = 'auto' | 'light' | 'dark';

/** A status, closed after SDMX `OBS_STATUS`. */
export type Status = 'actual' | 'estimated' | 'target' | 'planned' | 'projected';

/** What every widget understands. A key is an attribute's name; `null` and `undefined` take it away. */
export interface CommonSpec {
  /** `zh…` is Chinese, all else English; by default the nearest `lang` in the page. */
  lang?: string | null | undefined;
  theme?: Theme | null | undefined;
  /** Another zone's data: its address, or what {@link loadDataset} gave. */
  dataset?: string | Dataset | null | undefined;
  /** Width in CSS pixels, for canvases that the page does not size. */
  width?: number | null | undefined;
  /** Height in CSS pixels; without it the drawing chooses its own. */
  height?: number | null | undefined;
}

/** A selection of observations. */
export interface SelectionSpec extends CommonSpec {
  /** One or more indicator ids, separated by spaces. */
  indicator?: string | null | undefined;
  /** One or more entity ids, separated by spaces. */
  entity?: string | null | undefined;
  /** First period, such as `2017` or `2020-01`. */
  from?: string | null | undefined;
  /** Last period. */
  to?: string | null | undefined;
  /** One or more statuses, separated by spaces. */
  status?: string | null | undefined;
}

/** What a chart shows: the attributes of `<zone-chart>`. */
export interface ChartSpec extends SelectionSpec {
  kind?: ChartKind | null | undefined;
}

/** What a fact card shows: the attributes of `<zone-card>`. */
export interface CardSpec extends CommonSpec {
  /** The id of the observation; or name an indicator. */
  observation?: string | null | undefined;
  indicator?: string | null | undefined;
  entity?: string | null | undefined;
  /** The period of the indicator; the latest actual one by default. */
  period?: string | null | undefined;
  variant?: CardVariant | null | undefined;
}
