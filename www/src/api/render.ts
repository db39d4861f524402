import type { Mark, Rendition, SpecRecord } from '../wasm/joint.js';
import { dataset as bundledDataset, Dataset, loadedDataset } from './dataset.js';
import { toCsv, toPng, toSvg, type PngOptions, type Request } from './drawing.js';
import { ZoneError } from './error.js';
import type { CardSpec, ChartSpec, CommonSpec } from './spec.js';
import { CanvasSurface, headless, type Surface } from './surface.js';

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
  return new Handle('chart', surfaceOf(canvas), spec);
}

/**
 * Draws a fact card on a canvas: `renderCard(canvas, { indicator: 'gdp' })`.
 * @throws {ZoneError} as {@link renderChart}.
 */
export function renderCard(canvas: HTMLCanvasElement | null, spec: CardSpec): ZoneHandle<CardSpec> {
  return new Handle('card', surfaceOf(canvas), spec);
}

interface Drawn {
  rendition: Rendition;
  request: Request;
}

class Handle<Spec extends CommonSpec> implements ZoneHandle<Spec> {
  #spec: Spec;
  #drawn: Drawn;

  constructor(
    private readonly what: 'chart' | 'card',
    private readonly surface: Surface,
    spec: Spec,
  ) {
    this.#spec = { ...spec };
    this.#drawn = this.#draw(this.#spec);
  }

  update(spec: Spec): void {
    const next = { ...this.#spec, ...spec };
    this.#drawn = this.#draw(next); // a spec that cannot be drawn throws and leaves the last one in place
    this.#spec = next;
  }

  resize(): void {
    this.#drawn = this.#draw(this.#spec);
  }

  destroy(): void {
    this.surface.release();
  }

  marks(): MarkBox[] {
    return this.#drawn.rendition.marks.map(boxOf);
  }

  describe(): string {
    return this.#drawn.rendition.description;
  }

  toSVG(): string {
    return toSvg(this.#drawn.request);
  }

  async toPNG(options?: PngOptions): Promise<Blob> {
    const { request } = this.#drawn;
    return toPng(request, this.surface.ground(request.env), options);
  }

  toCSV(): string {
    return toCsv(this.#drawn.request);
  }

  #draw(spec: Spec): Drawn {
    const env = this.surface.environment(spec);
    return chosenDataset(spec.dataset).use((dataset) => {
      const request: Request = { what: this.what, spec: selectionOf(spec), env: { ...env, dataset } };
      return { request, rendition: this.surface.draw(request, spec) };
    });
  }
}

function surfaceOf(canvas: HTMLCanvasElement | null): Surface {
  if (canvas === null) return headless;
  // Not `instanceof`: the canvas may be another frame's.
  if (typeof canvas?.getContext === 'function') return new CanvasSurface(canvas);
  throw new ZoneError('bad-canvas', 'A <canvas> is needed to draw on, or null.');
}

function chosenDataset(chosen: CommonSpec['dataset']): Dataset {
  if (chosen instanceof Dataset) return chosen;
  return chosen ? loadedDataset(chosen) : bundledDataset();
}

function boxOf({ x, y, width, height, observations, label, speech }: Mark): MarkBox {
  return { x, y, width, height, observations, label, speech };
}

/** What is not part of the selection. */
const PLACE = ['lang', 'dataset', 'width', 'height'];

/** The rest as attributes would be: texts, and only what is there. */
function selectionOf(spec: object): SpecRecord {
  const given = Object.entries(spec).filter(([key, value]) => !PLACE.includes(key) && value !== null && value !== undefined);
  return Object.fromEntries(given.map(([key, value]) => [key, String(value)]));
}
