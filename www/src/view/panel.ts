import type { Lang, PanelModel } from '../wasm/joint.js';
import { word } from '../wasm/words.js';
import { button, el } from './dom.js';
import { floating, lower, placeBeside, raise, type Box } from './floating.js';

/** What the panel asks of its widget. */
export interface PanelActions {
  copy(text: string): void;
  /** Another observation, which may not be on this stage, is to be shown instead. */
  follow(observation: string): void;
  /** The address of this page on this very observation. */
  linkTo(observation: string): string;
  /** `held`: the focus was inside and needs a place to go. */
  closed(held: boolean): void;
}

/** One observation of a panel, with its id for the link. */
export interface PanelEntry {
  observation: string;
  model: PanelModel;
}

/**
 * Where a mark's figures were printed: document, paragraph, the figure as it stands there, and what else is known. A
 * dialog beside the mark that leaves the page usable; on a narrow screen a sheet at its foot.
 */
export class SourcePanel {
  readonly element = floating(el('div', { part: 'panel', class: 'panel', role: 'dialog', tabindex: '-1' }));
  #anchor: (() => Box) | undefined;

  constructor(private readonly actions: PanelActions) {
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.close();
    });
  }

  get open(): boolean {
    return !this.element.hidden;
  }

  show(entries: readonly PanelEntry[], lang: Lang, anchor: () => Box, takeFocus: boolean): void {
    const [first] = entries;
    if (!first) return;
    this.#anchor = anchor;
    const close = button('', { part: 'close', class: 'close', 'aria-label': word(lang, 'ui-close') }, () => this.close());
    const content = el('div', { class: 'panel-content' }, ...entries.map((entry) => this.#entry(entry, lang)));
    this.element.replaceChildren(close, content);
    this.element.setAttribute('aria-label', first.model.title);
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

  #entry({ observation, model }: PanelEntry, lang: Lang): HTMLElement {
    const heading = (key: string): HTMLElement => el('h3', {}, word(lang, key));
    const section = (key: string, ...content: Node[]): HTMLElement[] =>
      content.length > 0 ? [el('section', {}, heading(key), ...content)] : [];
    return el(
      'article',
      { 'data-observation': observation },
      el('h2', {}, model.title),
      el('p', { class: 'figure' }, model.figure),
      rows(model.rows),
      ...section('ui-printed-in', ...model.locators.map(locator)),
      ...section('ui-derivation', ...(model.derivation ? [el('p', {}, model.derivation)] : [])),
      ...section('ui-relations', ...model.relations.map((relation) => this.#relation(relation))),
      ...section('ui-notes', ...model.notes.map((note) => el('p', {}, note))),
      ...section('ui-cite', ...this.#citations(observation, model, lang)),
    );
  }

  #relation({ text, observation }: PanelModel['relations'][number]): HTMLElement {
    return el('p', {}, button(text, { part: 'button', class: 'link' }, () => this.actions.follow(observation)));
  }

  #citations(observation: string, { citation }: PanelModel, lang: Lang): Node[] {
    const copies = [
      button(word(lang, 'ui-copy-zh'), { part: 'button' }, () => this.actions.copy(citation.zh)),
      button(word(lang, 'ui-copy-en'), { part: 'button' }, () => this.actions.copy(citation.en)),
      button(word(lang, 'ui-copy-link'), { part: 'button' }, () => this.actions.copy(this.actions.linkTo(observation))),
    ];
    return [el('p', { class: 'citation' }, citation[lang]), el('p', { class: 'buttons' }, ...copies)];
  }
}

function rows(pairs: readonly [label: string, value: string][]): HTMLDListElement {
  return el(
    'dl',
    { class: 'rows' },
    ...pairs.map(([label, value]) => el('div', { class: 'row' }, el('dt', {}, label), el('dd', {}, value))),
  );
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
