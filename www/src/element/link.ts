import type { Observation } from '../api/records.js';
import { sharedEngine } from '../wasm/engine.js';

/** What a widget says to those that follow it. */
export interface Said {
  from: object;
  /** Those of one mark; the first is its own, the others say something about it. None: nothing any longer. */
  observations: readonly string[];
  /** The address of the data that they are from. */
  dataset: string | null;
  /** What observations among those that it knows are about, and when. */
  facts(ids: readonly string[]): Map<string, Fact>;
}

/** What {@link alike} wants to know of an observation. */
export type Fact = Pick<Observation, 'entity' | 'period'>;

/** A selection lasts; what is pointed at passes. */
export type Way = 'select' | 'focus';

/** Names in an attribute, separated by spaces. */
export function namesIn(attribute: string | null): string[] {
  return attribute?.split(/\s+/).filter((name) => name) ?? [];
}

/** Says something under some names. Silence takes back only what the same widget has said. */
export function say(names: readonly string[], way: Way, said: Said): void {
  const { links, events } = sharedEngine();
  let changed = false;
  for (const name of names) {
    const key = `${way} ${name}`;
    if (said.observations.length > 0) links.set(key, said);
    else if ((links.get(key) as Said | undefined)?.from === said.from) links.delete(key);
    else continue;
    changed = true;
  }
  if (changed) events.dispatchEvent(new CustomEvent('link', { detail: said.from }));
}

/** What others say under some names; also to one that came late. */
export function heard(names: readonly string[], way: Way, by: object): Said[] {
  const all = names.map((name) => sharedEngine().links.get(`${way} ${name}`) as Said | undefined);
  return all.filter((said) => said !== undefined && said.from !== by) as Said[];
}

type Things = readonly (readonly string[])[];

/** Which of `things` (marks, rows) show a figure: those that are it, else those that mention it. */
export function showing(things: Things, observations: readonly string[]): number[] {
  const [first = ''] = observations;
  const same = where(things, (ids) => ids[0] === first);
  return same.length > 0 ? same : where(things, (ids) => ids.some((id) => observations.includes(id)));
}

/**
 * Which of `things` mean what was said elsewhere, by the first of these that holds: those that show the figure; the same
 * entity in the same period; the same period; the same entity. The last three point something out only where they
 * leave something else.
 */
export function alike(things: Things, said: Said, dataset: string | null, facts: Said['facts']): number[] {
  const own = said.dataset === dataset;
  const found = own ? showing(things, said.observations) : [];
  if (found.length > 0) return found;
  const [first = ''] = said.observations;
  const wanted = said.facts([first]).get(first);
  const known = facts(things.flatMap((ids) => ids.slice(0, 1)));
  // An entity of other data may be another one by the same name.
  const rules: (keyof Fact)[][] = own ? [['entity', 'period'], ['period'], ['entity']] : [['period']];
  for (const keys of rules) {
    const like = where(things, ([id = '']) => keys.every((key) => wanted && known.get(id)?.[key] === wanted[key]));
    if (like.length > 0 && like.length < things.length) return like;
  }
  return [];
}

function where(things: Things, test: (ids: readonly string[]) => boolean): number[] {
  return things.flatMap((ids, index) => (test(ids) ? index : []));
}
