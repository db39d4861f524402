/**
 * Gives a class one property for each attribute. Reading gives the attribute's text or null; setting null or undefined
 * takes it away. What a page set before the class was defined is kept: see {@link upgrade}.
 */
export function reflect(target: { prototype: HTMLElement }, attributes: readonly string[], flags: readonly string[] = []): void {
  for (const name of attributes) {
    Object.defineProperty(target.prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return this.getAttribute(name);
      },
      set(this: HTMLElement, value: string | null | undefined) {
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, value);
      },
    });
  }
  for (const name of flags) {
    Object.defineProperty(target.prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return this.hasAttribute(name);
      },
      set(this: HTMLElement, value: unknown) {
        this.toggleAttribute(name, Boolean(value));
      },
    });
  }
}

/** Properties that were set on a plain element before its class was defined hide the class's own; this lets them through. */
export function upgrade(element: HTMLElement, names: Iterable<string>): void {
  const record = element as unknown as Record<string, unknown>;
  for (const name of names) {
    if (!Object.hasOwn(element, name)) continue;
    const value = record[name];
    Reflect.deleteProperty(element, name);
    record[name] = value;
  }
}
