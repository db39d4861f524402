import type { Mark } from '../wasm/joint.js';
import { nearest } from './nearest.js';
import type { Stage } from './stage.js';

/** What a reader does on a stage. Indices are those of the rendition's marks; -1 is none. */
export interface Walker {
  /** What is drawn; nothing where nothing could be. */
  marks(): readonly Mark[];
  /** The keyboard or assistive technology is on this mark. */
  focused(index: number): void;
  /** The pointer is on, or nearest to, this mark. */
  hovered(index: number): void;
  selected(index: number): void;
  /** What was selected is to be so no longer. */
  deselected(): void;
  /** The mark where the keyboard enters. */
  entry(): number;
  toggled(legendId: string, label: string | null): void;
  /** Whether the reader sees this mark's tooltip. */
  shows(index: number): boolean;
  /** Escape: true when something was open and is closed now. */
  dismissed(): boolean;
  tableWanted(): void;
}

/** How far from a mark, in CSS pixels, the pointer still means it. */
const REACH = 40;

/** Walks a stage's marks by pointer, touch and keyboard. */
export class Walk {
  /** What the last press was made with: not every browser says so again with the click. */
  #pressed = '';

  constructor(
    private readonly stage: Stage,
    private readonly walker: Walker,
  ) {
    const { element } = stage;
    element.addEventListener('keydown', (event) => this.#key(event));
    element.addEventListener('focusin', (event) => this.#enter(event));
    element.addEventListener('focusout', (event) => this.#leave(event));
    element.addEventListener('pointermove', (event) => this.#move(event));
    element.addEventListener('pointerleave', (event) => {
      // A finger leaves whenever it is lifted; what it touched stays shown.
      if (event.pointerType !== 'touch') walker.hovered(-1);
    });
    element.addEventListener('pointerdown', (event) => {
      this.#pressed = event.pointerType;
    });
    element.addEventListener('click', (event) => this.#click(event));
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const handled = this.#act(event.key);
    if (!handled) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #act(key: string): boolean {
    const { stops, marks } = this.stage;
    const at = stops.indexOf(this.#focusedStop() as HTMLButtonElement);
    switch (key) {
      case 'ArrowRight':
      case 'ArrowDown':
        return this.#go(at < 0 ? this.walker.entry() : Math.min(at + 1, stops.length - 1));
      case 'ArrowLeft':
      case 'ArrowUp':
        return this.#go(at < 0 ? marks.length - 1 : Math.max(at - 1, 0));
      case 'Home':
        return this.#go(0);
      case 'End':
        return this.#go(marks.length - 1);
      case 'Enter':
      case ' ':
        return at < 0 && this.#go(this.walker.entry()); // on a mark the button's own click follows
      case 'Escape':
        return this.walker.dismissed() || this.#climb(at);
      case 't':
      case 'T':
        this.walker.tableWanted();
        return true;
      default:
        return false;
    }
  }

  #go(index: number): boolean {
    const stop = this.stage.stops[index];
    stop?.focus();
    return stop !== undefined;
  }

  /** From a mark back to the group. */
  #climb(at: number): boolean {
    if (at < 0) return false;
    this.walker.deselected();
    this.stage.element.tabIndex = 0;
    this.stage.element.focus({ preventScroll: true });
    return true;
  }

  #focusedStop(): Element | null {
    const root = this.stage.element.getRootNode() as ShadowRoot | Document;
    return root.activeElement;
  }

  #enter(event: FocusEvent): void {
    const stop = event.target as HTMLElement;
    // While a mark has the focus the group is no stop of its own: Shift+Tab leaves the widget at once.
    this.stage.element.tabIndex = stop === this.stage.element ? 0 : -1;
    const visible = stop.matches(':focus-visible');
    this.walker.focused(visible ? this.stage.marks.indexOf(stop as HTMLButtonElement) : -1);
  }

  #leave(event: FocusEvent): void {
    if (this.stage.element.contains(event.relatedTarget as Node | null)) return;
    this.stage.element.tabIndex = 0;
    this.walker.focused(-1);
  }

  #move(event: PointerEvent): void {
    this.walker.hovered(this.#markAt(event, REACH));
  }

  #click(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    const legendId = target.dataset['legend'];
    if (legendId !== undefined) return this.walker.toggled(legendId, target.getAttribute('aria-label'));
    const own = this.stage.marks.indexOf(target as HTMLButtonElement);
    // A click without a pointer comes from the keyboard or assistive technology and means the button itself.
    const index = event.detail === 0 ? own : this.#markAt(event, REACH / 2);
    if (index < 0) {
      this.walker.deselected();
      return this.walker.hovered(-1);
    }
    // A first tap shows what a pointer sees by hovering; the second opens the source.
    const { pointerType = this.#pressed } = event as MouseEvent & Partial<PointerEvent>;
    if (pointerType === 'touch' && !this.walker.shows(index)) this.walker.hovered(index);
    else this.walker.selected(index);
  }

  #markAt(event: MouseEvent, reach: number): number {
    const { x, y } = this.stage.pointAt(event.clientX, event.clientY);
    return nearest(this.walker.marks(), x, y, reach);
  }
}
