import { readFile } from 'node:fs/promises';

/** `fetch` reads no files, so a server reads the bytes itself. */
export function wholeSource(): Promise<BufferSource> {
  return readFile(new URL('./zonestat_bg.wasm', import.meta.url));
}

export { firstSource, restSource } from './undivided.js';
