/** Where all of the wasm is at hand, nothing is gained by taking it in parts. */
export const firstSource: (() => URL) | undefined = undefined;

/** Never asked for: see {@link firstSource}. */
export function restSource(): URL {
  throw new Error('There is no first part.');
}
