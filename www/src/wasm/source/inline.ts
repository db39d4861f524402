import packed from 'wasm:deflated-base64';
import { bytesOf } from '../base64.js';

/** The wasm is in this very file: deflated, then in base64, which costs a page about a tenth more than the file. */
export async function wholeSource(): Promise<BufferSource> {
  const inflated = new Blob([bytesOf(packed)]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(inflated).arrayBuffer();
}

export { firstSource, restSource } from './undivided.js';
