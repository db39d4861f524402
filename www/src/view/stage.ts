import type { Area, LegendEntry, Mark, Rendition, What } from '../wasm/joint.js';
import { word } from '../wasm/words.js';
import { el, setAttribute } from './dom.js';
import type { Box } from './floating.js';

/** How an author may rename or describe the picture; what the core says is the default. */
export interface Naming {
  /** What it is called: a card's kind may be a chart's, too. */
  what: What;
  name?: string | undefined;
  description?: string | undefined;
}

/** How far outside of a mark the line around it ends, in CSS pixels. */
const OUTSET = { related: 2.5, pointed: 3, selected: 4, focused: 5 } as const;

/**
 * The canvas, and over it one transparent button for each mark and legend entry. Assistive technology meets real
 * elements that can be focused, read and pressed one by one, at the places where they are drawn; for the keyboard they
 * are one stop, the group, and are reached from it by arrows.
 */
export class Stage {
  /** Those of the marks. */
  marks: readonly HTMLButtonElement[] = [];
  readonly canvas = el('canvas', { part: 'canvas', role: 'img' });
  readonly element = el('div', { part: 'stage', class: 'stage', role: 'group', tabindex: '0' });
  readonly #ringLayer = el('div', { class: 'overlay', 'aria-hidden': 'true' });
  readonly #markLayer = el('div', { class: 'overlay' });
  readonly #legendLayer = el('div', { class: 'overlay' });
  readonly #description = el('p', { id: 'description', hidden: true });
  readonly #instructions = el('p', { id: 'instructions', hidden: true });
  #legend: HTMLButtonElement[] = [];
  #size = { width: 1, height: 1 };
  #rings: HTMLElement[] = [];
  #selected: readonly number[] = [];

  constructor() {
    this.element.setAttribute('aria-describedby', 'description instructions');
    this.element.append(this.canvas, this.#ringLayer, this.#markLayer, this.#legendLayer, this.#description, this.#instructions);
  }

  /** Buttons in the order in which arrows go through them. */
  get stops(): readonly HTMLButtonElement[] {
    return [...this.marks, ...this.#legend];
  }

  show(rendition: Rendition, naming: Naming, dpr: number): void {
    this.#size = { width: rendition.width, height: rendition.height };
    this.#fit(rendition, dpr);
    this.#describe(rendition, naming);
    this.marks = this.#reconcile(this.#markLayer, this.marks, rendition.marks, (button, mark, index) => {
      const values = { speech: mark.speech, index: index + 1, total: rendition.marks.length };
      setAttribute(button, 'aria-label', word(rendition.lang, 'ui-mark', values));
      setAttribute(button, 'data-observations', mark.observations.join(' '));
    });
    this.#legend = this.#reconcile(this.#legendLayer, this.#legend, rendition.legend, (button, entry) => {
      setAttribute(button, 'role', 'switch');
      setAttribute(button, 'aria-checked', String(!entry.hidden));
      setAttribute(button, 'aria-label', entry.label);
      setAttribute(button, 'data-legend', entry.id);
    });
  }

  /**
   * Draws lines around the marks that are selected, around the one that is pointed at with those that belong to it, and
   * around the one that has the focus; -1 is none, and where all are none, nobody is asked for `drawn`. Nothing of the
   * picture itself changes.
   */
  mark(selected: readonly number[], pointed: number, focus: number, drawn: () => readonly Mark[]): void {
    for (const index of this.#selected) this.marks[index]?.removeAttribute('aria-current');
    for (const index of selected) this.marks[index]?.setAttribute('aria-current', 'true');
    this.#selected = selected;
    const marks = Math.max(pointed, focus, ...selected) < 0 ? [] : drawn();
    const related = marks[pointed]?.related ?? [];
    const wanted = [
      ...related.map((index) => [index, 'related'] as const),
      [pointed, 'pointed'] as const,
      ...selected.map((index) => [index, 'selected'] as const),
      [focus, 'focused'] as const,
    ].filter(([index]) => marks[index]);
    while (this.#rings.length > wanted.length) this.#rings.pop()?.remove();
    wanted.forEach(([index, kind], at) => {
      const ring = (this.#rings[at] ??= this.#ringLayer.appendChild(el('div')));
      setAttribute(ring, 'class', `ring ${kind}`);
      const mark = marks[index];
      if (mark) this.#lay(ring, this.#around(mark, OUTSET[kind]));
    });
  }

  /** An area with what lies around it, as far as the picture goes. */
  #around({ x, y, width, height }: Area, by: number): Area {
    const [left, top] = [Math.max(0, x - by), Math.max(0, y - by)];
    const right = Math.min(this.#size.width, x + width + by);
    const bottom = Math.min(this.#size.height, y + height + by);
    return { x: left, y: top, width: right - left, height: bottom - top };
  }

  /** The index of the mark that visibly has the focus, or -1. */
  focusedMark(): number {
    return this.marks.findIndex((mark) => mark.matches(':focus-visible'));
  }

  /** The index of the mark whose own observation this is, or -1. */
  indexOf(observation: string | undefined): number {
    return this.marks.findIndex(({ dataset }) => dataset['observations']?.split(' ')[0] === observation);
  }

  /** The box of a mark, or another part of the drawing, in the viewport. */
  boxOf({ x, y, width, height }: Area): Box {
    const canvas = this.canvas.getBoundingClientRect();
    const scale = this.#scale(canvas);
    return {
      left: canvas.left + x * scale,
      top: canvas.top + y * scale,
      width: width * scale,
      height: height * scale,
    };
  }

  /** A point of the viewport as the drawing counts. */
  pointAt(clientX: number, clientY: number): { x: number; y: number } {
    const canvas = this.canvas.getBoundingClientRect();
    const scale = this.#scale(canvas);
    return { x: (clientX - canvas.left) / scale, y: (clientY - canvas.top) / scale };
  }

  /** Not 1 when the page zooms the widget by a transform, or between a resize and its drawing. */
  #scale(canvas: DOMRect): number {
    return canvas.width / this.#size.width || 1;
  }

  /**
   * Exactly as many CSS pixels as the canvas has device pixels: a fraction more or less, and the browser would resample
   * the picture, which blurs it. (A huge canvas has fewer device pixels than were asked for.)
   */
  #fit({ width }: Rendition, dpr: number): void {
    const { canvas } = this;
    const exact = canvas.width / dpr;
    canvas.style.width = `${Math.abs(exact - width) < 1 ? exact : width}px`;
    canvas.style.aspectRatio = `${canvas.width} / ${canvas.height}`;
  }

  #describe(rendition: Rendition, naming: Naming): void {
    const description = naming.description ?? rendition.description;
    const role = naming.what === 'card' ? 'ui-card' : 'ui-chart';
    setAttribute(this.element, 'aria-label', naming.name ?? rendition.name);
    setAttribute(this.element, 'aria-roledescription', word(rendition.lang, role));
    setAttribute(this.canvas, 'aria-label', description);
    this.#description.textContent = description;
    this.#instructions.textContent = rendition.instructions;
    // For a browser that draws no canvas at all.
    if (this.canvas.textContent !== description) this.canvas.textContent = description;
  }

  /** Buttons are kept where they are and only added or taken away at the end, so that the focus survives a redraw. */
  #reconcile<Drawn extends Mark | LegendEntry>(
    layer: HTMLElement,
    buttons: readonly HTMLButtonElement[],
    drawn: readonly Drawn[],
    describe: (button: HTMLButtonElement, drawn: Drawn, index: number) => void,
  ): HTMLButtonElement[] {
    for (const surplus of buttons.slice(drawn.length)) surplus.remove();
    return drawn.map((item, index) => {
      const button = buttons[index] ?? layer.appendChild(el('button', { type: 'button', class: 'spot', tabindex: '-1' }));
      this.#lay(button, item);
      describe(button, item, index);
      return button;
    });
  }

  /** In shares of the canvas, so that it keeps its place while the canvas is scaled. */
  #lay({ style }: HTMLElement, { x, y, width, height }: Area): void {
    const drawing = this.#size;
    const [left, top] = [percent(x / drawing.width), percent(y / drawing.height)];
    style.cssText = `left:${left};top:${top};width:${percent(width / drawing.width)};height:${percent(height / drawing.height)}`;
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}
