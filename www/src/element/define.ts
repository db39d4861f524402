import { ZoneCard } from './card.js';
import { ZoneChart } from './chart.js';
import { ZoneSources } from './sources.js';
import { ZoneTable } from './table.js';

/**
 * Registers the four elements. A name that is taken already, by another version for instance, is left as it is; on a
 * server nothing happens.
 */
export function defineElements(): void {
  const registry = globalThis.customElements;
  if (!registry) return;
  const define = (name: string, element: CustomElementConstructor): void => {
    if (!registry.get(name)) registry.define(name, element);
  };
  define('zone-chart', ZoneChart);
  define('zone-card', ZoneCard);
  define('zone-table', ZoneTable);
  define('zone-sources', ZoneSources);
}

declare global {
  interface HTMLElementTagNameMap {
    'zone-chart': ZoneChart;
    'zone-card': ZoneCard;
    'zone-table': ZoneTable;
    'zone-sources': ZoneSources;
  }
}
