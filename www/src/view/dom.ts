/** Attributes by name; `undefined` and `false` leave one out, `true` sets it empty. */
type Attributes = Record<string, string | boolean | undefined>;

/**
 * A new element. Attributes and text only: no `style` attribute and no markup ever goes through here, which is what a
 * strict content security policy with Trusted Types asks for.
 */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) setAttribute(element, key, value);
  element.append(...children);
  return element;
}

/** Sets, or takes away for `undefined` and `false`; an unchanged value causes no mutation. */
export function setAttribute(element: Element, name: string, value: string | boolean | undefined): void {
  const text = value === true ? '' : value;
  if (text === undefined || text === false) element.removeAttribute(name);
  else if (element.getAttribute(name) !== text) element.setAttribute(name, text);
}

/** A button that does nothing but `press`. */
export function button(
  label: string,
  attributes: Attributes,
  press: (event: MouseEvent) => void,
): HTMLButtonElement {
  const element = el('button', { type: 'button', ...attributes }, label);
  element.addEventListener('click', press);
  return element;
}
