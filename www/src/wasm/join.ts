/**
 * Puts what was left out of the first part back in its places. The rest is a module with nothing but a section called
 * `rest`: the count of steps; for each step how many bytes of the first part to copy, how many to skip, and how many to
 * insert; then those to insert.
 */
export function joined(first: Uint8Array<ArrayBuffer>, left: ArrayBuffer): Uint8Array<ArrayBuffer> {
  const rest = new Uint8Array(left);
  let at = 9; // after the module's head, and the byte that says that this section is nobody else's
  /** LEB128, as in WebAssembly. */
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = rest[at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  number(); // the section's size
  at += 5; // its name
  const steps = number();
  const numbers = (): number[] => Array.from({ length: steps }, number);
  const [copy, skip, insert] = [numbers(), numbers(), numbers()];
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let from = 0;
  for (let step = 0; step < steps; step++) {
    parts.push(first.subarray(from, (from += copy[step] ?? 0)), rest.subarray(at, (at += insert[step] ?? 0)));
    from += skip[step] ?? 0;
  }
  parts.push(first.subarray(from));
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let to = 0;
  for (const part of parts) {
    whole.set(part, to);
    to += part.length;
  }
  return whole;
}
