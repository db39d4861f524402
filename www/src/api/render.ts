import { languageAt, languageOf } from '../page/language.js';
import { groundColour, placeAt, UNTOUCHED } from '../page/environment.js';
import { callJson } from '../wasm/call.js';
import type { Environment, Mark, Rendition, SpecRecord } from '../wasm/joint.js';
import { dataset as bundledDataset, Dataset, loadedDataset } from './dataset.js';
import { toCsv, toPng, toSvg, type PngOptions, type Request } from './drawing.js';
import { ZoneError } from './error.js';
import type { CardSpec, ChartSpec, CommonSpec } from './spec.js';

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
 * @throws {ZoneError} for a spec that cannot be drawn, and `not-ready` before {@link init} has finished.
 */
export function renderChart(canvas: HTMLCanvasElement, spec: ChartSpec): ZoneHandle<ChartSpec> {
  return new Handle('chart', canvas, spec);
}

/**
 * Draws a fact card on a canvas: `renderCard(canvas, { indicator: 'gdp' })`.
 * @throws {ZoneError} as {@link renderChart}.
 */
export function renderCard(canvas: HTMLCanvasElement, spec: CardSpec): ZoneHandle<CardSpec> {
  return new Handle('card', canvas, spec);
}

interface Drawn {
  rendition: Rendition;
  request: Request;
  ground: string;
}

class Handle<Spec extends CommonSpec> implements ZoneHandle<Spec> {
  readonly #what: 'chart' | 'card';
  readonly #canvas: HTMLCanvasElement;
  /** The width that the canvas had of itself, before drawing changed its attribute. */
  readonly #intrinsic: number;
  /** Whether the page's styles decide the width. */
  readonly #sized: boolean;
  readonly #authored: { width: string; height: string };
  #spec: Spec;
  #drawn: Drawn;

  constructor(what: 'chart' | 'card', canvas: HTMLCanvasElement, spec: Spec) {
    if (!(canvas instanceof HTMLCanvasElement)) throw new ZoneError('bad-canvas', 'A <canvas> is needed to draw on.');
    this.#what = what;
    this.#canvas = canvas;
    this.#intrinsic = canvas.width;
    this.#sized = isSizedByStyle(canvas);
    this.#authored = { width: canvas.style.width, height: canvas.style.height };
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
    this.#canvas.width = this.#intrinsic;
    Object.assign(this.#canvas.style, this.#authored);
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

  toPNG(options?: PngOptions): Promise<Blob> {
    return toPng(this.#drawn.request, this.#drawn.ground, options);
  }

  toCSV(): string {
    return toCsv(this.#drawn.request);
  }

  #draw(spec: Spec): Drawn {
    const { lang, dataset, width, height, ...selection } = spec;
    const canvas = this.#canvas;
    const data = chosenDataset(dataset);
    // Children of a canvas are styled but never seen: a probe there disturbs nothing.
    const probe = canvas.appendChild(document.createElement('span'));
    const place = placeAt(canvas, probe, selection.theme, false);
    probe.remove();
    const env: Omit<Environment, 'dataset'> = {
      ...UNTOUCHED,
      ...place.env,
      lang: lang ? languageOf(lang) : languageAt(canvas),
      width: width ?? this.#widthOnPage(),
      height: height ?? 0,
    };
    const record = definedOnly(selection);
    return data.use((number) => {
      const request: Request = { what: this.#what, spec: record, env: { ...env, dataset: number } };
      const rendition = callJson<Rendition>((glue) => glue.render(canvas, this.#what, record, request.env));
      if (!this.#sized || width) canvas.style.width = `${rendition.width}px`;
      canvas.style.height = `${rendition.height}px`;
      return { rendition, request, ground: groundColour(place.env) };
    });
  }

  #widthOnPage(): number {
    if (!this.#sized) return this.#intrinsic;
    Object.assign(this.#canvas.style, this.#authored);
    return this.#canvas.clientWidth;
  }
}

/** A canvas that no style sizes is as wide as its attribute says. */
function isSizedByStyle(canvas: HTMLCanvasElement): boolean {
  const { clientWidth, width } = canvas;
  canvas.width = width + 1;
  const sized = clientWidth > 0 && canvas.clientWidth === clientWidth;
  canvas.width = width;
  return sized;
}

function chosenDataset(chosen: CommonSpec['dataset']): Dataset {
  if (chosen instanceof Dataset) return chosen;
  return chosen ? loadedDataset(chosen) : bundledDataset();
}

function boxOf({ x, y, width, height, observations, label, speech }: Mark): MarkBox {
  return { x, y, width, height, observations, label, speech };
}

function definedOnly(spec: object): SpecRecord {
  const given = Object.entries(spec).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given.map(([key, value]) => [key, String(value)]));
}
