import { button, el } from './dom.js';

/** An error that the reader can see, and can try to mend where that makes sense. */
export class Message {
  readonly element = el('div', { part: 'message', class: 'message', role: 'alert', hidden: true });

  show(text: string, retry?: { label: string; press: () => void }): void {
    const again = retry ? [button(retry.label, { part: 'retry' }, retry.press)] : [];
    this.element.replaceChildren(el('p', {}, text), ...again);
    this.element.hidden = false;
  }

  hide(): void {
    this.element.hidden = true;
    this.element.replaceChildren();
  }
}
