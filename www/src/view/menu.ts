import { button, setAttribute } from './dom.js';
import { isInView, lower, placeBeside, raise } from './floating.js';
import { rootOf, step } from './row.js';

/** One entry of a {@link Menu}. */
export interface MenuEntry {
  id: string;
  label: string;
  press: () => void;
}

/** The list that an entry of the toolbar opens; it floats, so that nothing cuts it. */
export class Menu {
  #opener: HTMLElement | undefined;

  constructor(private readonly list: HTMLElement) {
    list.addEventListener('keydown', (event) => this.#key(event));
    list.addEventListener('focusout', (event) => {
      const inside = list.contains(event.relatedTarget as Node | null);
      if (!inside && event.relatedTarget !== this.#opener) this.close();
    });
  }

  toggle(opener: HTMLElement, label: string, entries: readonly MenuEntry[]): void {
    if (this.close()) return;
    const { list } = this;
    this.#opener = opener;
    list.setAttribute('aria-label', label);
    list.replaceChildren(
      ...entries.map((entry) =>
        button(entry.label, { part: 'menu-entry', role: 'menuitem', tabindex: '-1', 'data-item': entry.id }, () => {
          this.close();
          entry.press();
        }),
      ),
    );
    opener.setAttribute('aria-expanded', 'true');
    raise(list);
    placeBeside(list, opener.getBoundingClientRect());
    (list.firstElementChild as HTMLElement | null)?.focus({ preventScroll: true });
  }

  /** True where it was open; a focus inside goes back to the button. */
  close(): boolean {
    const { list } = this;
    if (list.hidden) return false;
    const held = list.contains(rootOf(list).activeElement);
    lower(list);
    if (this.#opener) setAttribute(this.#opener, 'aria-expanded', 'false');
    if (held) this.#opener?.focus({ preventScroll: true });
    return true;
  }

  /** Keeps an open menu beside its button when the page scrolls or changes size. */
  follow(): void {
    if (this.list.hidden || !this.#opener) return;
    const beside = this.#opener.getBoundingClientRect();
    if (isInView(beside)) placeBeside(this.list, beside);
    else this.close();
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Tab') return void this.close(); // and the focus goes on from the opener
    else if (!step(event.key, [...this.list.querySelectorAll('button')])) return;
    event.preventDefault();
    event.stopPropagation();
  }
}
