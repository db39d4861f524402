/** How far outside the viewport a widget is as good as seen, in CSS pixels. */
export const MARGIN = 200;

let looked = false;

/**
 * Starts loading before the first frame instead of after the second, if one of the widgets that a page begins with is in
 * view: those that stand in it before they are defined, or else the first that comes. Later ones wait to be told by their
 * observers: to look at once stirs the layout, and costs it only here nothing.
 */
export function loadEarly(hosts: Iterable<Element>, load: () => void): void {
  for (const host of looked ? [] : hosts) {
    looked = true;
    if (isInView(host)) return load();
  }
}

/** Where it begins, since it may have no size yet. */
function isInView(host: Element): boolean {
  const [box] = host.getClientRects();
  const near = (from: number, to: number, end: number): boolean => to > -MARGIN && from < end + MARGIN;
  return !!box && near(box.top, box.bottom, innerHeight) && near(box.left, box.right, innerWidth);
}
