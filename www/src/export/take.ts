import { el } from '../view/dom.js';
import type { Lang } from '../wasm/joint.js';
import { word } from '../wasm/words.js';

/** Offers a file to the reader under a name that says what it is. */
export function download(content: Blob, name: string, extension: string): void {
  const address = URL.createObjectURL(content);
  el('a', { href: address, download: `${fileName(name)}.${extension}` }).click();
  // The download has begun by then in every engine; nothing else holds the memory.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Keeps letters of every script; leaves out what some file system refuses. */
export function fileName(text: string): string {
  const clean = text.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').replace(/\s+/g, ' ').trim();
  return Array.from(clean).slice(0, 80).join('').trim() || 'zonestat';
}

/** Puts text on the clipboard, also where a page has no access to it: opened from disk, or framed. Says how it went. */
export async function copyText(text: string, near: ParentNode, lang: Lang): Promise<string> {
  let copied = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copied = copyBySelection(text, near);
  }
  return word(lang, copied ? 'ui-copied' : 'ui-copy-failed');
}

function copyBySelection(text: string, near: ParentNode): boolean {
  const area = el('textarea', { class: 'unseen', readonly: true });
  area.value = text;
  near.append(area);
  area.select();
  // Deprecated, and the only way without the permission that the modern one needs.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const copied = document.execCommand('copy');
  area.remove();
  return copied;
}
