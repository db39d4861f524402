import type { Rendition } from '../wasm/joint.js';

const HASH = /^#zone=(.+)$/;

/** The observation that the page's address asks for, as in `#zone=etdz-gdp-2021`. */
export function wantedObservation(): string | undefined {
  const found = HASH.exec(location.hash)?.[1];
  return found === undefined ? undefined : safeDecode(found);
}

/** The address of this page on one observation. */
export function linkTo(observation: string): string {
  const address = new URL(location.href);
  address.hash = `zone=${encodeURIComponent(observation)}`;
  return address.href;
}

let answered: string | undefined;

/** Several widgets may show the observation; the first that draws it answers, until the address changes. */
export function answerAddress(): boolean {
  if (answered === location.href) return false;
  answered = location.href;
  return true;
}

/** The tag with those of its attributes that mean the same on another page. */
export function embedCode(host: Element, names: readonly string[]): string {
  const tag = host.cloneNode(false) as Element;
  for (const name of host.getAttributeNames()) {
    if (!names.includes(name) || name === 'aria-describedby') tag.removeAttribute(name);
  }
  return tag.outerHTML;
}

/** What is shown as plain text, with how to cite its sources. */
export function asText({ name, description, sources }: Rendition): string {
  return [name, description, ...sources.map(({ reference }) => reference)].join('\n');
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray % is no reason to fail
  }
}
