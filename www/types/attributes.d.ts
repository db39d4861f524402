/** What JSX may say on the elements, for every framework that reads it. */
import type { CardSpec, ChartSpec } from './api/spec.js';
import type { ZoneCard } from './element/card.js';
import type { ZoneChart } from './element/chart.js';
import type {
  ZoneErrorEvent,
  ZoneFocusEvent,
  ZoneProgressEvent,
  ZoneReadyEvent,
  ZoneSelectEvent,
  ZoneStateEvent,
} from './element/events.js';
import type { ZoneSources } from './element/sources.js';
import type { ZoneTable } from './element/table.js';

/** The attributes of a widget with this spec, and nothing of a framework. */
export type ZoneAttributes<Spec> = Omit<Spec, 'dataset' | 'width' | 'height'> & {
  dataset?: string | null | undefined;
  controls?: boolean | undefined;
  publish?: string | null | undefined;
  subscribe?: string | null | undefined;
  state?: string | undefined;
};

type Listener<Event, Target> = ((event: Event & { currentTarget: Target }) => void) | undefined;

/** As {@link ZoneAttributes}, with the events under the names that JSX gives them. */
export type ZoneJsx<Spec, Target> = ZoneAttributes<Spec> & {
  'onzone-ready'?: Listener<ZoneReadyEvent, Target>;
  'onzone-focus'?: Listener<ZoneFocusEvent, Target>;
  'onzone-select'?: Listener<ZoneSelectEvent, Target>;
  'onzone-state'?: Listener<ZoneStateEvent, Target>;
  'onzone-error'?: Listener<ZoneErrorEvent, Target>;
  'onzone-progress'?: Listener<ZoneProgressEvent, Target>;
};

/** The elements by their names. */
export interface ZoneJsxElements {
  'zone-chart': ZoneJsx<ChartSpec, ZoneChart>;
  'zone-card': ZoneJsx<CardSpec, ZoneCard>;
  'zone-table': ZoneJsx<ChartSpec, ZoneTable>;
  'zone-sources': ZoneJsx<ChartSpec, ZoneSources>;
}
