import type { WasmSource } from '../load.js';

/** The wasm lies beside this module. The literal form is what bundlers recognise and rewrite. */
export function defaultSource(): WasmSource {
  return new URL('./zonestat_bg.wasm', import.meta.url);
}
