import { call, callJson } from '../wasm/call.js';
import type { SpecRecord } from '../wasm/joint.js';
import { fallbackWord } from '../wasm/fallback.js';
import { init } from '../wasm/load.js';
import { ZoneError } from './error.js';
import { fetchPackage, inPieces, register, registerAtOnce, type DatasetFiles, type LoadOptions, type Pieces } from './loading.js';
import type { Observation, ObservationFilter, TableRow } from './records.js';

/** One zone's figures, read-only. Get it by {@link dataset} or {@link loadDataset}. */
export class Dataset {
  #files: Pieces | undefined;
  #number: number;

  /** @internal */
  constructor(files?: Pieces, number = 0) {
    this.#files = files;
    this.#number = number;
  }

  /** All observations, or those that the filter leaves. */
  observations(filter: ObservationFilter = {}): Observation[] {
    return this.#query<Observation>('observations', filter);
  }

  /** What is measured: ids, names in both languages, units. */
  indicators(): TableRow[] {
    return this.#query('indicators');
  }

  /** The zone, its city, its projects, enterprises and industries. */
  entities(): TableRow[] {
    return this.#query('entities');
  }

  /** The documents that the figures are printed in. */
  sources(): TableRow[] {
    return this.#query('sources');
  }

  /** What observations have to do with each other: parts of a sum, corroboration, conflict. */
  relations(): TableRow[] {
    return this.#query('relations');
  }

  /** Values that no source prints but that follow from printed ones, with how they follow. */
  derived(): TableRow[] {
    return this.#query('derived');
  }

  /** The whole dataset as JSON-LD text. */
  toJSONLD(): string {
    return this.use((number) => call((glue) => glue.dataset_text('jsonld', number)));
  }

  /** All observations as CSV text, every column. */
  toCSV(): string {
    return this.use((number) => call((glue) => glue.dataset_text('csv', number)));
  }

  /** The descriptor of the Frictionless Data Package, as JSON text. */
  toDataPackage(): string {
    return this.use((number) => call((glue) => glue.dataset_text('datapackage', number)));
  }

  /**
   * Hands the number that the core knows this dataset by to `work`. A core that was restarted after a fault has
   * forgotten it; then it is registered anew, once.
   * @internal
   */
  use<T>(work: (number: number) => T): T {
    try {
      return work(this.#number);
    } catch (thrown) {
      const files = this.#files;
      if (!files || ZoneError.from(thrown).code !== 'unknown-dataset') throw thrown;
      this.#number = registerAtOnce(files);
      return work(this.#number);
    }
  }

  #query<Row = TableRow>(table: string, filter: ObservationFilter = {}): Row[] {
    return this.use((number) => callJson<Row[]>((glue) => glue.query(table, filter as SpecRecord, number)));
  }
}

let bundled: Dataset | undefined;

/** The bundled dataset. Needs {@link init} to have finished. */
export function dataset(): Dataset {
  call((glue) => glue.version()); // says so when nothing is loaded yet
  return (bundled ??= new Dataset());
}

/** A dataset that is being loaded, for all that wait for it. */
interface Coming {
  dataset: Promise<Dataset>;
  waiting: Set<NonNullable<LoadOptions['onProgress']>>;
  stop: AbortController;
}

const byAddress = new Map<string, Coming>();

/**
 * Reads another zone's data: from the address of its `datapackage.json`, whose tables are then fetched beside it, or
 * from an object that holds the files. An address is fetched once. However large it is, the page stays responsive.
 */
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
