import type { Area } from '../wasm/joint.js';

/** The index of the area that a point means: the one it is in, else the nearest within `reach`; -1 for none. */
export function nearest(areas: readonly Area[], x: number, y: number, reach: number): number {
  let found = -1;
  let least = reach;
  areas.forEach((area, index) => {
    const distance = distanceTo(area, x, y);
    const best = areas[found];
    // Of overlapping marks the smaller lies on top.
    const onTop = distance === least && best !== undefined && sizeOf(area) < sizeOf(best);
    if (distance < least || onTop) {
      found = index;
      least = distance;
    }
  });
  return found;
}

function distanceTo({ x: left, y: top, width, height }: Area, x: number, y: number): number {
  return Math.hypot(Math.max(left - x, 0, x - left - width), Math.max(top - y, 0, y - top - height));
}

function sizeOf({ width, height }: Area): number {
  return width * height;
}
