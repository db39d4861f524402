import type { Lang, PanelModel } from '../wasm/joint.js';
import { word } from '../wasm/words.js';
import { button, el } from './dom.js';
import { lower, placeBeside, raise, type Box } from './floating.js';
import { rows } from './rows.js';

/** What the panel asks of its widget. */
export interface PanelActions {
  language(): Lang;
  /** Does something, at once or as soon as it can be done. */
  attempt(work: () => void): void;
  /** All that is known of an observation, which may not be among those that the widget shows. */
  model(observation: string): PanelModel;
  copy(text: string): void;
  /** The address of this page on this very observation. */
  linkTo(observation: string): string;
  /** `held`: the focus was inside and needs a place to go. */
  closed(held: boolean): void;
}

/** What the panel is about: observations with all that is known of them, or a list of them under a heading. */
export interface Topic {
  observations: readonly string[];
  list?: () => string;
}

/**
 * Where a mark's figures were printed: document, paragraph, the figure as it stands there, and what else is known. A
 * dialog beside the mark that leaves the page usable; on a narrow screen a sheet at its foot.
 */
export class SourcePanel {
  #anchor: (() => Box) | undefined;
  /** From the topic that the panel was opened for to the one that links in it have led to. */
  #trail: Topic[] = [];
  /** What is known of the topic's observations, and its heading, to compare by. */
  #shown = '';

  constructor(
    private readonly element: HTMLElement,
    private readonly actions: PanelActions,
  ) {
    element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.close();
    });
  }

  get open(): boolean {
    return !this.element.hidden;
  }

  show(topic: Topic, anchor: () => Box, takeFocus: boolean): void {
    this.#anchor = anchor;
    this.#show([topic], takeFocus);
  }

  /** Says the same again, where that says anything else now: the language has changed. */
  refresh(): void {
    if (!this.open) return;
    this.actions.attempt(() => {
      const topic = this.#trail.at(-1);
      if (topic && this.#known(topic).text !== this.#shown) this.#show(this.#trail, this.element.matches(':focus-within'));
    });
  }

  #known({ observations, list }: Topic): { models: PanelModel[]; title: string | undefined; text: string } {
    const models = observations.map((id) => this.actions.model(id));
    const title = list?.();
    return { models, title, text: JSON.stringify([this.actions.language(), title, models]) };
  }

  #turnTo(trail: Topic[], takeFocus: boolean): void {
    this.actions.attempt(() => this.#show(trail, takeFocus));
  }

  #show(trail: Topic[], takeFocus: boolean): void {
    const topic = trail.at(-1);
    if (!topic) return;
    this.#trail = trail;
    const lang = this.actions.language();
    const say = (key: string): string => word(lang, key);
    const { models, title, text } = this.#known(topic);
    this.#shown = text;
    const close = button('', { part: 'close', class: 'close', 'aria-label': say('ui-close') }, () => this.close());
    const back = button(say('ui-back'), { part: 'button', class: 'link back' }, () => this.#turnTo(trail.slice(0, -1), true));
    const content =
      title === undefined
        ? models.map((model) => this.#entry(model, lang))
        : [el('h2', {}, title), el('ul', {}, ...models.map((model) => el('li', {}, this.#link(model.observation, model.short))))];
    this.element.replaceChildren(close, ...(trail.length > 1 ? [back] : []), el('div', {}, ...content));
    this.element.setAttribute('aria-label', title ?? models[0]?.title ?? '');
    raise(this.element);
    this.place();
    this.element.scrollTop = 0;
    if (takeFocus) this.element.focus({ preventScroll: true });
  }

  /** Follows its mark when the page scrolls or changes size. */
  place(): void {
    if (this.open && this.#anchor) placeBeside(this.element, this.#anchor());
  }

  close(): void {
    if (!this.open) return;
    const held = this.element.matches(':focus-within');
    lower(this.element);
    this.actions.closed(held);
  }

  #entry(model: PanelModel, lang: Lang): HTMLElement {
    const section = (key: string, ...content: Node[]): HTMLElement[] =>
      content.length > 0 ? [el('section', {}, el('h3', {}, word(lang, key)), ...content)] : [];
    const { observation, corroboration } = model;
    return el(
      'article',
      { 'data-observation': observation },
      el('h2', {}, model.title),
      el('p', { class: 'figure' }, model.figure),
      rows(model.rows),
      ...section('ui-printed-in', ...model.locators.map(locator), ...said(corroboration)),
      ...section('ui-relations', ...model.relations.map((relation) => this.#relation(relation))),
      ...section('ui-derivation', ...model.derivations.map((derivation) => this.#derivation(derivation, lang))),
      ...section('ui-notes', ...model.notes.map((note) => el('p', {}, note))),
      ...section('ui-cite', ...this.#citations(model, lang)),
    );
  }

  /** Leads to another observation, and back again. */
  #link(observation: string, text: string): HTMLElement {
    const follow = (): void => this.#turnTo([...this.#trail, { observations: [observation] }], true);
    return button(text, { part: 'button', class: 'link', 'data-observation': observation }, follow);
  }

  #relation({ text, detail, observation }: PanelModel['relations'][number]): HTMLElement {
    return el('div', { class: 'item' }, this.#link(observation, text), ...said(detail));
  }

  #derivation({ id, text, formula, inputs }: PanelModel['derivations'][number], lang: Lang): HTMLElement {
    return el(
      'div',
      { class: 'item', 'data-derived': id },
      el('p', {}, text),
      el('p', { class: 'formula' }, formula),
      el('p', { class: 'made' }, word(lang, 'ui-inputs')),
      el('ul', {}, ...inputs.map((input) => el('li', {}, this.#link(input.observation, input.text)))),
    );
  }

  #citations({ observation, citation }: PanelModel, lang: Lang): Node[] {
    const copy = (key: string, text: string): HTMLElement =>
      button(word(lang, key), { part: 'button' }, () => this.actions.copy(text));
    const copies = [
      copy('ui-copy-zh', citation.zh),
      copy('ui-copy-en', citation.en),
      copy('ui-copy-link', this.actions.linkTo(observation)),
    ];
    return [el('p', { class: 'citation' }, citation[lang]), el('p', { class: 'buttons' }, ...copies)];
  }
}

/** A paragraph of its own, if there is anything to say. */
function said(text: string): HTMLElement[] {
  return text ? [el('p', { class: 'made' }, text)] : [];
}

function locator({ source, title, publisher, date, dateNote, text }: PanelModel['locators'][number]): HTMLElement {
  const made = [publisher, date].filter((part) => part);
  return el(
    'div',
    { class: 'locator', 'data-source': source },
    el('cite', {}, title),
    el('p', {}, text),
    el('p', { class: 'made' }, ...made.map((part) => el('span', {}, part))),
    ...(dateNote ? [el('p', { class: 'made' }, dateNote)] : []),
  );
}
