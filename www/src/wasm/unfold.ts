import code from 'wasm:unfold-base64';
import { bytesOf } from './base64.js';

/** Where its file begins, as the crate `unfold` has it. */
const FILE = 0x400;
const PAGE = 0x10000;

/** What that crate exports. */
interface Unfold {
  readonly memory: WebAssembly.Memory;
  /** Given a file's length, writes the module behind it and gives that one's length. */
  readonly u: (length: number) => number;
}

/** The first part of the module, its code back in place, in a memory of its own. Throws if the file is damaged. */
export function unfolded(file: Uint8Array): Uint8Array<ArrayBuffer> {
  // Its few hundred bytes are compiled at once.
  const { memory, u } = new WebAssembly.Instance(new WebAssembly.Module(bytesOf(code))).exports as unknown as Unfold;
  memory.grow(Math.ceil((FILE + 3 * file.length) / PAGE));
  new Uint8Array(memory.buffer).set(file, FILE);
  return new Uint8Array(memory.buffer, FILE + file.length, u(file.length));
}
