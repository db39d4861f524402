import type { Dataset } from '../api/dataset.js';
import { panelOf } from '../api/drawing.js';
import { ZoneError } from '../api/error.js';
import type { Observation } from '../api/records.js';
import { copyText } from '../export/take.js';
import type { Box } from '../view/floating.js';
import { SourcePanel } from '../view/panel.js';
import { word } from '../wasm/words.js';
import { sharedEngine } from '../wasm/engine.js';
import { loadFor } from '../wasm/load.js';
import { ZoneElement } from './base.js';
import { announce } from './events.js';
import { alike, heard, namesIn, say, showing, type Way } from './link.js';
import { answerAddress, linkTo, wantedObservation } from './share.js';
import { readState, writeState, type State } from './state.js';

/** Something that stands for observations and can be selected: a mark, a row of a table. */
export interface Choice {
  observations: readonly string[];
  /** Short, to be spoken. */
  name: string;
  /** Where the panel stands beside. */
  anchor: () => Box;
  /** What has the focus before and after. */
  opener: HTMLElement | undefined;
}

/**
 * What can be selected, here or in a widget that this one follows, and saved with the rest of its state: the reader's
 * own acts are published, what merely follows is not, so that nothing ever runs in circles.
 */
export abstract class SelectingElement extends ZoneElement {
  /** @internal */
  protected readonly panel = new SourcePanel({
    language: () => this.language,
    attempt: (work) => this.attempt(work),
    model: (observation) => this.withRequest(({ env }) => panelOf(observation, env)),
    copy: (text) => void this.copy(text),
    linkTo,
    closed: (held) => {
      if (held) this.#opener?.focus({ preventScroll: true });
    },
  });
  #opener: HTMLElement | undefined;
  #selection: readonly string[] = [];
  #pointed: readonly string[] = [];
  /** A state that waits for the module, which knows the words for what may be wrong with it. */
  #wanted: string | undefined;
  #state: string | undefined;
  #published: string[] = [];
  readonly #known = new Map<string, Observation>();
  #factsOf: Dataset | undefined;

  /** What can be selected, and where it is; undefined where this widget does not show the observation. @internal */
  protected abstract choiceOf(observation: string): Choice | undefined;
  /** The parts of the state that a kind of widget adds. @internal */
  protected abstract get ownState(): State;
  protected abstract set ownState(state: State);

  /**
   * What the reader, or the page, has made of the widget, as a short text such as `kind=bar&lang=en&sort=-value`.
   * Set it to bring a widget into that state; a text that is none fires `zone-error` with the code `bad-state`.
   */
  get state(): string {
    if (this.#wanted !== undefined) return this.#wanted;
    const { selection } = this.constructor as typeof ZoneElement;
    return writeState({
      ...(selection.includes('kind') && { kind: this.getAttribute('kind') || 'auto' }),
      lang: this.getAttribute('lang') || this.language,
      select: this.#selection.join(' '),
      ...this.ownState,
    });
  }
  set state(state: string) {
    this.setAttribute('state', state);
    this.#wanted = state;
    this.redraw();
  }

  /** @internal */
  override attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (name === 'state') this.#wanted = after ?? undefined;
    super.attributeChangedCallback(name, before, after);
  }

  /** @internal */
  protected override listen(signal: AbortSignal): void {
    super.listen(signal);
    // Whoever points at a widget may want to know more of a figure: the rest of the module is there by then.
    for (const type of ['pointerenter', 'focusin']) {
      this.addEventListener(type, () => void loadFor(true).catch(() => undefined), { signal, once: true });
    }
    addEventListener('hashchange', this.#followAddress, { signal });
    document.addEventListener('pointerdown', (event) => {
      if (!event.composedPath().includes(this)) this.left();
    }, { signal });
    // What floats must not cover what the keyboard comes to next.
    this.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget) this.left();
    }, { signal });
    const { events } = sharedEngine();
    events.addEventListener('link', (event) => {
      const { detail } = event as CustomEvent<object>;
      if (detail !== this) this.#hear(detail);
    }, { signal });
  }

  /** @internal */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#say('select', []);
    this.#say('focus', []);
    this.#published = [];
  }

  /** An address that asks for an observation asks every widget: one far down may have it. @internal */
  protected override get eager(): boolean {
    return wantedObservation() !== undefined;
  }

  /** @internal */
  protected override prepare(): void {
    if (this.#wanted !== undefined) this.#restore(this.#wanted);
    const names = namesIn(this.getAttribute('publish'));
    if (names.join() !== this.#published.join()) {
      this.#say('select', []);
      this.#say('focus', []);
      this.#published = names;
      this.#say('select', this.#selection);
    }
  }

  /** @internal */
  protected override settle(): void {
    this.panel.close();
  }

  /** @internal */
  protected override moved(): void {
    this.panel.place();
  }

  /** The pointer went down somewhere else on the page. @internal */
  protected left(): void {
    this.panel.close();
  }

  /** The first drawing, or the first of other observations, has been shown. @internal */
  protected shown(observations: readonly string[], first: boolean): void {
    if (!this.#selection.every((id) => observations.includes(id))) {
      this.#select([]);
      this.panel.close();
    }
    if (first) queueMicrotask(this.#followAddress);
    const { state } = this;
    if (this.#state !== undefined && this.#state !== state) {
      announce(this, 'zone-state', { state, observations: [...this.#selection] });
    }
    this.#state = state;
  }

  /** The reader selects. @internal */
  protected choose(choice: Choice): void {
    this.#select(choice.observations);
    const { observations, name } = choice;
    if (announce(this, 'zone-select', { observations: [...observations] })) this.#open(choice, true);
    else this.live.say(word(this.language, 'ui-selected', { name }));
  }

  /** @internal */
  protected deselect(): void {
    if (this.#selection.length > 0) this.#select([]);
  }

  /** The reader points at something; at nothing any longer. @internal */
  protected point(observations: readonly string[]): void {
    if (observations.join() === this.#pointed.join()) return;
    this.#pointed = observations;
    this.#say('focus', observations);
    announce(this, 'zone-focus', { observations: [...observations] });
  }

  /** Which of some things are selected, or pointed at in a widget that this one follows. @internal */
  protected meant(things: readonly (readonly string[])[], way: Way): number[] {
    const own = way === 'select' && this.#selection.length > 0 ? showing(things, this.#selection) : [];
    const said = heard(namesIn(this.getAttribute('subscribe')), way, this);
    return [...own, ...said.flatMap((one) => alike(things, one, this.getAttribute('dataset'), this.#facts))];
  }

  /** Shows what is known of other observations, beside what was pressed. @internal */
  protected open(observations: readonly string[], list: () => string, opener: HTMLElement): void {
    this.#opener = opener;
    this.panel.show({ observations, list }, () => opener.getBoundingClientRect(), true);
  }

  /** @internal */
  protected async copy(text: string): Promise<void> {
    const copied = await copyText(text, this.root);
    this.live.say(word(this.language, copied ? 'ui-copied' : 'ui-copy-failed'));
  }

  /** Does something that may need more of the module than there is: at once, or when it has come. @internal */
  protected attempt(work: () => void): void {
    try {
      work();
    } catch (thrown) {
      if (ZoneError.from(thrown).code !== 'not-ready') throw thrown;
      const late = (): void => {
        work();
        this.redraw(); // the tooltip gives way to a panel
      };
      loadFor(true).then(late, (failed: unknown) => this.live.say(ZoneError.from(failed).message));
    }
  }

  #select(observations: readonly string[]): void {
    this.#selection = observations;
    this.#say('select', observations);
    this.redraw();
  }

  #open({ observations, anchor, opener }: Choice, takeFocus: boolean): void {
    this.#opener = opener;
    this.panel.show({ observations }, anchor, takeFocus);
  }

  /** What observations are about, and when; each is asked for once. */
  readonly #facts = (ids: readonly string[]): Map<string, Observation> => {
    if (this.#factsOf !== this.data) this.#known.clear();
    this.#factsOf = this.data;
    const unknown = ids.filter((id) => !this.#known.has(id));
    if (unknown.length > 0) {
      for (const found of this.data.observations({ id: unknown.join(' ') })) this.#known.set(found.id, found);
    }
    return this.#known;
  };

  #say(way: Way, observations: readonly string[]): void {
    const dataset = this.getAttribute('dataset');
    say(this.#published, way, { from: this, observations, dataset, facts: this.#facts });
  }

  /** Something is said elsewhere. Where both sides speak and follow under one name, there is one selection. */
  #hear(from: object): void {
    const names = namesIn(this.getAttribute('subscribe'));
    const said = heard(names, 'select', this).filter((one) => one.from === from);
    const shared = this.#published.some((name) => names.includes(name));
    if (shared && said.length > 0) {
      this.#selection = [];
      this.#say('select', []); // under names of its own
    }
    if (names.length > 0) this.redraw();
  }

  #restore(text: string): void {
    const state = readState(text, this.language);
    for (const name of ['kind', 'lang'] as const) {
      const value = state[name];
      if (value !== undefined) this.setAttribute(name, value);
    }
    this.ownState = state;
    this.#wanted = undefined;
    this.#select(namesIn(state.select ?? null));
  }

  readonly #followAddress = (): void => {
    const wanted = wantedObservation();
    if (wanted === undefined) return;
    if (!this.rendition) return this.redraw();
    const choice = this.choiceOf(wanted);
    if (!choice || !answerAddress()) return;
    this.#select(choice.observations);
    // Other widgets that are drawn for the same address push this one about.
    const arrive = (): void => this.scrollIntoView({ block: 'center' });
    arrive();
    requestAnimationFrame(() => requestAnimationFrame(arrive));
    choice.opener?.focus({ preventScroll: true });
    this.#open(choice, false);
  };
}
