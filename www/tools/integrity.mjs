// integrity.json: what a page that takes files from a server of others' can hold them against.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Hashes what browsers load, as `integrity` attributes take it; prints the hashes and writes them into the package. */
export function writeIntegrity(pkg) {
  const names = readdirSync(pkg).filter((name) => /\.(js|wasm|bin)$/.test(name) && name !== 'node.js').sort();
  const hashes = Object.fromEntries(names.map((name) => [name, integrityOf(readFileSync(new URL(name, pkg)))]));
  const width = Math.max(...names.map(({ length }) => length));
  for (const [name, hash] of Object.entries(hashes)) console.log(`    ${name.padEnd(width)}  ${hash}`);
  writeFileSync(new URL('integrity.json', pkg), `${JSON.stringify(hashes, null, 2)}\n`);
}

export function integrityOf(bytes) {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}
