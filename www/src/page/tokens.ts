import { bytesOf, rgbText } from './colour.js';

/** The custom properties that a page may set on a widget or above it. */
const NAMES = [
  '--zone-text',
  '--zone-muted',
  '--zone-ground',
  '--zone-grid',
  '--zone-focus',
  '--zone-warning',
  '--zone-up',
  '--zone-down',
  ...[1, 2, 3, 4, 5, 6].map((number) => `--zone-series-${number}`),
];

/** What the reader's own colours are used for when `forced-colors` is active. */
const FORCED: Readonly<Record<string, string>> = {
  '--zone-ground': 'Canvas',
  '--zone-focus': 'Highlight',
  '--zone-series-2': 'LinkText',
  '--zone-series-3': 'VisitedText',
};

/**
 * Those that are set, with colours resolved. `probe` is an element in the same place: a custom property holds text such
 * as `light-dark(…)` or `oklch(…)`, and only a real `color` makes a colour of it.
 */
export function tokensAt(style: CSSStyleDeclaration, probe: HTMLElement, forced: boolean): Record<string, string> {
  const tokens: Record<string, string> = {};
  for (const name of NAMES) {
    const text = forced ? (FORCED[name] ?? 'CanvasText') : style.getPropertyValue(name).trim();
    if (text) tokens[name] = resolve(text, probe) ?? text;
  }
  return tokens;
}

function resolve(text: string, probe: HTMLElement): string | undefined {
  probe.style.color = '';
  probe.style.color = text;
  if (!probe.style.color) return undefined; // a size or a word, not a colour
  const colour = bytesOf(getComputedStyle(probe).color);
  return colour && rgbText(colour);
}
