import { el } from './dom.js';

/** Speaks changes that happen away from the focus, each once. */
export class LiveRegion {
  readonly element = el('p', { class: 'unseen', role: 'status' });
  #turn = 0;

  say(text: string): void {
    // A text equal to the last one is no mutation; a frame of silence makes it one.
    this.element.textContent = '';
    const turn = ++this.#turn;
    requestAnimationFrame(() => {
      if (turn === this.#turn) this.element.textContent = text;
    });
  }
}
