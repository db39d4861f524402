import { setAttribute } from './dom.js';

/** Says how far something is that takes long. */
export function showProgress(element: HTMLElement, done: number, text: string): void {
  element.hidden = false;
  element.textContent = text;
  element.style.setProperty('--done', String(done));
  setAttribute(element, 'aria-label', text);
  setAttribute(element, 'aria-valuenow', String(Math.floor(done * 100)));
}
