import type { Area, Mark, Tip } from '../wasm/joint.js';
import { el } from './dom.js';
import { isInView, lower, placeBeside, raise, type Box } from './floating.js';
import { rows } from './rows.js';

/** Long enough to cross the gap between a mark and its tooltip. */
const LINGER = 150;

/** The height of the value that is written over many a mark. */
const VALUE_ABOVE = 20;

/** A page shows one at a time: this hides it. */
let hideOpen: (() => void) | undefined;

/**
 * What a mark says at a glance. It can be entered by the pointer without going away, so that its text can be selected
 * or magnified; assistive technology hears the same from the mark itself.
 */
export class Tooltip {
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #shown: Tip | undefined;

  constructor(
    private readonly element: HTMLElement,
    private readonly left: () => void,
  ) {
    this.element.addEventListener('pointerenter', () => clearTimeout(this.#leaving));
    this.element.addEventListener('pointerleave', () => this.hideSoon());
  }

  get open(): boolean {
    return !this.element.hidden;
  }

  /** The stage says where a part of the drawing is on the screen. */
  show({ tip, clear, x, y, width, height }: Mark, stage: { boxOf(area: Area): Box }): void {
    clearTimeout(this.#leaving);
    const anchor = stage.boxOf({ x, y, width, height });
    if (!isInView(anchor)) return this.hide();
    if (hideOpen !== this.hide) hideOpen?.();
    hideOpen = this.hide;
    if (this.#shown !== tip) this.#fill(tip);
    this.#shown = tip;
    raise(this.element);
    const withValue = { x, y: y - VALUE_ABOVE, width, height: height + VALUE_ABOVE };
    placeBeside(this.element, anchor, stage.boxOf(clear ?? withValue));
  }

  /** The pointer is still, or again, where the tooltip is about. */
  stay(): void {
    clearTimeout(this.#leaving);
  }

  hideSoon(): void {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(this.left, LINGER);
  }

  readonly hide = (): void => {
    clearTimeout(this.#leaving);
    lower(this.element);
  };

  #fill(tip: Tip): void {
    this.element.replaceChildren(
      el('p', { class: 'tip-title' }, tip.title),
      rows(tip.rows),
      ...(tip.note ? [el('p', { class: 'tip-note' }, tip.note)] : []),
    );
  }
}
