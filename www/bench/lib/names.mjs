// The names of a WebAssembly module's functions, from its section `name`.

/** By the number of the function, imports counted. */
export function functionNames(bytes) {
  const names = new Map();
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  };
  const text = () => {
    const length = number();
    return new TextDecoder().decode(bytes.subarray(at, (at += length)));
  };
  while (at < bytes.length) {
    const section = bytes[at++];
    const size = number();
    const end = at + size;
    if (section === 0 && text() === 'name') {
      while (at < end) {
        const part = bytes[at++];
        const length = number();
        const next = at + length;
        if (part === 1) for (let left = number(); left > 0; left -= 1) names.set(number(), text());
        at = next;
      }
    }
    at = end;
  }
  return names;
}
