// Loads every test file of this folder in one process: the tarball is packed once, and each browser opened once.
import { readdir } from 'node:fs/promises';

const folder = new URL('./', import.meta.url);
const files = (await readdir(folder)).filter((name) => name.endsWith('.test.mjs')).sort();
for (const file of files) await import(new URL(file, folder));
