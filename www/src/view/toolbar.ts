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

  constructor() {
    this.element.addEventListener('keydown', (event) => walkRow(event, this.#buttons()));
  }

  show(label: string, items: readonly ToolbarItem[]): void {
    setAttribute(this.element, 'aria-label', label);
    const held = this.#buttons().indexOf(rootOf(this.element).activeElement as HTMLButtonElement);
    this.element.replaceChildren(
      ...items.map(({ id, label, pressed, opens, press }, index) => {
        const states = {
          'aria-pressed': pressed === undefined ? undefined : String(pressed),
          'aria-haspopup': opens && 'menu',
          'aria-expanded': opens && 'false',
        };
        return button(label, { part: 'menu-item', 'data-item': id, tabindex: index === 0 ? '0' : '-1', ...states }, press);
      }),
    );
    this.element.hidden = items.length === 0;
    this.#buttons()[held]?.focus(); // a redraw must not take the focus away
  }

  #buttons(): HTMLButtonElement[] {
    return [...this.element.querySelectorAll('button')];
  }
}
