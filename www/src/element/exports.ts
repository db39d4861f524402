import { ZoneError } from '../api/error.js';
import { download } from '../export/take.js';
import type { MenuEntry } from '../view/menu.js';
import type { LiveRegion } from '../view/live.js';
import type { Lang, Rendition } from '../wasm/joint.js';
import { word } from '../wasm/words.js';
import type { ZoneElement } from './base.js';
import { asText, embedCode } from './share.js';

/** Around a picture that leaves the page, in CSS pixels. */
const MARGIN = 24;
/** Pixels for one CSS pixel of a picture for a page, and of one for print. */
const [USUAL, LARGE] = [2, 4];

/** What the menu asks of its widget. */
export interface Takeable {
  element: ZoneElement;
  /** Whether it is a picture with a table behind it. */
  pictured: boolean;
  rendition: () => Rendition | undefined;
  copy: (text: string) => Promise<void>;
  /** Says why something failed. */
  live: LiveRegion;
  language: Lang;
}

/** All that can be taken away of a widget, as a menu. */
export function exportMenu({ element, pictured, rendition, copy, live, language }: Takeable): MenuEntry[] {
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (thrown) {
      live.say(ZoneError.from(thrown).message);
    }
  };
  const entry = (id: string, work: () => Promise<unknown>): MenuEntry => ({
    id,
    label: word(language, `ui-${id}`),
    press: () => void attempt(work),
  });
  const file = (id: string, content: () => Promise<BlobPart>, type: string, extension: string): MenuEntry =>
    entry(id, async () => download(new Blob([await content()], { type }), rendition()?.name ?? '', extension));
  const pictures = [
    file('save-png', () => element.toPNG({ padding: MARGIN, scale: USUAL }), 'image/png', 'png'),
    file('save-png-large', () => element.toPNG({ padding: MARGIN, scale: LARGE }), 'image/png', 'png'),
    file('save-svg', () => element.toSVG(), 'image/svg+xml', 'svg'),
  ];
  const { observedAttributes } = element.constructor as typeof ZoneElement;
  const shown = (): string => {
    const now = rendition();
    return now ? asText(now) : '';
  };
  return [
    ...(pictured ? pictures : []),
    file('save-csv', () => element.toCSV(), 'text/csv;charset=utf-8', 'csv'),
    file('save-jsonld', () => element.toJSONLD(), 'application/ld+json', 'jsonld'),
    entry('copy-text', () => copy(shown())),
    entry('copy-embed', () => copy(embedCode(element, observedAttributes))),
  ];
}

/** The table as a file, from where the page says that it has more rows than it shows. */
export function saveCsv(widget: Takeable): void {
  exportMenu(widget)
    .find(({ id }) => id === 'save-csv')
    ?.press();
}
