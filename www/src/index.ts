/**
 * zonestat: a development zone's statistics as honest, interactive charts and fact cards on a browser canvas.
 * Importing this has no side effect, on a server neither; `zonestat/auto` defines the elements at once.
 */
export { dataset, Dataset, loadDataset } from './api/dataset.js';
export type { PngOptions } from './api/drawing.js';
export { ZoneError } from './api/error.js';
export { format, type FormatOptions } from './api/format.js';
export type { DatasetFiles, LoadOptions } from './api/loading.js';
export type { Locator, Observation, ObservationFilter, TableRow } from './api/records.js';
export { renderCard, renderChart, type MarkBox, type ZoneHandle } from './api/handle.js';
export type { CardSpec, CardVariant, ChartKind, ChartSpec, CommonSpec, SelectionSpec, Status, Theme } from './api/spec.js';
export { ZoneCard } from './element/card.js';
export { ZoneChart } from './element/chart.js';
export { defineElements } from './element/define.js';
export type {
  ZoneDetail,
  ZoneErrorDetail,
  ZoneErrorEvent,
  ZoneEventMap,
  ZoneFocusEvent,
  ZoneProgressDetail,
  ZoneProgressEvent,
  ZoneReadyEvent,
  ZoneSelectEvent,
  ZoneStateDetail,
  ZoneStateEvent,
} from './element/events.js';
export { ZoneSources } from './element/sources.js';
export { ZoneTable } from './element/table.js';
export { init, type InitOptions, type WasmSource } from './wasm/load.js';

/** The version of this package. */
export const version: string = ZONESTAT_VERSION;
