import { el, setAttribute } from './dom.js';

/** How far something is that takes long. */
export class Progress {
  readonly element = el('div', { part: 'progress', class: 'progress', role: 'progressbar', hidden: true });

  show(done: number, text: string): void {
    this.element.hidden = false;
    this.element.textContent = text;
    this.element.style.setProperty('--done', String(done));
    setAttribute(this.element, 'aria-label', text);
    setAttribute(this.element, 'aria-valuenow', String(Math.floor(done * 100)));
  }

  hide(): void {
    this.element.hidden = true;
  }
}
