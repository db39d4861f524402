import type { Dataset } from '../api/dataset.js';
import type { Observation } from '../api/records.js';
import { sharedEngine } from '../wasm/engine.js';
import type { Way } from './names.js';

/** Who speaks or listens, and which data it shows. */
export interface Party {
  widget: object;
  /** The address of its data. */
  address: string | null;
  data: Dataset;
}

/** What a widget says to those that follow it. */
interface Said extends Party {
  /** Those of one mark; the first is its own, the others say something about it. None: nothing any longer. */
  observations: readonly string[];
}

/** What is asked of an observation that may mean the same as another. */
type Fact = 'entity' | 'period';

/** Says something under some names. Silence takes back only what the same widget has said. */
export function say(names: readonly string[], way: Way, observations: readonly string[], party: Party): void {
  const { links, events } = sharedEngine();
  let changed = false;
  for (const name of names) {
    const key = `${way} ${name}`;
    if (observations.length > 0) links.set(key, { ...party, observations } satisfies Said);
    else if ((links.get(key) as Said | undefined)?.widget === party.widget) links.delete(key);
    else continue;
    changed = true;
  }
  if (changed) events.dispatchEvent(new CustomEvent('link', { detail: party.widget }));
}

/** What others say under some names; also to one that came late. */
function heard(names: readonly string[], way: Way, by: object): Said[] {
  const all = names.map((name) => sharedEngine().links.get(`${way} ${name}`) as Said | undefined);
  return all.filter((said) => said !== undefined && said.widget !== by) as Said[];
}

/**
 * Whether something is selected under `names` by the widget `from`, and `by` speaks under one of them, too: where both
 * sides speak and follow under one name, there is one selection.
 */
export function hears(names: readonly string[], published: readonly string[], from: object, by: object): boolean {
  const said = heard(names, 'select', by).some(({ widget }) => widget === from);
  return said && published.some((name) => names.includes(name));
}

/** Marks, or rows, by their observations. */
type Things = readonly (readonly string[])[];

/** Which of `things` (marks, rows) are meant by a widget's own selection, and by what others say under `names`. */
export function meant(things: Things, own: readonly string[], names: readonly string[], way: Way, party: Party): number[] {
  const said = heard(names, way, party.widget);
  return [...(own.length > 0 ? showing(things, own) : []), ...said.flatMap((one) => alike(things, one, party))];
}

/** Which of `things` show a figure: those that are it, else those that mention it. */
function showing(things: Things, observations: readonly string[]): number[] {
  const [first = ''] = observations;
  const same = where(things, (ids) => ids[0] === first);
  return same.length > 0 ? same : where(things, (ids) => ids.some((id) => observations.includes(id)));
}

/**
 * Which of `things` mean what was said elsewhere, by the first of these that holds: those that show the figure; the same
 * entity in the same period; the same period; the same entity. The last three point something out only where they
 * leave something else.
 */
function alike(things: Things, said: Said, party: Party): number[] {
  const own = said.address === party.address;
  const found = own ? showing(things, said.observations) : [];
  if (found.length > 0) return found;
  const [first = ''] = said.observations;
  const wanted = factsOf([first], said.data).get(first);
  const known = factsOf(things.flatMap((ids) => ids.slice(0, 1)), party.data);
  // An entity of other data may be another one by the same name.
  const rules: Fact[][] = own ? [['entity', 'period'], ['period'], ['entity']] : [['period']];
  for (const keys of rules) {
    const like = where(things, ([id = '']) => keys.every((key) => wanted && known.get(id)?.[key] === wanted[key]));
    if (like.length > 0 && like.length < things.length) return like;
  }
  return [];
}

function where(things: Things, test: (ids: readonly string[]) => boolean): number[] {
  return things.flatMap((ids, index) => (test(ids) ? index : []));
}

const asked = new WeakMap<Dataset, Map<string, Observation>>();

/** What observations are about, and when; each is asked for once. */
function factsOf(ids: readonly string[], data: Dataset): Map<string, Observation> {
  const known = asked.get(data) ?? new Map<string, Observation>();
  asked.set(data, known);
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0) {
    for (const found of data.observations({ id: unknown.join(' ') })) known.set(found.id, found);
  }
  return known;
}
