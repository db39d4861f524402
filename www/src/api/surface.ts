import { nowhere, placeAt } from '../page/environment.js';
import { languageAt, languageOf } from '../page/language.js';
import { setAttribute } from '../view/dom.js';
import { callJson } from '../wasm/call.js';
import { asked } from '../wasm/fields.js';
import type { Environment, Rendition } from '../wasm/joint.js';
import { compose, within, type Request } from './drawing.js';
import type { CommonSpec } from './spec.js';

/** The width of a drawing that nothing on a page decides. */
const USUAL_WIDTH = 640;

/** What a handle draws on. */
export interface Surface {
  environment(spec: CommonSpec): Omit<Environment, 'dataset'>;
  /** Draws, without a word about what is drawn. */
  draw(request: Request, spec: CommonSpec): void;
  /** What there is to say of the drawing. */
  read(request: Request): Rendition;
  release(): void;
}

/** A canvas that belongs to the page. */
export class CanvasSurface implements Surface {
  readonly #canvas: HTMLCanvasElement;
  readonly #attributes: readonly (readonly [name: string, value: string | null])[];
  /** The width that the canvas had of itself, before drawing changed its attribute. */
  readonly #intrinsic: number | undefined;
  /** Whether the page's styles decide the width. */
  readonly #sized: boolean;
  readonly #authored: { width: string; height: string };

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#attributes = ['width', 'height'].map((name) => [name, canvas.getAttribute(name)] as const);
    this.#intrinsic = canvas.hasAttribute('width') ? canvas.width : undefined;
    this.#sized = isSizedByStyle(canvas);
    this.#authored = { width: canvas.style.width, height: canvas.style.height };
  }

  environment({ lang, theme, width, height }: CommonSpec): Omit<Environment, 'dataset'> {
    const canvas = this.#canvas;
    // Children of a canvas are styled but never seen: a probe there disturbs nothing.
    const probe = canvas.appendChild(document.createElement('span'));
    const { env } = placeAt(canvas, probe, theme, false);
    probe.remove();
    return {
      ...env,
      lang: lang ? languageOf(lang) : languageAt(canvas),
      width: width ?? this.#widthOnPage(),
      height: height ?? 0,
    };
  }

  draw(request: Request, { width }: CommonSpec): void {
    const { style } = this.#canvas;
    const drawn = callJson<Rendition>((glue) => glue.render(this.#canvas, ...asked(within(request, { quiet: true }))));
    if (!this.#sized || width) style.width = `${drawn.width}px`;
    style.height = `${drawn.height}px`;
  }

  read(request: Request): Rendition {
    // Texts are measured on a canvas of its own: the page may have drawn more on this one meanwhile.
    const measure = document.createElement('canvas');
    return callJson<Rendition>((glue) => glue.render(measure, ...asked(within(request, { unpainted: true }))));
  }

  release(): void {
    const canvas = this.#canvas;
    for (const [name, value] of this.#attributes) setAttribute(canvas, name, value ?? undefined);
    canvas.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height);
    Object.assign(canvas.style, this.#authored);
  }

  /** What the styles give it, else its attribute, else the room that there is around it. */
  #widthOnPage(): number {
    const canvas = this.#canvas;
    if (this.#sized) {
      Object.assign(canvas.style, this.#authored);
      return canvas.clientWidth;
    }
    return this.#intrinsic ?? (widthInside(canvas.parentElement) || USUAL_WIDTH);
  }
}

/** No canvas at all, as on a server: everything but the picture. */
export const headless: Surface = {
  environment({ lang, theme, width, height }) {
    const env = nowhere(languageOf(lang), width ?? USUAL_WIDTH);
    return { ...env, height: height ?? 0, theme: theme === 'dark' ? 'dark' : 'light' };
  },
  draw: (request) => void compose(within(request, { quiet: true })),
  read: compose,
  release: () => undefined,
};

/** A canvas that no style sizes is as wide as its attribute says. */
function isSizedByStyle(canvas: HTMLCanvasElement): boolean {
  const had = canvas.hasAttribute('width');
  const { clientWidth, width } = canvas;
  canvas.width = width + 1;
  const sized = clientWidth > 0 && canvas.clientWidth === clientWidth;
  canvas.width = width;
  if (!had) canvas.removeAttribute('width');
  return sized;
}

function widthInside(parent: Element | null): number {
  if (!parent) return 0;
  const style = getComputedStyle(parent);
  return parent.clientWidth - (parseFloat(style.paddingLeft) || 0) - (parseFloat(style.paddingRight) || 0);
}
