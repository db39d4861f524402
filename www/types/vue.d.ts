/** For Vue's templates: `import type {} from 'zonestat/vue'`, once in a project. */
import type { DefineComponent } from 'vue';
import type { ZoneAttributes } from './attributes.js';
import type { CardSpec, ChartSpec, SelectionSpec } from './api/spec.js';

declare module 'vue' {
  interface GlobalComponents {
    'zone-chart': DefineComponent<ZoneAttributes<ChartSpec>>;
    'zone-card': DefineComponent<ZoneAttributes<CardSpec>>;
    'zone-table': DefineComponent<ZoneAttributes<ChartSpec>>;
    'zone-sources': DefineComponent<ZoneAttributes<SelectionSpec>>;
  }
}
