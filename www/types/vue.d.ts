/** For Vue's templates: `import type {} from 'zonestat/vue'`, once in a project. */
import type { HTMLAttributes, PublicProps } from 'vue';
import type { ZoneAttributes } from './attributes.js';
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

/** What `@zone-ready` and the like are to Vue. */
interface Listeners {
  onZoneReady?: (event: ZoneReadyEvent) => void;
  onZoneFocus?: (event: ZoneFocusEvent) => void;
  onZoneSelect?: (event: ZoneSelectEvent) => void;
  onZoneState?: (event: ZoneStateEvent) => void;
  onZoneProgress?: (event: ZoneProgressEvent) => void;
  onZoneError?: (event: ZoneErrorEvent) => void;
}

/** An element as a template sees it: its attributes, its events, and the element itself for a `ref`. */
type InTemplate<Element, Spec> = new () => Element & {
  $props: Omit<HTMLAttributes, keyof ZoneAttributes<Spec>> & ZoneAttributes<Spec> & Listeners & PublicProps;
};

declare module 'vue' {
  interface GlobalComponents {
    'zone-chart': InTemplate<ZoneChart, ChartSpec>;
    'zone-card': InTemplate<ZoneCard, CardSpec>;
    'zone-table': InTemplate<ZoneTable, ChartSpec>;
    'zone-sources': InTemplate<ZoneSources, ChartSpec>;
  }
}
