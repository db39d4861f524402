import { loadMore, needMore } from '../more/load.js';
import { call, callJson } from '../wasm/call.js';
import { fields } from '../wasm/fields.js';
import { ZoneError } from './error.js';
import type { DatasetFiles, LoadOptions, Pieces } from './loading.js';
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
      this.#number = needMore().registerAtOnce(files);
      return work(this.#number);
    }
  }

  #query<Row = TableRow>(table: string, filter: ObservationFilter = {}): Row[] {
    return this.use((number) => callJson<Row[]>((glue) => glue.query(table, fields(filter), number)));
  }
}

let bundled: Dataset | undefined;

/** The bundled dataset. Needs {@link init} to have finished. */
export function dataset(): Dataset {
  call((glue) => glue.version()); // says so when nothing is loaded yet
  return (bundled ??= new Dataset());
}

/**
 * Reads another zone's data: from the address of its `datapackage.json`, whose tables are then fetched beside it, or
 * from an object that holds the files. An address is fetched once. However large it is, the page stays responsive.
 */
export async function loadDataset(from: string | URL | DatasetFiles, options?: LoadOptions): Promise<Dataset> {
  return (await loadMore()).loadDataset(from, options);
}
