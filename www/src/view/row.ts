/** Arrow keys, Home and End among some buttons; true when the key was one of them. */
export function step(key: string, buttons: readonly HTMLButtonElement[]): boolean {
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

/** Moves the focus along some buttons, and their one tab stop with it. */
export function walkRow(event: KeyboardEvent, buttons: readonly HTMLButtonElement[]): void {
  if (!step(event.key, buttons)) return;
  const focused = rootOf(event.currentTarget as Element).activeElement;
  for (const item of buttons) item.tabIndex = item === focused ? 0 : -1;
  event.preventDefault();
}

/** The tree that an element is in. */
export function rootOf(element: Element): ShadowRoot | Document {
  return element.getRootNode() as ShadowRoot | Document;
}
