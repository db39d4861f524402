import { call } from '../wasm/call.js';
import { fallbackWord } from '../wasm/fallback.js';
import { ZoneError } from './error.js';
import { turns } from '../page/turns.js';

/** The files of a data package by name: `datapackage.json` as text or object, the tables as CSV text. */
export type DatasetFiles = Record<string, string | object>;

/** Options of `loadDataset()`. */
export interface LoadOptions {
  /** Hears how much is done, from 0 to 1, while it takes long enough to be seen. */
  onProgress?: (done: number) => void;
  /** Ends the waiting; nothing goes on when nobody waits any longer. */
  signal?: AbortSignal;
}

/** The texts of the files by name, in pieces: handling one of them takes far less than a frame. */
export type Pieces = Record<string, string[]>;

/** What hears how much of something is done, from 0 to 1. */
type Report = (done: number) => void;

/** Characters of a piece. */
const PIECE = 1 << 18;
/** Rows that are read at once, so that the clock is looked at often enough on a slow phone as well. */
const ROWS = 128;
/**
 * Hands the files to the core, which reads and checks them piece by piece; gives the number that it knows them by. An
 * instance that was made anew meanwhile, after a fault, has forgotten them: then it begins again, once.
 */
export async function register(files: Pieces, report: Report, signal: AbortSignal): Promise<number> {
  const turn = turns();
  for (let again = true; ; again = false) {
    const number = call((glue) => glue.begin_dataset());
    try {
      for (const [name, pieces] of Object.entries(files)) {
        const all = sizeOf(pieces);
        for (const piece of pieces) {
          call((glue) => glue.add_to_dataset(number, name, piece, all));
          await turn();
          signal.throwIfAborted();
        }
      }
      for (;;) {
        const done = call((glue) => glue.read_dataset(number, ROWS, ''));
        if (done >= 100) return number;
        if (await turn()) report(done / 100);
        signal.throwIfAborted();
      }
    } catch (thrown) {
      if (!again || ZoneError.from(thrown).code !== 'unknown-dataset') throw thrown;
    }
  }
}

/** As {@link register}, in one go: for callers that cannot wait. */
export function registerAtOnce(files: Pieces): number {
  return call((glue) => {
    const number = glue.begin_dataset();
    for (const [name, pieces] of Object.entries(files)) {
      for (const piece of pieces) glue.add_to_dataset(number, name, piece, sizeOf(pieces));
    }
    while (glue.read_dataset(number, 1e9, '') < 100);
    return number;
  });
}

/** Characters of a text. */
function sizeOf(pieces: string[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

/** Cuts a text; what is one character for people is not torn apart. */
function cut(text: string): string[] {
  const pieces = [];
  for (let from = 0; from < text.length; ) {
    const to = from + PIECE;
    pieces.push(text.slice(from, (from = /[\uD800-\uDBFF]/.test(text.charAt(to - 1)) ? to + 1 : to)));
  }
  return pieces;
}

/** The files that a page has at hand. */
export function inPieces(files: DatasetFiles): Pieces {
  const texts = Object.entries(files).map(([name, file]) => [name, typeof file === 'string' ? file : JSON.stringify(file)]);
  return Object.fromEntries(texts.map(([name, text]) => [name, cut(text ?? '')])) as Pieces;
}

/** The files beside a `datapackage.json`. */
export async function fetchPackage(address: string, report: Report, signal: AbortSignal): Promise<Pieces> {
  try {
    const [got, wanted] = [new Map<string, number>(), new Map<string, number>()];
    let most = 0;
    const sum = (sizes: Map<string, number>): number => [...sizes.values()].reduce((a, b) => a + b, 0);
    const arrived = (path: string, size: number, length: number): void => {
      got.set(path, size);
      wanted.set(path, Math.max(size, length));
      // Sizes become known one after another; what was said to be done stays done.
      report((most = Math.max(most, sum(got) / sum(wanted))));
    };
    const descriptor = await fetchPieces(address, () => undefined, signal);
    const paths = resourcePaths(descriptor.join(''));
    const texts = await Promise.all(
      paths.map((path) =>
        fetchPieces(new URL(path, address).href, (size, length) => arrived(path, size, length), signal),
      ),
    );
    return Object.fromEntries([['datapackage.json', descriptor], ...paths.map((path, at) => [path, texts[at]])]) as Pieces;
  } catch (thrown) {
    if (signal.aborted || thrown instanceof ZoneError) throw thrown;
    throw new ZoneError('dataset-failed', fallbackWord('dataset-failed'), { cause: thrown });
  }
}

function resourcePaths(descriptor: string): string[] {
  const { resources } = JSON.parse(descriptor) as { resources?: { path?: unknown }[] };
  return (resources ?? []).map(({ path }) => path).filter((path) => typeof path === 'string');
}

async function fetchPieces(
  address: string,
  arrived: (size: number, length: number) => void,
  signal: AbortSignal,
): Promise<string[]> {
  const response = await fetch(address, { signal });
  if (!response.ok || !response.body) throw new Error(`${response.status} ${address}`);
  const length = Number(response.headers.get('content-length'));
  const [reader, decoder, turn] = [response.body.getReader(), new TextDecoder(), turns()];
  const pieces: string[] = [];
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    pieces.push(...cut(decoder.decode(value, { stream: !done })));
    if (done) return pieces;
    arrived((size += value.length), length);
    await turn();
  }
}
