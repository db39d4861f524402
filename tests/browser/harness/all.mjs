// Loads every test file beside the harness, or those that ZONESTAT_PAGES names with commas between; the tests register
// themselves and run one after another.
import { readdir } from 'node:fs/promises';

const END = '.test.mjs';
const folder = new URL('../', import.meta.url);
const known = (await readdir(folder)).filter((name) => name.endsWith(END)).map((name) => name.slice(0, -END.length)).sort();
const asked = (process.env.ZONESTAT_PAGES ?? '').split(',').filter(Boolean);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) throw new Error(`no page tests called ${unknown.join(', ')}; there are: ${known.join(', ')}`);
for (const name of asked.length > 0 ? asked : known) await import(new URL(name + END, folder));
