import { callJson } from './call.js';
import type { Lang } from './joint.js';

type Words = Record<string, string>;

const known = new Map<Lang, Words>();

/** A word or sentence of the interface, from the core's message table, with `{name}` places filled in. */
export function word(lang: Lang, key: string, values: Record<string, string | number> = {}): string {
  let words = known.get(lang);
  if (!words) {
    words = callJson<Words>((glue) => glue.messages(lang));
    known.set(lang, words);
  }
  const text = words[key] ?? key;
  return text.replace(/\{([a-z-]+)\}/g, (place, name: string) => String(values[name] ?? place));
}
