import { panelOf, type Request } from '../api/drawing.js';
import { SourcePanel } from '../view/panel.js';
import { Stage, type Naming } from '../view/stage.js';
import { Tooltip } from '../view/tooltip.js';
import { Walk, type Walker } from '../view/walk.js';
import { callJson } from '../wasm/call.js';
import type { Environment, Mark, Rendition } from '../wasm/joint.js';
import { word } from '../wasm/words.js';
import { ControlledElement } from './controlled.js';
import { announce } from './events.js';
import { answerAddress, linkTo, wantedObservation } from './share.js';

/** A widget that is painted on a canvas and walked mark by mark. */
export abstract class PictureElement extends ControlledElement {
  readonly #stage = new Stage();
  readonly #tooltip = new Tooltip(() => this.#hover(-1));
  readonly #panel = new SourcePanel({
    copy: (text) => void this.copy(text),
    follow: (observation) => this.#showPanel([observation], true),
    linkTo,
    closed: (held) => this.#returnFocus(held),
  });
  readonly #walk: Walk;
  #focus = -1;
  #hovered = -1;
  #hidden = new Set<string>();
  #selected = -1;
  /** The mark that the panel stands beside. */
  #anchor: Mark | undefined;

  /** @internal */
  constructor() {
    super();
    this.#walk = new Walk(this.#stage, this.#walker());
    this.#stage.element.classList.add('drawn');
    this.table.classList.add('unseen');
    this.root.prepend(this.#stage.element);
    this.table.before(this.toolbar.element);
    this.root.append(this.#tooltip.element, this.#panel.element);
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
  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#followAddress);
    document.addEventListener('pointerdown', this.#pressedElsewhere);
  }

  /** @internal */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#followAddress);
    document.removeEventListener('pointerdown', this.#pressedElsewhere);
  }

  /** @internal */
  protected override touched(): Pick<Environment, 'focus' | 'hover' | 'hidden'> {
    return { focus: this.#focus, hover: this.#hovered, hidden: [...this.#hidden].join(' ') };
  }

  /** An address that asks for an observation asks every widget: one far down may have it. @internal */
  protected override get eager(): boolean {
    return wantedObservation() !== undefined;
  }

  /** @internal */
  protected override present({ what, spec, env }: Request): Rendition {
    const before = this.rendition;
    const rendition = callJson<Rendition>((glue) => glue.render(this.#stage.canvas, what, spec, env));
    this.#stage.show(rendition, this.#naming(), env.dpr);
    this.#walk.update(rendition);
    if (before && before.observations.join() !== rendition.observations.join()) this.#forget();
    this.#showTip(rendition);
    if (!before) queueMicrotask(this.#followAddress);
    return rendition;
  }

  /** @internal */
  protected override settle(): void {
    super.settle();
    this.#tooltip.hide();
    this.#panel.close();
  }

  /** @internal */
  protected override moved(): void {
    super.moved();
    if (this.#tooltip.open && this.rendition) this.#showTip(this.rendition);
    this.#panel.place();
  }

  #walker(): Walker {
    return {
      focused: (index) => this.#move({ focus: index }),
      hovered: (index) => {
        if (index >= 0) this.#hover(index);
        else this.#tooltip.hideSoon();
      },
      selected: (index) => this.#select(index),
      toggled: (id) => this.#toggle(id),
      shows: (index) => this.#tooltip.open && this.#current === index,
      dismissed: () => this.#dismiss(),
      tableWanted: () => this.toggleTable(),
    };
  }

  /** The mark that is spoken of: the pointer's, else the keyboard's. */
  get #current(): number {
    return this.#hovered >= 0 ? this.#hovered : this.#focus;
  }

  #hover(index: number): void {
    this.#move({ hovered: index });
  }

  #move({ focus = this.#focus, hovered = this.#hovered }: { focus?: number; hovered?: number }): void {
    if (focus === this.#focus && hovered === this.#hovered) {
      if (this.rendition) this.#showTip(this.rendition); // the pointer came back in time
      return;
    }
    const before = this.#current;
    // The keyboard's new mark is what counts, wherever the pointer was left lying.
    this.#hovered = focus !== this.#focus && focus >= 0 ? -1 : hovered;
    this.#focus = focus;
    this.redraw();
    if (!this.rendition) return;
    this.#showTip(this.rendition);
    if (this.#current === before) return;
    const observations = this.rendition.marks[this.#current]?.observations ?? [];
    announce(this, 'zone-focus', { observations });
  }

  #showTip(rendition: Rendition): void {
    const mark = rendition.marks[this.#current];
    if (!mark || this.#panel.open) this.#tooltip.hide();
    else this.#tooltip.show(mark.tip, this.#stage.boxOf(mark));
  }

  #select(index: number): void {
    const mark = this.rendition?.marks[index];
    if (!mark) return;
    const wanted = announce(this, 'zone-select', { observations: mark.observations });
    if (wanted) this.#open(index, mark, true);
  }

  #open(index: number, mark: Mark, takeFocus: boolean): void {
    this.#selected = index;
    this.#tooltip.hide();
    this.#anchor = mark;
    this.#showPanel(mark.observations, takeFocus);
  }

  #showPanel(observations: readonly string[], takeFocus: boolean): void {
    const anchor = this.#anchor;
    if (!anchor) return;
    const entries = this.withRequest(({ env }) =>
      observations.map((observation) => ({ observation, model: panelOf(observation, env) })),
    );
    this.#panel.show(entries, this.language, () => this.#stage.boxOf(anchor), takeFocus);
  }

  #toggle(id: string): void {
    const entry = this.rendition?.legend.find((candidate) => candidate.id === id);
    if (!entry) return;
    if (!this.#hidden.delete(id)) this.#hidden.add(id);
    const key = this.#hidden.has(id) ? 'ui-hidden' : 'ui-shown';
    this.live.say(word(this.language, key, { name: entry.label }));
    this.redraw();
  }

  #dismiss(): boolean {
    if (this.#panel.open) {
      this.#panel.close();
      return true;
    }
    if (!this.#tooltip.open || this.#hovered < 0) return false;
    this.#hover(-1);
    return true;
  }

  /** Other observations are on stage: what was pointed at, chosen or switched off is none of them. */
  #forget(): void {
    this.#hovered = -1;
    this.#focus = this.#stage.focusedMark();
    this.#selected = -1;
    this.#panel.close();
  }

  #returnFocus(held: boolean): void {
    if (held) this.#stage.marks[this.#selected]?.focus({ preventScroll: true });
    this.#selected = -1;
  }

  readonly #pressedElsewhere = (event: Event): void => {
    if (event.composedPath().includes(this)) return;
    this.#panel.close();
    this.#hover(-1);
  };

  readonly #followAddress = (): void => {
    const wanted = wantedObservation();
    if (wanted === undefined) return;
    if (!this.rendition) return this.redraw();
    const index = this.rendition.marks.findIndex(({ observations }) => observations.includes(wanted));
    const mark = this.rendition.marks[index];
    if (!mark || !answerAddress()) return;
    this.scrollIntoView({ block: 'center' });
    this.#stage.marks[index]?.focus({ preventScroll: true });
    this.#open(index, mark, false);
  };

  #naming(): Naming {
    return {
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
