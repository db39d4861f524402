import { fallbackWord } from '../wasm/fallback.js';
import { init } from '../wasm/load.js';
import { Dataset } from './dataset.js';
import { ZoneError } from './error.js';
import { fetchPackage, inPieces, register, type DatasetFiles, type LoadOptions } from './loading.js';

/** A dataset that is being loaded, for all that wait for it. */
interface Coming {
  dataset: Promise<Dataset>;
  waiting: Set<NonNullable<LoadOptions['onProgress']>>;
  stop: AbortController;
}

const byAddress = new Map<string, Coming>();

/** See the function of this name in `dataset.ts`. */
export async function loadDataset(
  from: string | URL | DatasetFiles,
  { onProgress, signal }: LoadOptions = {},
): Promise<Dataset> {
  signal?.throwIfAborted();
  const address = typeof from === 'string' || from instanceof URL ? resolve(from) : undefined;
  let coming = address === undefined ? undefined : byAddress.get(address);
  if (!coming) {
    coming = load(address ?? (from as DatasetFiles));
    if (address !== undefined) remember(address, coming);
  }
  const { dataset, waiting, stop } = coming;
  const hear = (done: number): void => onProgress?.(done);
  waiting.add(hear);
  const leave = (): void => {
    waiting.delete(hear);
    if (waiting.size === 0) stop.abort(signal?.reason);
  };
  signal?.addEventListener('abort', leave);
  try {
    return await (signal ? Promise.race([dataset, aborted(signal)]) : dataset);
  } finally {
    signal?.removeEventListener('abort', leave);
  }
}

function load(from: string | DatasetFiles): Coming {
  const waiting: Coming['waiting'] = new Set();
  const stop = new AbortController();
  const read = async (): Promise<Dataset> => {
    const fetched = typeof from === 'string';
    const report = (done: number): void => waiting.forEach((hear) => hear(done));
    // Fetching takes the first half, as far as anybody can tell.
    const pieces = fetched ? fetchPackage(from, (done) => report(done / 2), stop.signal) : inPieces(from);
    const [files] = await Promise.all([pieces, init()]);
    const number = await register(files, (done) => report(fetched ? 0.5 + done / 2 : done), stop.signal);
    return new Dataset(files, number);
  };
  return { dataset: read(), waiting, stop };
}

function remember(address: string, coming: Coming): void {
  byAddress.set(address, coming);
  const forget = (): void => void byAddress.delete(address); // so that the next call tries again
  coming.stop.signal.addEventListener('abort', forget);
  coming.dataset.then((data) => loaded.set(address, data), forget);
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
}

const loaded = new Map<string, Dataset>();

/** A dataset that {@link loadDataset} has finished with, by its address; for callers that cannot wait. */
export function loadedDataset(address: string): Dataset {
  const found = loaded.get(resolve(address));
  if (!found) throw new ZoneError('not-ready', fallbackWord('not-ready'));
  return found;
}

function resolve(address: string | URL): string {
  return new URL(address, globalThis.document?.baseURI).href;
}
