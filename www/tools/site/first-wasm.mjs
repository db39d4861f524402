import { existsSync } from 'node:fs';

/** The WebAssembly that the elements load first: the part that usual widgets need, where the package is divided. */
export function firstWasm(pkg) {
  const [found] = ['zonestat_first.wasm', 'zonestat_bg.wasm'].filter((name) => existsSync(new URL(name, pkg)));
  return found;
}
