import type { CardVariant } from '../api/spec.js';
import { PictureElement } from './picture.js';
import { reflect } from './reflect.js';

const SELECTION = ['observation', 'indicator', 'entity', 'period', 'variant'] as const;

/**
 * One fact card on a canvas: `<zone-card indicator="gdp"></zone-card>`.
 *
 * @tagname zone-card
 * @attr {string} observation - The id of one observation.
 * @attr {string} indicator - Or an indicator, of which the latest actual observation is shown.
 * @attr {string} entity - What the indicator is about; the zone by default.
 * @attr {string} period - The period of the indicator.
 * @attr {'auto'|'kpi'|'compare'|'target'|'project'|'rank'} variant - How the card is set.
 */
export class ZoneCard extends PictureElement {
  /** @internal */
  static override readonly selection = SELECTION;
  /** @internal */
  override readonly what = 'card';

  /** The id of one observation. */
  declare observation: string | null;
  /** Or an indicator, of which the latest actual observation is shown. */
  declare indicator: string | null;
  /** What the indicator is about; the zone by default. */
  declare entity: string | null;
  /** The period of the indicator. */
  declare period: string | null;
  /** How the card is set. */
  declare variant: CardVariant | null;
}

reflect(ZoneCard, SELECTION);
