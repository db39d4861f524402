import { fallbackWord } from '../wasm/fallback.js';
import { init } from '../wasm/load.js';
import { Dataset, type DatasetFiles } from './dataset.js';
import { ZoneError } from './error.js';

const byAddress = new Map<string, Promise<Dataset>>();

/** See the function of this name in `dataset.ts`. */
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
