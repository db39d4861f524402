import { needMore } from '../more/load.js';
import type { PngOptions } from './drawing.js';
import type { CardSpec, ChartSpec } from './spec.js';

/** Where a mark is drawn, in CSS pixels from the canvas's top left corner, and what it stands for. */
export interface MarkBox {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Ids of the observations behind the mark. */
  observations: string[];
  /** A short name. */
  label: string;
  /** The full announcement: value, unit, period, status. */
  speech: string;
}

/** A drawing on a canvas of yours. Nothing watches the page for it: call `resize()` and `update()` when it changes. */
export interface ZoneHandle<Spec> {
  /** Changes the keys that are given and keeps the others; `null` takes one away. Draws at once. */
  update(spec: Spec): void;
  /** Draws again at the size, density, language and theme that the page gives now. */
  resize(): void;
  /** Clears the canvas. The handle is of no use afterwards. */
  destroy(): void;
  /** Every mark in reading order. */
  marks(): MarkBox[];
  /** What is drawn, in spoken words. */
  describe(): string;
  /** A standalone SVG document with real text. */
  toSVG(): string;
  /** A PNG with title, source line and metadata. */
  toPNG(options?: PngOptions): Promise<Blob>;
  /** The observations shown, every column. */
  toCSV(): string;
}

/**
 * Draws a chart on a canvas: `await init(); const chart = renderChart(canvas, { indicator: 'trade', kind: 'bar' })`.
 * Without a canvas (`null`, as on a server) everything works but `toPNG`.
 * @throws {ZoneError} for a spec that cannot be drawn, and `not-ready` before {@link init} has finished.
 */
export function renderChart(canvas: HTMLCanvasElement | null, spec: ChartSpec): ZoneHandle<ChartSpec> {
  return needMore().renderChart(canvas, spec);
}

/**
 * Draws a fact card on a canvas: `renderCard(canvas, { indicator: 'gdp' })`.
 * @throws {ZoneError} as {@link renderChart}.
 */
export function renderCard(canvas: HTMLCanvasElement | null, spec: CardSpec): ZoneHandle<CardSpec> {
  return needMore().renderCard(canvas, spec);
}
