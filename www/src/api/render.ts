import type { Mark, Rendition, SpecRecord } from '../wasm/joint.js';
import { dataset as bundledDataset, Dataset } from './dataset.js';
import { within, type PngOptions, type Request } from './drawing.js';
import { ZoneError } from './error.js';
import type { MarkBox, ZoneHandle } from './handle.js';
import { loadedDataset } from './load-dataset.js';
import type { CardSpec, ChartSpec, CommonSpec } from './spec.js';
import { CanvasSurface, headless, type Surface } from './surface.js';
import { take } from './taking.js';

/** As `handle.ts` says. */
export function renderChart(canvas: HTMLCanvasElement | null, spec: ChartSpec): ZoneHandle<ChartSpec> {
  return new Handle('chart', surfaceOf(canvas), spec);
}

/** As `handle.ts` says. */
export function renderCard(canvas: HTMLCanvasElement | null, spec: CardSpec): ZoneHandle<CardSpec> {
  return new Handle('card', surfaceOf(canvas), spec);
}

interface Drawn {
  request: Request;
  /** What is said of the picture, once somebody asked. */
  said?: Rendition;
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
    return this.#said().marks.map(boxOf);
  }

  describe(): string {
    return this.#said().description;
  }

  toSVG(): string {
    return take.toSVG(this.#drawn.request);
  }

  async toPNG(options?: PngOptions): Promise<Blob> {
    return take.toPNG(this.#drawn.request, options);
  }

  toCSV(): string {
    return take.toCSV(this.#drawn.request);
  }

  #draw(spec: Spec): Drawn {
    const env = this.surface.environment(spec);
    return chosenDataset(spec.dataset).use((dataset) => {
      const request: Request = { what: this.what, spec: selectionOf(spec), env: { ...env, dataset } };
      this.surface.draw(request, spec);
      return { request };
    });
  }

  /** Most pictures are drawn anew before anybody asks for their words, which are more work than the picture. */
  #said(): Rendition {
    const { request } = this.#drawn;
    return (this.#drawn.said ??= chosenDataset(this.#spec.dataset).use((dataset) =>
      this.surface.read(within(request, { dataset })),
    ));
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
