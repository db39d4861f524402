import { blobOf, mounted, withText } from '../export/png.js';
import { call, callJson } from '../wasm/call.js';
import { turns } from '../page/turns.js';
import { ZoneError } from './error.js';
import type { Environment, PanelModel, Rendition, SpecRecord, What } from '../wasm/joint.js';

/** Options of `toPNG`. */
export interface PngOptions {
  /** Pixels for one CSS pixel, from 0.5 to 8; 2 by default. */
  scale?: number;
  /** Any CSS colour, or `transparent`; the theme's ground by default. */
  background?: string;
  /** Empty space on every side, in CSS pixels; none by default. */
  padding?: number;
}

/** What the core draws at; a picture of any other scale would have a margin that does not fit. */
const [LEAST_SCALE, MOST_SCALE] = [0.5, 8];

/** What can be asked of the core about one widget in one environment. */
export interface Request {
  what: What;
  spec: SpecRecord;
  env: Environment;
}

export function compose({ what, spec, env }: Request): Rendition {
  return callJson<Rendition>((glue) => glue.compose(what, spec, env));
}

export function toSvg({ what, spec, env }: Request): string {
  return call((glue) => glue.svg(what, spec, env));
}

export function toCsv({ what, spec, env }: Request, part = 0): string {
  return call((glue) => glue.csv(what, spec, env, part));
}

/** As {@link toCsv}, of a list as well, which may be so long that the page has to go on meanwhile. */
export async function toLongCsv(request: Request): Promise<string> {
  const [turn, parts] = [turns(), [] as string[]];
  for (let part; parts.length === 0 || part; await turn()) parts.push((part = toCsv(request, parts.length)));
  return parts.join('');
}

export function toJsonLd({ what, spec, env }: Request): string {
  return call((glue) => glue.jsonld(what, spec, env));
}

export function panelOf(observation: string, env: Environment): PanelModel {
  return callJson<PanelModel>((glue) => glue.panel(observation, env));
}

/** A picture of its own, at any scale, with what it shows in its metadata. */
export async function toPng(request: Request, ground: string, options: PngOptions = {}): Promise<Blob> {
  if (!globalThis.document) throw new ZoneError('no-canvas', 'A PNG needs a browser; toSVG() works without one.');
  const { what, spec } = request;
  const canvas = document.createElement('canvas');
  const dpr = Math.min(Math.max(options.scale ?? 2, LEAST_SCALE), MOST_SCALE);
  const env = { ...request.env, dpr, focus: -1, hover: -1, selected: '' };
  const shown = callJson<Rendition>((glue) => glue.render(canvas, what, spec, env));
  const picture = mounted(canvas, options.background ?? ground, Math.round((options.padding ?? 0) * dpr));
  return withText(await blobOf(picture), {
    Title: shown.name,
    Description: shown.description,
    Source: shown.sources.map(({ reference }) => reference).join('\n'),
    Software: `zonestat ${ZONESTAT_VERSION}`,
    'zonestat:observations': shown.observations.join(' '),
  });
}
