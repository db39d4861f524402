import { MARGIN } from './early.js';
import { MEDIA } from './environment.js';
import { givenHeight } from './height.js';
import { parentOf, rootsOf } from './language.js';

/** What a widget is told about the page around it. Every watch ends with its signal. */
export interface Watch {
  /** The content box of the host in CSS pixels; height 0 when the page leaves it to the drawing. */
  size(width: number, height: number): void;
  /** The widget came near the viewport or left it. */
  near(near: boolean): void;
  /** Something that a drawing depends on may have changed: preferences, density, `lang`, theme. */
  change(): void;
  /** Fonts arrived. */
  fonts(): void;
  /** The page is about to be printed, or was. */
  print(printing: boolean): void;
}

/** The parts of a widget that tell its size; see {@link givenHeight} for the ruler. */
export interface Measured {
  host: HTMLElement;
  ruler: HTMLElement;
  content: HTMLElement;
}

/** Watches all that changes a drawing. */
export function watchPage(measured: Measured, watch: Watch, signal: AbortSignal): void {
  const { host } = measured;
  watchSize(measured, watch, signal);
  watchNearness(host, watch, signal);
  watchMedia(watch, signal);
  watchAttributes(host, watch, signal);

  const options = { signal };
  document.fonts?.addEventListener('loadingdone', () => watch.fonts(), options);
  // A theme that fades in: the ground has its final colour only now.
  document.addEventListener('transitionend', (event) => {
    if (event.propertyName === 'background-color') watch.change();
  }, options);
  addEventListener('beforeprint', () => watch.print(true), options);
  addEventListener('afterprint', () => watch.print(false), options);
}

function watchSize({ host, ruler, content }: Measured, watch: Watch, signal: AbortSignal): void {
  let width = 0;
  let frame = 0;
  const observer = new ResizeObserver((entries) => {
    const before = width;
    width = entries.find(({ target }) => target === host)?.contentRect.width ?? width;
    // To ask for the height stirs the layout, and in a grid that of neighbours, which must not happen while sizes are
    // told. The next frame asks, before it draws.
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => watch.size(width, givenHeight(ruler, content)));
    if (width !== before) watch.change();
  });
  observer.observe(host);
  observer.observe(ruler);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  });
}

function watchNearness(host: Element, watch: Watch, signal: AbortSignal): void {
  const observer = new IntersectionObserver((entries) => watch.near(entries.at(-1)?.isIntersecting ?? false), {
    rootMargin: `${MARGIN}px`,
  });
  observer.observe(host);
  signal.addEventListener('abort', () => observer.disconnect());
}

function watchMedia(watch: Watch, signal: AbortSignal): void {
  for (const query of MEDIA) {
    matchMedia(query).addEventListener('change', () => watch.change(), { signal });
  }
  // A resolution query asks for one value, so that each change needs the next query.
  const watchDensity = (): void => {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        watch.change();
        watchDensity();
      },
      { signal, once: true },
    );
  };
  watchDensity();
}

/** `lang` anywhere above; on the page's own elements every attribute, as themes are switched by any of them. */
function watchAttributes(host: Element, watch: Watch, signal: AbortSignal): void {
  const observer = new MutationObserver((records) => {
    if (records.some(({ target }) => isAround(target, host))) watch.change();
  });
  for (const root of rootsOf(host)) {
    observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
  }
  for (const element of [document.documentElement, document.body]) {
    if (element) observer.observe(element, { attributes: true });
  }
  observer.observe(host, { attributes: true, attributeFilter: ['class', 'style'] });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** Whether `around` is the host or an ancestor, across shadow boundaries. */
function isAround(around: Node, host: Element): boolean {
  for (let at: Element | null = host; at; at = parentOf(at)) {
    if (at === around) return true;
  }
  return false;
}
