import { firstSource, restSource, wholeSource } from '#wasm-source';
import { ZoneError } from '../api/error.js';
import { loadMore } from '../more/load.js';
import { sharedEngine, type Engine } from './engine.js';
import { fallbackWord } from './fallback.js';
import { unfolded } from './unfold.js';

/** What WebAssembly can be taken from. */
export type WasmSource = URL | string | BufferSource | Response | WebAssembly.Module;

/** Options of {@link init}. */
export interface InitOptions {
  /**
   * The WebAssembly, when it is not beside the script: its address, its bytes, a response or a compiled module. All of
   * it, which is `zonestat_bg.wasm`; the two parts that elements load by themselves are no substitute.
   */
  wasm?: WasmSource | Promise<WasmSource>;
}

/**
 * Loads the WebAssembly once for the whole page; later calls answer with the same promise. Elements load by themselves
 * what they need when they come near the viewport. After a failure the next call tries again.
 */
export function init({ wasm }: InitOptions = {}): Promise<void> {
  const engine = sharedEngine();
  const source = () => wasm ?? (engine.loading.first ? rest(engine) : wholeSource());
  const whole = (engine.loading.whole ??= load(engine, 'whole', source));
  if (!answer) {
    answer = Promise.all([whole, loadMore()]).then(() => undefined);
    answer.catch(() => (answer = undefined));
  }
  return answer;
}

/** What {@link init} has promised. */
let answer: Promise<void> | undefined;

/**
 * Loads what usual widgets need; with `all`, the rest as well. A page that has asked for all of it at once, by
 * {@link init}, gets that.
 * @internal
 */
export function loadFor(all: boolean): Promise<void> {
  const engine = sharedEngine();
  const { loading } = engine;
  if (firstSource && !loading.whole) loading.first ??= load(engine, 'first', () => first());
  if (all || !loading.first) return init();
  return loading.first;
}

async function load(
  engine: Engine,
  part: 'first' | 'whole',
  given: () => WasmSource | Promise<WasmSource>,
): Promise<void> {
  try {
    const source = await given();
    const input = typeof source === 'string' || source instanceof URL ? await download(source) : source;
    const module = await compiled(input);
    const instance = await WebAssembly.instantiate(module, engine.glue.imports());
    if (engine.state === 'whole') return; // it came sooner than its part
    engine.glue.adopt(instance, module);
    engine.module = module;
    engine.state = part;
    engine.events.dispatchEvent(new Event('ready'));
  } catch (thrown) {
    engine.loading[part] = undefined;
    throw new ZoneError('load-failed', fallbackWord('load-failed'), { cause: thrown });
  }
}

/** What usual widgets need of the module. */
async function first(options?: RequestInit): Promise<Uint8Array<ArrayBuffer>> {
  const response = await download(firstSource?.() ?? '', options);
  return unfolded(new Uint8Array(await response.arrayBuffer()));
}

/** All of the module, from the part that the page has and what was left out of it. */
async function rest(engine: Engine): Promise<BufferSource> {
  const [left, { joined }] = await Promise.all([download(restSource()), loadMore(), engine.loading.first]);
  // The browser has it; asking for it again costs less than keeping it for pages that never need this.
  return joined(await first({ cache: 'force-cache' }), await left.arrayBuffer());
}

async function download(address: string | URL, options?: RequestInit): Promise<Response> {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response;
}

/** Compiled while it arrives, if the server says what it is. */
async function compiled(input: BufferSource | Response | WebAssembly.Module): Promise<WebAssembly.Module> {
  // Not `instanceof`: it may be another frame's.
  const is = (name: string): boolean => Object.prototype.toString.call(input) === `[object ${name}]`;
  if (is('WebAssembly.Module')) return input;
  if (!is('Response')) return WebAssembly.compile(input as BufferSource);
  const response = input as Response;
  const streams = response.headers.get('Content-Type')?.startsWith('application/wasm');
  if (streams && WebAssembly.compileStreaming) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
