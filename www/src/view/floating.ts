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
 * What is to be `kept` in sight may be more than the anchor, such as a mark with its value.
 */
export function placeBeside(element: HTMLElement, anchor: Box, kept = anchor): void {
  const { clientWidth: viewWidth, clientHeight: viewHeight } = document.documentElement;
  const { offsetWidth: width, offsetHeight: height } = element;
  const centre = anchor.left + anchor.width / 2 - width / 2;
  let left = clamp(centre, GAP, viewWidth - width - GAP);
  let top = kept.top - height - GAP;
  if (top < GAP) {
    top = kept.top + kept.height + GAP;
    if (top + height > viewHeight - GAP) {
      top = clamp(anchor.top, GAP, viewHeight - height - GAP);
      const right = kept.left + kept.width + GAP;
      left = right + width <= viewWidth - GAP ? right : clamp(kept.left - width - GAP, GAP, viewWidth);
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
