import { defaultSource } from '#wasm-source';
import { ZoneError } from '../api/error.js';
import { sharedEngine, type Engine } from './engine.js';
import { fallbackWord } from './fallback.js';

/** What WebAssembly can be taken from. */
export type WasmSource = URL | string | BufferSource | Response | WebAssembly.Module;

/** Options of {@link init}. */
export interface InitOptions {
  /** Where the WebAssembly is, when not beside the script: an address, its bytes, a response or a compiled module. */
  wasm?: WasmSource | Promise<WasmSource>;
}

/**
 * Loads the WebAssembly once for the whole page; later calls answer with the same promise. Elements call it by
 * themselves when they come near the viewport. After a failure the next call tries again.
 */
export function init(options: InitOptions = {}): Promise<void> {
  const engine = sharedEngine();
  engine.loading ??= start(engine, options).catch((thrown: unknown) => {
    engine.loading = undefined;
    throw new ZoneError('load-failed', fallbackWord('load-failed'), { cause: thrown });
  });
  return engine.loading;
}

async function start(engine: Engine, options: InitOptions): Promise<void> {
  const source = await Promise.resolve(options.wasm ?? defaultSource());
  const input = typeof source === 'string' || source instanceof URL ? await download(source) : source;
  await engine.glue.default({ module_or_path: input });
  engine.ready = true;
  engine.events.dispatchEvent(new Event('ready'));
}

async function download(address: string | URL): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response;
}
