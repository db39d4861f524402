/** The wasm lies beside this module. The literal form is what bundlers recognise and rewrite. */
export function wholeSource(): URL {
  return new URL('./zonestat_bg.wasm', import.meta.url);
}

/** What usual widgets need of it: a module of its own. */
export const firstSource: (() => URL) | undefined = () => new URL('./zonestat_first.wasm', import.meta.url);

/** What makes the first part whole. */
export function restSource(): URL {
  return new URL('./zonestat_rest.wasm', import.meta.url);
}
