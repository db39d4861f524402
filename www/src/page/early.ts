/** How far outside the viewport a widget is as good as seen, in CSS pixels. */
export const MARGIN = 200;

const waiting: (readonly [host: Element, load: () => void])[] = [];
let looked = false;

/**
 * Starts loading before the first frame instead of after the second, if one of the widgets that a page begins with is in
 * view. Later ones wait to be told by their observers: to look at once stirs the layout, and costs it only here nothing.
 */
export function loadEarly(host: Element, load: () => void): void {
  if (looked) return;
  if (waiting.push([host, load]) === 1) queueMicrotask(look);
}

function look(): void {
  looked = true;
  waiting.splice(0).find(([host]) => isInView(host))?.[1]();
}

function isInView(host: Element): boolean {
  const { width, top, bottom, left, right } = host.getBoundingClientRect();
  const near = (from: number, to: number, end: number): boolean => to > -MARGIN && from < end + MARGIN;
  return width > 0 && near(top, bottom, innerHeight) && near(left, right, innerWidth);
}
