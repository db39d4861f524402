let answered: string | undefined;

/**
 * Brings a widget that shows what the address asks for into view, and the focus to what stands for it. Several may show
 * it; the first that draws it answers, until the address changes: false where another one has.
 */
export function arriveAt(widget: HTMLElement, opener: HTMLElement | undefined): boolean {
  if (answered === location.href) return false;
  answered = location.href;
  // Other widgets that are drawn for the same address push this one about.
  const arrive = (): void => widget.scrollIntoView({ block: 'center' });
  arrive();
  requestAnimationFrame(() => requestAnimationFrame(arrive));
  opener?.focus({ preventScroll: true });
  return true;
}
