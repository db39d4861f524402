import { call, callJson } from '../wasm/call.js';
import type { SpecRecord } from '../wasm/joint.js';
import { fallbackWord } from '../wasm/fallback.js';
import { init } from '../wasm/load.js';
import { ZoneError } from './error.js';
import type { Observation, ObservationFilter, TableRow } from './records.js';

/** The files of a data package by name: `datapackage.json` as text or object, the tables as CSV text. */
export type DatasetFiles = Record<string, string | object>;

/** One zone's figures, read-only. Get it by {@link dataset} or {@link loadDataset}. */
export class Dataset {
  #files: Record<string, string> | undefined;
  #number: number;

  /** @internal */
  constructor(files?: Record<string, string>) {
    this.#files = files;
    this.#number = files ? call((glue) => glue.load_dataset(files)) : 0;
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
      this.#number = call((glue) => glue.load_dataset(files));
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

const byAddress = new Map<string, Promise<Dataset>>();

/**
 * Reads another zone's data: from the address of its `datapackage.json`, whose tables are then fetched beside it, or
 * from an object that holds the files. An address is fetched once.
 */
export function loadDataset(from: string | URL | DatasetFiles): Promise<Dataset> {
  if (typeof from !== 'string' && !(from instanceof URL)) return register(Promise.resolve(asText(from)));
  const address = resolve(from);
  let known = byAddress.get(address);
  if (!known) {
    known = register(fetchPackage(address));
    byAddress.set(address, known);
    known.then(
      (data) => loaded.set(address, data),
      () => byAddress.delete(address), // so that the next call tries again
    );
  }
  return known;
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

async function register(files: Promise<Record<string, string>>): Promise<Dataset> {
  const [texts] = await Promise.all([files, init()]);
  return new Dataset(texts);
}

function asText(files: DatasetFiles): Record<string, string> {
  const entries = Object.entries(files).map(([name, file]) => [
    name,
    typeof file === 'string' ? file : JSON.stringify(file),
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

async function fetchPackage(address: string): Promise<Record<string, string>> {
  const descriptor = await fetchText(address);
  const texts: Record<string, string> = { 'datapackage.json': descriptor };
  try {
    await Promise.all(
      resourcePaths(descriptor).map(async (path) => {
        texts[path] = await fetchText(new URL(path, address).href);
      }),
    );
  } catch (thrown) {
    throw asDatasetError(thrown);
  }
  return texts;
}

function resourcePaths(descriptor: string): string[] {
  const { resources } = JSON.parse(descriptor) as { resources?: { path?: unknown }[] };
  return (resources ?? []).map(({ path }) => path).filter((path) => typeof path === 'string');
}

async function fetchText(address: string): Promise<string> {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    return await response.text();
  } catch (thrown) {
    throw asDatasetError(thrown);
  }
}

function asDatasetError(thrown: unknown): ZoneError {
  if (thrown instanceof ZoneError) return thrown;
  return new ZoneError('dataset-failed', fallbackWord('dataset-failed'), { cause: thrown });
}
