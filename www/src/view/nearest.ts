import type { Area, Mark } from '../wasm/joint.js';

/** The index of the mark that a point means: the one it is in, else the nearest within `reach`; -1 for none. */
export function nearest(marks: readonly Pick<Mark, 'hit' | 'slice'>[], x: number, y: number, reach: number): number {
  let found = -1;
  let least = reach;
  let size = 0;
  marks.forEach(({ hit, slice }, index) => {
    const distance = slice ? fromSlice(slice, x, y) : fromArea(hit, x, y);
    const own = hit.width * hit.height;
    // Of overlapping marks the smaller lies on top.
    if (distance < least || (distance === least && own < size)) {
      found = index;
      least = distance;
      size = own;
    }
  });
  return found;
}

function fromArea({ x: left, y: top, width, height }: Area, x: number, y: number): number {
  return Math.hypot(Math.max(left - x, 0, x - left - width), Math.max(top - y, 0, y - top - height));
}

function fromSlice([cx, cy, radius, hole, from, to]: NonNullable<Mark['slice']>, x: number, y: number): number {
  const out = Math.hypot(x - cx, y - cy);
  const turn = ((Math.atan2(x - cx, cy - y) * 180) / Math.PI + 360) % 360;
  const past = turn >= from && turn <= to ? 0 : Math.min(...[from, to].map((end) => Math.abs(((turn - end + 540) % 360) - 180)));
  return Math.hypot(Math.max(out - radius, 0, hole - out), (past * Math.PI * out) / 180);
}
