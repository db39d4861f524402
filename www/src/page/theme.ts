import { bytesOf, isLight } from './colour.js';
import { parentOf } from './language.js';

/** What a widget draws for, and whether it must bring a ground of its own because the page's would not carry it. */
export interface Ground {
  theme: 'light' | 'dark';
  painted: boolean;
}

/**
 * `light` and `dark` are kept. `auto` asks, in this order: the `color-scheme` that the page declares here, the colour
 * that lies behind the element, the reader's system. A page that was made for light only stays legible for a reader
 * whose system is dark, and a dark section of a light page gets a drawing for the dark.
 */
export function groundAt(element: Element, wanted: string | null | undefined): Ground {
  const behind = lightnessBehind(element);
  const theme = wanted === 'light' || wanted === 'dark' ? wanted : automatic(element, behind);
  return { theme, painted: (behind ?? declaredScheme(element) ?? 'light') !== theme };
}

function automatic(element: Element, behind: Ground['theme'] | undefined): Ground['theme'] {
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  return declaredScheme(element) ?? behind ?? system;
}

/** `color-scheme` where it leaves one choice; both schemes mean the system's. */
function declaredScheme(element: Element): Ground['theme'] | undefined {
  const scheme = getComputedStyle(element).colorScheme;
  const light = /\blight\b/.test(scheme);
  const dark = /\bdark\b/.test(scheme);
  if (light && dark) return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  return light ? 'light' : dark ? 'dark' : undefined;
}

function lightnessBehind(element: Element): Ground['theme'] | undefined {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const colour = bytesOf(getComputedStyle(at).backgroundColor);
    if (colour && colour[3] > 127) return isLight(colour) ? 'light' : 'dark';
  }
  return undefined;
}
