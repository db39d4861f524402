import type { Environment, Lang } from '../wasm/joint.js';
import { matches } from './media.js';
import { groundAt, type Ground } from './theme.js';
import { tokensAt } from './tokens.js';

/** What the page decides for a drawing at this place; size, focus and data are added by the widget. */
export interface Place {
  ground: Ground;
  env: Pick<Environment, 'dpr' | 'fontFamily' | 'theme' | 'tokens' | 'contrast' | 'forced' | 'print' | 'still'>;
}

/** Media features that change a drawing. */
export const MEDIA = [
  '(prefers-color-scheme: dark)',
  '(prefers-contrast: more)',
  '(prefers-reduced-motion: reduce)',
  '(forced-colors: active)',
  'print',
] as const;

/** Reads the page at `host`. `probe` is an element below it that may be restyled. */
export function placeAt(host: Element, probe: HTMLElement, wanted: string | null | undefined, printing: boolean): Place {
  const style = getComputedStyle(host);
  const forced = matches('(forced-colors: active)');
  const print = printing || isPrinted();
  const ground = groundAt(host, probe, print ? 'light' : wanted);
  probe.style.colorScheme = ground.theme;
  return {
    ground,
    env: {
      // Paper has more dots than the screen that it is printed from.
      dpr: print ? Math.max(devicePixelRatio, 3) : devicePixelRatio,
      fontFamily: style.fontFamily || 'sans-serif',
      theme: ground.theme,
      tokens: tokensAt(style, probe, forced),
      contrast: matches('(prefers-contrast: more)'),
      forced,
      print,
      still: matches('(prefers-reduced-motion: reduce)'),
    },
  };
}

/** What lies under a drawing that is taken away from its page. */
export function groundColour({ theme, tokens }: Place['env']): string {
  return tokens['--zone-ground'] ?? (theme === 'dark' ? '#14181d' : '#ffffff');
}

/** For a drawing without a page: on a server, or before an element is connected. */
export function nowhere(lang: Lang, width: number): Environment {
  return {
    lang,
    width,
    height: 0,
    dpr: 1,
    fontFamily: 'sans-serif',
    theme: 'light',
    tokens: {},
    contrast: false,
    forced: false,
    print: false,
    dataset: 0,
    still: true,
  };
}

/** The page is laid out for paper. */
export function isPrinted(): boolean {
  return matches('print');
}
