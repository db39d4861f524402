import packed from 'wasm:deflated-base64';

/** The wasm is in this very file: deflated, then in base64, which costs a page about a tenth more than the file. */
export async function wholeSource(): Promise<BufferSource> {
  const text = atob(packed);
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(inflated).arrayBuffer();
}

export { firstSource, restSource } from './undivided.js';
