/** A box in viewport coordinates. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const GAP = 8;

/**
 * Shows an element above everything, a host's `overflow: hidden` included, where the engine has the top layer; else
 * its style sheet fixes it to the viewport.
 */
export function raise(element: HTMLElement): void {
  element.hidden = false;
  if (element.popover === 'manual' && element.isConnected && !element.matches(':popover-open')) element.showPopover();
}

export function lower(element: HTMLElement): void {
  if (element.popover === 'manual' && element.matches(':popover-open')) element.hidePopover();
  element.hidden = true;
}

/** Makes an element one that {@link raise} can show. */
export function floating<E extends HTMLElement>(element: E): E {
  if ('popover' in element) element.popover = 'manual';
  element.hidden = true;
  return element;
}

/**
 * Puts a raised element beside `anchor`: above it if there is room, else below, else beside; always on the screen.
 * `clearance` keeps what stands just above the anchor, such as a mark's value, in sight.
 */
export function placeBeside(element: HTMLElement, anchor: Box, clearance = 0): void {
  const { clientWidth: viewWidth, clientHeight: viewHeight } = document.documentElement;
  const { offsetWidth: width, offsetHeight: height } = element;
  const centre = anchor.left + anchor.width / 2 - width / 2;
  const bottom = anchor.top + anchor.height;
  let left = clamp(centre, GAP, viewWidth - width - GAP);
  let top = anchor.top - clearance - height - GAP;
  if (top < GAP) {
    top = bottom + GAP;
    if (top + height > viewHeight - GAP) {
      top = clamp(anchor.top, GAP, viewHeight - height - GAP);
      const right = anchor.left + anchor.width + GAP;
      left = right + width <= viewWidth - GAP ? right : clamp(anchor.left - width - GAP, GAP, viewWidth);
    }
  }
  element.style.left = `${Math.round(left)}px`;
  element.style.top = `${Math.round(top)}px`;
}

/** Whether any of it is on the screen. */
export function isInView({ left, top, width, height }: Box): boolean {
  const { clientWidth, clientHeight } = document.documentElement;
  return left < clientWidth && top < clientHeight && left + width > 0 && top + height > 0;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
