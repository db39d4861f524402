// Comma-separated values as programs read them, after RFC 4180.
import assert from 'node:assert/strict';

/** Rows by column. */
export function parseCsv(text) {
  const rows = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const c = text[at];
    if (quoted && c === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (c === '"') quoted = !quoted;
    else if (!quoted && c === ',') {
      rows.at(-1).push(cell);
      cell = '';
    } else if (!quoted && c === '\r' && text[at + 1] === '\n') {
      rows.at(-1).push(cell);
      cell = '';
      rows.push([]);
      at += 1;
    } else cell += c;
  }
  assert.deepEqual(rows.pop(), [], 'the last line is ended');
  const [columns, ...others] = rows;
  return others.map((row) => Object.fromEntries(row.map((text, at) => [columns[at], text])));
}
