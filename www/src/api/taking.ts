import { blobOf, mounted, withText } from '../export/png.js';
import { groundColour } from '../page/environment.js';
import { turns } from '../page/turns.js';
import { call, callJson } from '../wasm/call.js';
import { asked, fields } from '../wasm/fields.js';
import type { Environment, PanelModel, Rendition } from '../wasm/joint.js';
import { compose, within, type PngOptions, type Request } from './drawing.js';
import { ZoneError } from './error.js';

/** What the core draws at; a picture of any other scale would have a margin that does not fit. */
const [LEAST_SCALE, MOST_SCALE] = [0.5, 8];

/** What can be taken away of a widget, by the name of the method that gives it. */
export const take = {
  describe: (request: Request): string => compose(request).description,
  toSVG: (request: Request): string => call((glue) => glue.svg(...asked(request))),
  toCSV: (request: Request): string => csv(request, 0),
  toLongCSV,
  toJSONLD: (request: Request): string => call((glue) => glue.jsonld(...asked(request))),
  toPNG: (request: Request, options?: PngOptions): Promise<Blob> => toPng(request, groundColour(request.env), options),
};

function csv(request: Request, part: number): string {
  return call((glue) => glue.csv(...asked(request), part));
}

/** As `toCSV`, of a list as well, which may be so long that the page has to go on meanwhile. */
async function toLongCSV(request: Request): Promise<string> {
  const [turn, parts] = [turns(), [] as string[]];
  for (let part; parts.length === 0 || part; await turn()) parts.push((part = csv(request, parts.length)));
  return parts.join('');
}

export function panelOf(observation: string, { lang, dataset }: Environment): PanelModel {
  return callJson<PanelModel>((glue) => glue.panel(observation, fields({ lang, dataset })));
}

/** A picture of its own, at any scale, with what it shows in its metadata. */
async function toPng(request: Request, ground: string, options: PngOptions = {}): Promise<Blob> {
  if (!globalThis.document) throw new ZoneError('no-canvas', 'A PNG needs a browser; toSVG() works without one.');
  const canvas = document.createElement('canvas');
  const dpr = Math.min(Math.max(options.scale ?? 2, LEAST_SCALE), MOST_SCALE);
  const shown = callJson<Rendition>((glue) => glue.render(canvas, ...asked(within(request, { dpr }))));
  const picture = mounted(canvas, options.background ?? ground, Math.round((options.padding ?? 0) * dpr));
  return withText(await blobOf(picture), {
    Title: shown.name,
    Description: shown.description,
    Source: shown.sources.map(({ reference }) => reference).join('\n'),
    Software: `zonestat ${ZONESTAT_VERSION}`,
    'zonestat:observations': shown.observations.join(' '),
  });
}
