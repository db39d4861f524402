// Compression as a good host does it, once for each content.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const folder = new URL('../../../target/bench/packed/', import.meta.url);

/** Brotli at its best, which takes seconds: what was packed before is remembered. */
export function pack(bytes) {
  mkdirSync(folder, { recursive: true });
  const kept = new URL(createHash('sha256').update(bytes).digest('hex'), folder);
  if (existsSync(kept)) return readFileSync(kept);
  const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  writeFileSync(kept, packed);
  return packed;
}
