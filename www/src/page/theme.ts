import { bytesOf, isLight } from './colour.js';
import { parentOf } from './language.js';
import { matches } from './media.js';

/** What a widget draws for, and whether it must bring a ground of its own because the page's would not carry it. */
export interface Ground {
  theme: 'light' | 'dark';
  painted: boolean;
}

/**
 * `light` and `dark` are kept. `auto` asks, in this order: the `color-scheme` that the page declares here, the colour
 * that lies behind the element, the reader's system. A page that was made for light only stays legible for a reader
 * whose system is dark, and a dark section of a light page gets a drawing for the dark.
 *
 * `probe` is an element in the same place that may be restyled.
 */
export function groundAt(element: Element, probe: HTMLElement, wanted: string | null | undefined): Ground {
  const behind = lightnessBehind(element);
  // The probe is restyled only where it decides: that is a third of a redraw.
  const declared = (): Ground['theme'] | undefined =>
    getComputedStyle(element).colorScheme === 'normal' ? undefined : usedScheme(probe);
  const system = (): Ground['theme'] => (matches('(prefers-color-scheme: dark)') ? 'dark' : 'light');
  const theme = wanted === 'light' || wanted === 'dark' ? wanted : (declared() ?? behind ?? system());
  return { theme, painted: (behind ?? usedScheme(probe)) !== theme };
}

/** What all declarations, the page's `<meta name="color-scheme">` included, come to: the scheme of system colours. */
function usedScheme(probe: HTMLElement): Ground['theme'] {
  probe.style.colorScheme = '';
  probe.style.color = 'CanvasText';
  const text = bytesOf(getComputedStyle(probe).color);
  return text && isLight(text) ? 'dark' : 'light';
}

function lightnessBehind(element: Element): Ground['theme'] | undefined {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const colour = bytesOf(getComputedStyle(at).backgroundColor);
    if (colour && colour[3] > 127) return isLight(colour) ? 'light' : 'dark';
  }
  return undefined;
}
