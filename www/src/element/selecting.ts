import { ZoneError } from '../api/error.js';
import { loadMore, more, needMore, type More } from '../more/load.js';
import { el } from '../view/dom.js';
import { floating, type Box } from '../view/floating.js';
import type { SourcePanel, Topic } from '../view/panel.js';
import { sharedEngine } from '../wasm/engine.js';
import { loadFor } from '../wasm/load.js';
import { word } from '../wasm/words.js';
import { wantedObservation } from './address.js';
import { ZoneElement } from './base.js';
import { announce } from './events.js';
import type { Party } from './link.js';
import { namesIn, type Way } from './names.js';
import { writeState, type State } from './state.js';

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
  /** Where a mark's figures were printed. @internal */
  protected readonly panel = floating(el('div', { part: 'panel', class: 'panel', role: 'dialog', tabindex: '-1' }));
  #panel: SourcePanel | undefined;
  /** What the reader asked for last, while it waits for the rest of the script; Escape or leaving takes it back. */
  #awaited: object | undefined;
  #marking = false;
  #opener: HTMLElement | undefined;
  #selection: readonly string[] = [];
  #pointed: readonly string[] = [];
  /** A state that waits for the module, which knows the words for what may be wrong with it. */
  #wanted: string | undefined;
  #state: string | undefined;
  #published: string[] = [];

  /** What can be selected, and where it is; undefined where this widget does not show the observation. @internal */
  protected abstract choiceOf(observation: string): Choice | undefined;
  /** The parts of the state that a kind of widget adds. @internal */
  protected abstract get ownState(): State;
  protected abstract set ownState(state: State);
  /** Shows what is selected and pointed at, here and in widgets that this one follows. @internal */
  protected abstract mark(): void;

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
    // Whoever points at a widget may want to know more of a figure: the rest of script and module is there by then.
    for (const type of ['pointerenter', 'focusin']) {
      const fetch = (): void => void loadFor(true).then(() => this.remark(), () => undefined);
      this.addEventListener(type, fetch, { signal, once: true });
    }
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !this.#awaited) return;
      event.stopPropagation();
      this.#awaited = undefined;
    }, { signal, capture: true });
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

  /** @internal */
  protected override get demanding(): boolean {
    const listed = this.what === 'table' || this.what === 'sources'; // their styles come with the rest
    return listed || this.#wanted !== undefined || this.eager || this.hasAttribute('publish') || this.hasAttribute('subscribe');
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
    this.closePanel();
  }

  /** @internal */
  protected override moved(): void {
    this.#panel?.place();
  }

  /** The pointer went down somewhere else on the page. @internal */
  protected left(): void {
    this.closePanel();
  }

  /** @internal */
  protected closePanel(): void {
    this.#awaited = undefined;
    this.#panel?.close();
  }

  /** Says the same again: the language has changed. @internal */
  protected refreshPanel(): void {
    this.#panel?.refresh();
  }

  /** Shows in the next animation frame what is selected and pointed at; nothing is drawn anew for that. @internal */
  protected remark(): void {
    if (this.#marking) return;
    this.#marking = true;
    requestAnimationFrame(() => {
      this.#marking = false;
      if (!this.rendition) return;
      this.mark();
      this.#noteState();
    });
  }

  /** The first drawing, or the first of other observations, has been shown. @internal */
  protected shown(observations: readonly string[], first: boolean): void {
    if (!this.#selection.every((id) => observations.includes(id))) {
      this.#select([]);
      this.closePanel();
    }
    if (first) queueMicrotask(this.#followAddress);
    this.#noteState();
  }

  #noteState(): void {
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
    if (announce(this, 'zone-select', { observations: [...observations] })) this.#openOn(choice, true);
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
  protected meant(things: () => readonly (readonly string[])[], way: Way): number[] {
    const own = way === 'select' ? this.#selection : [];
    const names = namesIn(this.getAttribute('subscribe'));
    if (own.length + names.length === 0) return []; // without asking what there is
    return more()?.meant(things(), own, names, way, this.#party) ?? [];
  }

  /** @internal */
  protected async copy(text: string): Promise<void> {
    this.live.say(await needMore().copyText(text, this.root, this.language));
  }

  /** Does something that may need more of script and module than there is: at once, or when it has come. @internal */
  protected attempt(work: (more: More) => void): void {
    try {
      work(needMore());
    } catch (thrown) {
      if (ZoneError.from(thrown).code !== 'not-ready') throw thrown;
      const coming: Promise<unknown> = more() ? loadFor(true) : loadMore();
      const again = (): void => this.attempt(work);
      coming.then(again, () => this.complain(again));
    }
  }

  /** As {@link attempt}, unless the reader does something else meanwhile. @internal */
  protected attemptLast(work: (more: More) => void): void {
    const act = (this.#awaited = {});
    this.attempt((more) => {
      if (this.#awaited !== act) return;
      work(more);
      this.#awaited = undefined;
    });
  }

  #select(observations: readonly string[]): void {
    this.#selection = observations;
    this.#say('select', observations);
    this.remark();
  }

  #openOn({ observations, anchor, opener }: Choice, takeFocus: boolean): void {
    this.open({ observations }, anchor, opener, takeFocus);
  }

  /** Shows what is known of observations, beside what was pressed. @internal */
  protected open(topic: Topic, anchor: () => Box, opener: HTMLElement | undefined, takeFocus: boolean): void {
    this.#opener = opener;
    this.attemptLast((more) => {
      this.#panel ??= this.#makePanel(more);
      this.#panel.show(topic, anchor, takeFocus);
      this.moved(); // the tooltip gives way to the panel
    });
  }

  #makePanel({ SourcePanel, panelOf, linkTo }: More): SourcePanel {
    return new SourcePanel(this.panel, {
      language: () => this.language,
      attempt: (work) => this.attempt(work),
      model: (observation) => this.withRequest(({ env }) => panelOf(observation, env)),
      copy: (text) => void this.copy(text),
      linkTo,
      closed: (held) => {
        if (held) this.#opener?.focus({ preventScroll: true });
      },
    });
  }

  get #party(): Party {
    return { widget: this, address: this.getAttribute('dataset'), data: this.data };
  }

  #say(way: Way, observations: readonly string[]): void {
    if (this.#published.length > 0) more()?.say(this.#published, way, observations, this.#party);
  }

  /** Something is said elsewhere. Where both sides speak and follow under one name, there is one selection. */
  #hear(from: object): void {
    const names = namesIn(this.getAttribute('subscribe'));
    if (names.length === 0) return;
    if (more()?.hears(names, this.#published, from, this)) {
      this.#selection = [];
      this.#say('select', []); // under names of its own
    }
    this.remark();
  }

  #restore(text: string): void {
    const state = needMore().readState(text, this.language);
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
    if (!this.rendition.observations.includes(wanted)) return; // as most need not say where it is
    this.attempt(({ arriveAt }) => {
      const choice = this.choiceOf(wanted);
      if (!choice || !arriveAt(this, choice.opener)) return;
      this.#select(choice.observations);
      this.#openOn(choice, false);
    });
  };
}
