import { button, el, setAttribute } from './dom.js';
import { floating, isInView, lower, placeBeside, raise } from './floating.js';

/** One entry of the toolbar; with `menu` it opens a list of further entries. */
export interface ToolbarItem {
  id: string;
  label: string;
  /** For an entry that is on or off. */
  pressed?: boolean;
  press?: (event: MouseEvent) => void;
  menu?: readonly { id: string; label: string; press: () => void }[];
}

/** The entries under a widget. For the keyboard it is one stop; arrows go through it. */
export class Toolbar {
  readonly element = el('div', { part: 'menu', class: 'toolbar', role: 'toolbar', hidden: true });
  readonly #list = floating(el('div', { part: 'menu-list', class: 'menu', role: 'menu' }));
  #opener: HTMLButtonElement | undefined;
  #items: readonly ToolbarItem[] = [];
  #shown = '';

  constructor() {
    this.element.addEventListener('keydown', (event) => walkRow(event, this.#buttons()));
    this.#list.addEventListener('keydown', (event) => this.#listKey(event));
    this.#list.addEventListener('focusout', (event) => {
      const inside = this.#list.contains(event.relatedTarget as Node | null);
      if (!inside && event.relatedTarget !== this.#opener) this.close();
    });
  }

  /** The floating list, to be put beside the toolbar: it must not be cut by it. */
  get list(): HTMLElement {
    return this.#list;
  }

  show(label: string, items: readonly ToolbarItem[]): void {
    this.#items = items;
    // A redraw with the same entries leaves an open menu, and the focus in it, alone.
    const shown = JSON.stringify([label, items]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    setAttribute(this.element, 'aria-label', label);
    const active = rootOf(this.element).activeElement;
    const holder = this.#list.contains(active) ? this.#opener : active;
    const held = this.#buttons().indexOf(holder as HTMLButtonElement);
    this.close();
    this.element.replaceChildren(...items.map((item, index) => this.#item(item, index)));
    this.element.hidden = items.length === 0;
    this.#buttons()[held]?.focus(); // a redraw must not take the focus away
  }

  close(): boolean {
    if (this.#list.hidden) return false;
    lower(this.#list);
    if (this.#opener) setAttribute(this.#opener, 'aria-expanded', 'false');
    return true;
  }

  /** Keeps an open menu beside its button when the page scrolls or changes size. */
  follow(): void {
    if (this.#list.hidden || !this.#opener) return;
    const beside = this.#opener.getBoundingClientRect();
    if (isInView(beside)) placeBeside(this.#list, beside);
    else this.#dismiss();
  }

  #buttons(): HTMLButtonElement[] {
    return [...this.element.querySelectorAll('button')];
  }

  #item({ id, label, pressed, menu }: ToolbarItem, index: number): HTMLButtonElement {
    return button(
      label,
      {
        part: 'menu-item',
        'data-item': id,
        tabindex: index === 0 ? '0' : '-1',
        'aria-pressed': pressed === undefined ? undefined : String(pressed),
        'aria-haspopup': menu ? 'menu' : undefined,
        'aria-expanded': menu ? 'false' : undefined,
      },
      (event) => {
        const now = this.#items[index];
        if (now?.menu) this.#toggle(event.currentTarget as HTMLButtonElement, label, now.menu);
        now?.press?.(event);
      },
    );
  }

  #toggle(opener: HTMLButtonElement, label: string, entries: NonNullable<ToolbarItem['menu']>): void {
    if (this.close()) return;
    this.#opener = opener;
    this.#list.setAttribute('aria-label', label);
    this.#list.replaceChildren(
      ...entries.map((entry) =>
        button(entry.label, { part: 'menu-entry', role: 'menuitem', tabindex: '-1', 'data-item': entry.id }, () => {
          this.#dismiss();
          entry.press();
        }),
      ),
    );
    opener.setAttribute('aria-expanded', 'true');
    raise(this.#list);
    placeBeside(this.#list, opener.getBoundingClientRect());
    (this.#list.firstElementChild as HTMLElement | null)?.focus({ preventScroll: true });
  }

  #dismiss(): void {
    this.close();
    this.#opener?.focus({ preventScroll: true });
  }

  #listKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.#dismiss();
    else if (event.key === 'Tab') return this.#dismiss(); // and the focus goes on from the opener
    else if (!step(event.key, [...this.#list.querySelectorAll('button')])) return;
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Arrow keys, Home and End; true when the key was one of them. */
function step(key: string, buttons: readonly HTMLButtonElement[]): boolean {
  const [first] = buttons;
  if (!first) return false;
  const at = buttons.indexOf(rootOf(first).activeElement as HTMLButtonElement);
  const last = buttons.length - 1;
  const targets: Record<string, number> = {
    ArrowRight: at === last ? 0 : at + 1,
    ArrowDown: at === last ? 0 : at + 1,
    ArrowLeft: at <= 0 ? last : at - 1,
    ArrowUp: at <= 0 ? last : at - 1,
    Home: 0,
    End: last,
  };
  const target = targets[key];
  if (target === undefined) return false;
  buttons[target]?.focus();
  return true;
}

export function walkRow(event: KeyboardEvent, buttons: readonly HTMLButtonElement[]): void {
  if (!step(event.key, buttons)) return;
  const focused = rootOf(event.currentTarget as Element).activeElement;
  for (const item of buttons) item.tabIndex = item === focused ? 0 : -1;
  event.preventDefault();
}

function rootOf(element: Element): ShadowRoot | Document {
  return element.getRootNode() as ShadowRoot | Document;
}
