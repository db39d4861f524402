// Loads every test file beside the harness; the tests register themselves and run one after another.
import { readdir } from 'node:fs/promises';

const folder = new URL('../', import.meta.url);
const files = (await readdir(folder)).filter((name) => name.endsWith('.test.mjs')).sort();
for (const file of files) await import(new URL(file, folder));
