import type { Request } from '../api/drawing.js';
import { loadMore, more } from '../more/load.js';
import { el } from '../view/dom.js';
import { floating } from '../view/floating.js';
import { Stage, type Naming } from '../view/stage.js';
import type { Tooltip } from '../view/tooltip.js';
import { Walk, type Walker } from '../view/walk.js';
import { callJson } from '../wasm/call.js';
import { asked } from '../wasm/fields.js';
import type { Environment, Mark, Rendition } from '../wasm/joint.js';
import { word } from '../wasm/words.js';
import { ControlledElement } from './controlled.js';
import { namesIn } from './names.js';
import type { Choice } from './selecting.js';
import type { State } from './state.js';

/** A widget that is painted on a canvas and walked mark by mark. */
export abstract class PictureElement extends ControlledElement {
  readonly #stage = new Stage();
  readonly #tip = floating(el('div', { part: 'tooltip', class: 'tooltip', 'aria-hidden': 'true' }));
  #tooltip: Tooltip | undefined;
  #focus = -1;
  #hovered = -1;
  #hidden = new Set<string>();
  /** The first observation of the mark where the keyboard enters: that of a state that was restored. */
  #entry: string | undefined;

  /** @internal */
  constructor() {
    super();
    new Walk(this.#stage, this.#walker());
    this.#stage.element.classList.add('drawn');
    this.table.classList.add('unseen');
    this.root.prepend(this.#stage.element);
    this.table.before(this.toolbar.element);
    this.root.append(this.#tip);
    // The key that leads from the picture to its table leads back, and so does Escape.
    this.table.addEventListener('keydown', (event) => {
      if (!['t', 'T', 'Escape'].includes(event.key)) return;
      this.toggleTable();
      this.#stage.element.focus();
    });
  }

  /** @internal */
  protected override readonly pictured = true;

  /** @internal */
  protected override touched(): Pick<Environment, 'hidden'> {
    return { hidden: [...this.#hidden].join(' ') };
  }

  /** @internal */
  protected override read(request: Request): Rendition {
    return callJson<Rendition>((glue) => glue.render(this.#stage.canvas, ...asked(request)));
  }

  /** @internal */
  protected override present(rendition: Rendition, { env }: Request): void {
    const before = this.rendition;
    this.#stage.show(rendition, this.#naming(), env.dpr);
    if (before?.observations.join() !== rendition.observations.join()) this.#forget(before !== undefined);
    this.#showTip();
  }

  /** @internal */
  protected override mark(): void {
    super.mark();
    const marks = (): Mark[] => this.said?.marks ?? [];
    const choices = (): string[][] => marks().map(({ observations }) => observations);
    const [pointed = -1] = this.#hovered < 0 ? this.meant(choices, 'focus') : [this.#hovered];
    this.#stage.mark(this.meant(choices, 'select'), pointed, this.#focus, marks);
  }

  /** @internal */
  protected override settle(): void {
    super.settle();
    this.#tooltip?.hide();
  }

  /** @internal */
  protected override moved(): void {
    super.moved();
    if (this.#tooltip?.open && this.rendition) this.#showTip();
  }

  /** @internal */
  protected override left(): void {
    super.left();
    this.#hover(-1);
  }

  #walker(): Walker {
    return {
      marks: () => this.said?.marks ?? [],
      focused: (index) => this.#move({ focus: index }),
      hovered: (index) => {
        if (index >= 0) this.#hover(index);
        else if (this.#tooltip) this.#tooltip.hideSoon();
        else this.#hover(-1);
      },
      selected: (index) => this.#select(index),
      deselected: () => this.deselect(),
      entry: () => Math.max(0, this.#stage.indexOf(this.#entry)),
      toggled: (id, label) => this.#toggle(id, label ?? ''),
      shows: (index) => this.#tooltip?.open === true && this.#current === index,
      dismissed: () => this.#dismiss(),
      tableWanted: () => this.toggleTable(),
    };
  }

  /** The mark that is spoken of: the pointer's, else the keyboard's. */
  get #current(): number {
    return this.#hovered >= 0 ? this.#hovered : this.#focus;
  }

  #mark(index: number): Mark | undefined {
    return index < 0 ? undefined : this.said?.marks[index];
  }

  #hover(index: number): void {
    this.#move({ hovered: index });
  }

  #move({ focus = this.#focus, hovered = this.#hovered }: { focus?: number; hovered?: number }): void {
    if (focus === this.#focus && hovered === this.#hovered) {
      // The pointer came back in time, or has never left.
      if (this.#tooltip?.open) this.#tooltip.stay();
      else if (this.rendition) this.#showTip();
      return;
    }
    const before = this.#current;
    // The keyboard's new mark is what counts, wherever the pointer was left lying.
    this.#hovered = focus !== this.#focus && focus >= 0 ? -1 : hovered;
    this.#focus = focus;
    if (focus >= 0) this.#entry = undefined;
    this.remark();
    if (!this.rendition) return;
    this.#showTip();
    if (this.#current !== before) this.point(this.#mark(this.#current)?.observations ?? []);
  }

  #showTip(): void {
    const mark = this.#mark(this.#current);
    if (!mark || !this.panel.hidden) return this.#tooltip?.hide();
    const { Tooltip } = more() ?? {};
    if (Tooltip) {
      this.#tooltip ??= new Tooltip(this.#tip, () => this.#hover(-1));
      this.#tooltip.show(mark, this.#stage);
    } else {
      // It comes as soon as a reader does. Should it fail, the next move asks again, and what is pressed says so.
      loadMore().then(() => this.rendition && this.#showTip(), () => undefined);
    }
  }

  #select(index: number): void {
    const choice = this.#choice(index);
    if (!choice) return;
    this.#tooltip?.hide();
    this.choose(choice);
  }

  #choice(index: number): Choice | undefined {
    const mark = this.#mark(index);
    return (
      mark && {
        observations: mark.observations,
        name: mark.label,
        anchor: () => this.#stage.boxOf(mark),
        opener: this.#stage.marks[index],
      }
    );
  }

  /** @internal */
  protected override choiceOf(observation: string): Choice | undefined {
    return this.#choice(this.said?.marks.findIndex(({ observations }) => observations.includes(observation)) ?? -1);
  }

  /** @internal */
  protected override get ownState(): State {
    return {
      hide: [...this.#hidden].join(' '),
      focus: this.#mark(this.#focus)?.observations[0] ?? this.#entry,
      ...super.ownState,
    };
  }
  protected override set ownState(state: State) {
    super.ownState = state;
    this.#hidden = new Set(namesIn(state.hide ?? null));
    this.#entry = state.focus;
    // Who is at a mark already goes along; nobody else is torn away from where they are.
    const mark = this.#stage.marks[this.#stage.indexOf(state.focus)];
    if (this.#focus >= 0) mark?.focus();
  }

  #toggle(id: string, label: string): void {
    if (!this.#hidden.delete(id)) this.#hidden.add(id);
    const key = this.#hidden.has(id) ? 'ui-hidden' : 'ui-shown';
    this.live.say(word(this.language, key, { label }));
    this.redraw();
  }

  #dismiss(): boolean {
    if (!this.panel.hidden) {
      this.closePanel();
      return true;
    }
    if (!this.#tooltip?.open || this.#hovered < 0) return false;
    this.#hover(-1);
    return true;
  }

  /** Other observations are on stage: what was pointed at is none of them. */
  #forget(again: boolean): void {
    if (again) {
      this.#hovered = -1;
      this.#focus = this.#stage.focusedMark();
    }
    if (this.#stage.indexOf(this.#entry) < 0) this.#entry = undefined;
  }

  #naming(): Naming {
    return {
      what: this.what,
      name: this.getAttribute('aria-label') ?? undefined,
      description: this.#described(),
    };
  }

  /** The texts that the page's own `aria-describedby` points to; ids end at the shadow root, so they are read here. */
  #described(): string | undefined {
    const ids = this.getAttribute('aria-describedby')?.split(/\s+/) ?? [];
    const root = this.getRootNode() as Document | ShadowRoot;
    const texts = ids.map((id) => root.getElementById(id)?.textContent?.trim()).filter((text) => text);
    return texts.length > 0 ? texts.join(' ') : undefined;
  }
}
