import { button, el, setAttribute } from './dom.js';
import { rootOf, walkRow } from './row.js';

/** One entry of the toolbar. */
export interface ToolbarItem {
  id: string;
  label: string;
  /** For an entry that is on or off. */
  pressed?: boolean;
  /** For one that opens a list of further entries. */
  opens?: boolean;
  press: (event: MouseEvent) => void;
}

/** The entries under a widget. For the keyboard it is one stop; arrows go through it. */
export class Toolbar {
  readonly element = el('div', { part: 'menu', class: 'toolbar', role: 'toolbar', hidden: true });

  #items: readonly ToolbarItem[] = [];
  #shown = '';

  /** `leaving` is told before the buttons go, for what they have opened. */
  constructor(private readonly leaving: () => void) {
    this.element.addEventListener('keydown', (event) => walkRow(event, this.#buttons()));
  }

  show(label: string, items: readonly ToolbarItem[]): void {
    this.#items = items;
    // A redraw with the same entries leaves an open menu, and the focus in it, alone.
    const shown = JSON.stringify([label, items]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.leaving();
    setAttribute(this.element, 'aria-label', label);
    const held = this.#buttons().indexOf(rootOf(this.element).activeElement as HTMLButtonElement);
    this.element.replaceChildren(
      ...items.map(({ id, label, pressed, opens }, index) => {
        const states = {
          'aria-pressed': pressed === undefined ? undefined : String(pressed),
          'aria-haspopup': opens && 'menu',
          'aria-expanded': opens && 'false',
        };
        const attributes = { part: 'menu-item', 'data-item': id, tabindex: index === 0 ? '0' : '-1', ...states };
        return button(label, attributes, (event) => this.#items[index]?.press(event));
      }),
    );
    this.element.hidden = items.length === 0;
    this.#buttons()[held]?.focus(); // a redraw must not take the focus away
  }

  #buttons(): HTMLButtonElement[] {
    return [...this.element.querySelectorAll('button')];
  }
}
