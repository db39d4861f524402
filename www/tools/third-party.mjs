// THIRD-PARTY.txt: whose code is compiled into the WebAssembly, under which licences, in their own words.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How the terms of the MIT licence begin. */
const PERMISSION = 'Permission is hereby granted';

/** Rust's standard library comes with the compiler, not from a registry; its licence is the text of the others. */
const STANDARD = 'The Rust standard library, by the Rust project contributors. MIT OR Apache-2.0.';

/**
 * The crates that cargo compiles into the module: `{ name, version, license, authors, folder }`. Link-time optimisation
 * may leave nothing of one: the list says rather too much than too little. Macros run on the building machine alone.
 */
export function compiledCrates(root) {
  const cargo = (...args) =>
    execFileSync('cargo', [...args, '--locked'], { cwd: fileURLToPath(root), encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
  const target = 'wasm32-unknown-unknown';
  const tree = cargo('tree', '--package', 'zonestat', '--target', target, '--edges', 'normal,no-proc-macro', '--prefix', 'none', '--format', '{p}');
  const used = new Set(tree.split('\n').map((line) => line.split(' ').slice(0, 2).join(' ')));
  const { packages } = JSON.parse(cargo('metadata', '--format-version', '1', '--filter-platform', target));
  return packages
    .filter(({ name, version, source }) => source && used.has(`${name} v${version}`))
    .map(({ name, version, license, authors, manifest_path: path }) => ({ name, version, license, authors, folder: dirname(path) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Writes the file: each text once, with the crates that it goes with. */
export function writeThirdParty(root, pkg) {
  const terms = termsOf(readFileSync(new URL('LICENSE-MIT', root), 'utf8'));
  const texts = new Map();
  for (const crate of compiledCrates(root)) {
    const text = licenceOf(crate, terms);
    texts.set(text, [...(texts.get(text) ?? []), `${crate.name} ${crate.version} (${crate.license})`]);
  }
  const parts = [...texts].map(([text, crates]) => `${crates.join('\n')}\n\n${text}`);
  const intro = `The WebAssembly of zonestat contains code of these projects. Each is used under the MIT licence,\nwith what else it is bound to.\n\n${STANDARD}`;
  writeFileSync(new URL('THIRD-PARTY.txt', pkg), `${[intro, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
}

/** The MIT licence as the crate carries it; where it only names the licence, its terms with the authors that it names. */
function licenceOf({ name, license, authors, folder }, terms) {
  const refuse = (lack) => {
    throw new Error(`${name}, under ${license}, ${lack}: www/tools/third-party.mjs has to learn what is to be said of it`);
  };
  if (!/\bMIT\b/.test(license)) refuse('is not offered under the MIT licence');
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying)/i.test(file) && !/apache/i.test(file));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r', '').trim());
  // `AND` holds whatever is chosen before it.
  if (/\bAND\b/.test(license)) return texts.join('\n\n');
  const own = texts.find((text) => text.includes(PERMISSION));
  if (own) return own;
  if (authors.length === 0) refuse('carries no text of the licence and names no authors');
  return `Copyright (c) ${authors.map((author) => author.replace(/ *<.*>/, '')).join(', ')}\n\n${terms}`;
}

/** The licence without whose it is. */
function termsOf(licence) {
  return licence.slice(licence.indexOf(PERMISSION)).trim();
}
