import { loadEarly } from '../page/early.js';
import { loadFor } from '../wasm/load.js';
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
  const elements = { 'zone-chart': ZoneChart, 'zone-card': ZoneCard, 'zone-table': ZoneTable, 'zone-sources': ZoneSources };
  // Whether it failed, the elements will hear as well.
  loadEarly(document.querySelectorAll(String(Object.keys(elements))), () => void loadFor(false).catch(() => undefined));
  for (const [name, element] of Object.entries(elements)) {
    if (!registry.get(name)) registry.define(name, element);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zone-chart': ZoneChart;
    'zone-card': ZoneCard;
    'zone-table': ZoneTable;
    'zone-sources': ZoneSources;
  }
}
