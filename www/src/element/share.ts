import type { Rendition } from '../wasm/joint.js';

/** The address of this page on one observation. */
export function linkTo(observation: string): string {
  const address = new URL(location.href);
  address.hash = `zone=${encodeURIComponent(observation)}`;
  return address.href;
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
