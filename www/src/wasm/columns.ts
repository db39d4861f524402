/** What is in a column: `xtask/src/build/split/columns.rs` writes them. The first one is what is said of the others. */
const HEAD = 0;
const INSTRUCTIONS = 1;
const LOCALS = 2;
const OFFSETS = 3;
const NUMBERS = 4;
const CALLS = 5;
const BRANCHES = 6;
const WIDE = 7;
const OTHERS = 8;

/** Where the number is that follows an instruction: from one to before another. */
const FOLLOWED = [
  [OTHERS, 0x02, 0x05], // constructs
  [BRANCHES, 0x0c, 0x0f],
  [CALLS, 0x10, 0x11],
  [OTHERS, 0x11, 0x12], // calls through the table
  [LOCALS, 0x20, 0x23],
  [OTHERS, 0x23, 0x27], // globals, tables
  [OFFSETS, 0x28, 0x3f],
  [OTHERS, 0x3f, 0x41], // the memory's size
  [NUMBERS, 0x41, 0x42],
  [WIDE, 0x42, 0x43],
  [OTHERS, 0xd0, 0xd1], // references
  [OTHERS, 0xd2, 0xd3],
  [OTHERS, 0xfc, 0xfd], // bulk memory, floats to numbers
] as const;

/**
 * The first part of the module, its code back in place. It is sent as a module with nothing but a section called `first`:
 * how long the part is, how many functions it has, and how long all that is before them; how long each column is; then
 * the columns, all that is before the functions, and all behind them.
 */
export function unfolded(folded: Uint8Array): Uint8Array<ArrayBuffer> {
  const columns = new Uint8Array(256);
  for (const [column, from, to] of FOLLOWED) columns.fill(column, from, to);
  /** Where each column is read next: the head behind the byte that names the sort of section. */
  const next = [9];
  let part = new Uint8Array(64);
  let to = 0;
  /** Copies as many numbers, which are LEB128, as in WebAssembly; gives the last one. */
  const numbers = (column: number, count = 1): number => {
    let value = 0;
    let from = next[column] ?? 0;
    for (; count > 0; count--) {
      let byte = 128;
      value = 0;
      for (let shift = 0; byte > 127; shift += 7) {
        byte = part[to++] = folded[from++] ?? 0;
        value |= (byte & 127) << shift;
      }
    }
    next[column] = from;
    return value;
  };
  /** Copies as many bytes. */
  const bytes = (column: number, count: number): void => {
    const from = next[column] ?? 0;
    part.set(folded.subarray(from, (next[column] = from + count)), to);
    to += count;
  };

  numbers(HEAD, 1 + 6); // the section's size and name
  const [length, functions, before] = [numbers(HEAD), numbers(HEAD), numbers(HEAD)];
  const lengths = Array.from({ length: OTHERS }, () => numbers(HEAD));
  let at = next[HEAD] ?? 0;
  for (const length of lengths) {
    next.push(at);
    at += length;
  }
  // What is no such file may say any number here.
  if (length > 2 * folded.length) throw new RangeError();
  part = new Uint8Array(length);
  part.set(folded.subarray(at, (at += before)));
  to = before;
  let instructions = next[INSTRUCTIONS] ?? 0;
  // What is cut off ends at the length that it gave, as a module that is none.
  for (let n = 0; n < functions && to < length; n++) {
    const start = to;
    numbers(WIDE, 2 * numbers(WIDE)); // its locals
    for (let open = 1; open && to < length; ) {
      const instruction = (part[to++] = folded[instructions++] ?? 0);
      const column = columns[instruction];
      if (column) {
        if (column === OFFSETS) to++; // the alignment, which is zero
        const first = numbers(column);
        if (instruction < 0x05) open++;
        else if (instruction === 0x0e) numbers(BRANCHES, first + 1);
        else if (instruction === 0x11) numbers(OTHERS);
        else if (instruction === 0xfc && first > 7) numbers(OTHERS, first < 15 && first % 2 === 0 ? 2 : 1);
      } else if (instruction === 0x0b) open--;
      else if (instruction === 0x44) bytes(WIDE, 8);
    }
    // The size stands before what it is the size of.
    const size = [];
    let rest = to - start;
    for (; rest > 127; rest >>= 7) size.push((rest & 127) | 128);
    size.push(rest);
    part.copyWithin(start + size.length, start, to);
    part.set(size, start);
    to += size.length;
  }
  part.set(folded.subarray(at), to);
  return part;
}
