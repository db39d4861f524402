// What is packed: complete, well formed, typed, licensed.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { publishedManifest } from '../../www/tools/published.mjs';
import { compiledCrates } from '../../www/tools/third-party.mjs';
import { require } from '../browser/harness/engines.mjs';
import { emptyFolder, pack, project, ROOT } from './harness/project.mjs';
import { run } from './harness/run.mjs';

const pkg = (name) => join(ROOT, 'pkg', name);
const text = (path) => readFile(path, 'utf8');
const json = async (path) => JSON.parse(await text(path));

test('exactly the expected files are packed', async () => {
  const { listing } = await pack();
  const expected = (await text(new URL('files.txt', import.meta.url))).trim().split('\n');
  assert.deepEqual(listing.files.map(({ path }) => path).sort(), expected.sort(), 'if that is meant, change tests/packaging/files.txt');
});

test('the manifest says all that registries, servers and bundlers ask for', async () => {
  const manifest = await json(pkg('package.json'));
  const cargo = await text(join(ROOT, 'Cargo.toml'));
  assert.equal(manifest.version, /^version = "(.+)"/m.exec(cargo)[1]);
  assert.equal(manifest.license, 'MIT OR Apache-2.0');
  assert.equal(manifest.type, 'module');
  assert.deepEqual(Object.keys(manifest.dependencies ?? {}), [], 'it depends on nothing');
  for (const field of ['description', 'keywords', 'engines', 'sideEffects', 'files', 'types', 'customElements']) {
    assert.ok(manifest[field], field);
  }
  const packed = new Set((await pack()).listing.files.map(({ path }) => `./${path}`));
  const targets = (value) => (typeof value === 'string' ? [value] : Object.values(value).flatMap(targets));
  const named = [manifest.exports, manifest.unpkg, manifest.jsdelivr, manifest.main, manifest.types, manifest.customElements, manifest.sideEffects];
  for (const file of named.flatMap(targets)) assert.ok(packed.has(file), `${file} is named but not packed`);
  assert.equal(Object.keys(manifest.exports['.'])[0], 'types', 'types come first');
  assert.ok(manifest.exports['.'].node);
  const wasm = [...packed].filter((file) => /\.(wasm|bin)$/.test(file));
  for (const file of wasm) assert.ok(manifest.exports[file], `${file} can be asked for by its name`);
});

test('where the sources are is said in one place, Cargo.toml, and copied from there', async () => {
  const cargo = await text(join(ROOT, 'Cargo.toml'));
  const template = await json(join(ROOT, 'www/package.pkg.json'));
  assert.deepEqual(publishedManifest(template, cargo), await json(pkg('package.json')), 'the package was made so');
  const address = 'https://code.example/zones/zonestat';
  const made = publishedManifest(template, cargo.replace(/^(?:repository|homepage) = .*\n/gm, '').replace(/^version = .*$/m, `$&\nrepository = "${address}"\nhomepage = "https://zones.example/"`));
  assert.deepEqual(made.repository, { type: 'git', url: `git+${address}.git` });
  assert.equal(made.homepage, 'https://zones.example/');

  // A manifest with them is as sound as without.
  const { publint } = await import(require.resolve('publint'));
  const home = join(await emptyFolder('with-repository'), 'pkg');
  await cp(join(ROOT, 'pkg'), home, { recursive: true });
  await writeFile(join(home, 'package.json'), JSON.stringify(made));
  assert.deepEqual((await publint({ pkgDir: home, strict: true })).messages.map(({ code }) => code), []);
});

test('publint has nothing to say', async () => {
  const { publint } = await import(require.resolve('publint'));
  const { messages } = await publint({ pkgDir: join(ROOT, 'pkg'), strict: true });
  assert.deepEqual(messages.map(({ code, path }) => `${code} ${path}`), []);
});

test('types are right for every way of resolving them', async () => {
  const { checkPackage, createPackageFromTarballData } = await import(require.resolve('@arethetypeswrong/core'));
  const { tarball } = await pack();
  const { problems, types } = await checkPackage(createPackageFromTarballData(await readFile(tarball)));
  assert.ok(types, 'the package has types');
  const unexpected = problems.filter((problem) => {
    // The package is of ES modules alone, as are elements in browsers; `require` of it works from Node.js 20.19 on.
    if (problem.kind === 'CJSResolvesToESM') return false;
    // WebAssembly is a file to be fetched; what importing it gives is each bundler's own affair.
    if (/\.(wasm|bin)$/.test(problem.entrypoint ?? '')) return false;
    return true;
  });
  assert.deepEqual(unexpected, []);
});

test('TypeScript, strict: every export, every attribute, every event', async () => {
  const home = await project('typescript');
  await run(home, 'npm', ['run', 'build']);

  const used = await text(join(home, 'src/module.ts'));
  const exported = await exportedNames();
  assert.ok(exported.length > 30);
  for (const name of exported) assert.match(used, new RegExp(`\\b${name}\\b`), `${name} is not in the example`);

  const { modules } = await json(pkg('custom-elements.json'));
  const elements = modules.flatMap(({ declarations = [] }) => declarations);
  assert.equal(elements.length, 4);
  for (const file of ['react.tsx', 'preact.tsx']) {
    const jsx = await text(join(home, 'src', file));
    for (const { tagName, attributes, events } of elements) {
      const tags = [...jsx.matchAll(new RegExp(`<${tagName}\\s([^]*?)(?:/>|>\\n)`, 'g'))].map(([tag]) => tag).join(' ');
      assert.ok(tags, `${tagName} in ${file}`);
      const own = attributes.filter(({ name }) => !COMMON.includes(name) || tagName === 'zone-chart');
      for (const { name } of own) assert.match(tags, new RegExp(`\\s${name}\\b`), `${name} of ${tagName} in ${file}`);
      if (tagName === 'zone-chart') for (const { name } of events) assert.ok(tags.includes(`on${name}=`), `${name} in ${file}`);
    }
  }
});
/** What all elements have: the example gives it to one of them. */
const COMMON = ['lang', 'theme', 'dataset', 'controls', 'publish', 'subscribe', 'state', 'aria-label', 'aria-describedby'];

test('every public item is documented, and every method of it', async () => {
  const files = (await pack()).listing.files.map(({ path }) => path).filter((path) => path.endsWith('.d.ts'));
  const exported = await exportedNames();
  const ts = require('typescript');
  const isDocumented = (node) => ts.getJSDocCommentsAndTags(node).length > 0;
  const seen = new Set();
  const bare = [];
  for (const file of files) {
    const source = ts.createSourceFile(file, await text(pkg(file)), ts.ScriptTarget.ES2022, true);
    source.forEachChild((node) => {
      const name = (node.name ?? node.declarationList?.declarations[0].name)?.text;
      if (!exported.includes(name)) return;
      seen.add(name);
      const methods = (node.members ?? []).filter((member) => ts.isMethodDeclaration(member) || ts.isMethodSignature(member));
      for (const item of [node, ...methods]) {
        if (!isDocumented(item)) bare.push(`${file}: ${name} ${item.name?.text ?? ''}`);
      }
    });
  }
  assert.deepEqual([...seen].sort(), [...exported].sort());
  assert.deepEqual(bare, []);
});

/** The names in index.d.ts, types included. */
async function exportedNames() {
  const lists = (await text(pkg('index.d.ts'))).matchAll(/export (?:type )?\{([^}]*)\}|export declare const (\w+)/g);
  return [...lists]
    .flatMap(([, list, constant]) => (list ? list.split(',') : [constant]))
    .map((name) => name.replace('type', '').trim())
    .filter(Boolean);
}

test('the custom elements manifest follows its schema, and describes what the elements have', async () => {
  const manifest = await json(pkg('custom-elements.json'));
  assert.equal(manifest.schemaVersion, '2.1.0');
  const Ajv = require('ajv');
  const schema = await json(require.resolve('custom-elements-manifest/schema.json'));
  const ajv = new Ajv({ schemaId: 'auto', meta: true, unknownFormats: 'ignore', logger: false });
  const validate = ajv.compile(schema);
  assert.ok(validate(manifest), JSON.stringify(validate.errors?.slice(0, 3)));
  for (const { tagName, attributes, members, events, cssProperties } of manifest.modules.flatMap(({ declarations = [] }) => declarations)) {
    for (const method of ['toSVG', 'toCSV', 'toPNG', 'describe']) {
      assert.ok(members.some(({ name, kind }) => name === method && kind === 'method'), `${method} of ${tagName}`);
    }
    assert.deepEqual(events.map(({ name }) => name).sort(), ['zone-error', 'zone-focus', 'zone-progress', 'zone-ready', 'zone-select', 'zone-state']);
    for (const name of ['lang', 'theme', 'dataset', 'controls']) assert.ok(attributes.some((has) => has.name === name), `${name} of ${tagName}`);
    assert.ok(cssProperties.length > 5);
  }
});

test('integrity.json holds the hashes of what browsers load', async () => {
  const hashes = await json(pkg('integrity.json'));
  const { listing } = await pack();
  const loaded = listing.files.map(({ path }) => path).filter((path) => /\.(js|wasm|bin)$/.test(path) && path !== 'node.js');
  assert.deepEqual(Object.keys(hashes).sort(), loaded.sort());
  for (const [name, hash] of Object.entries(hashes)) {
    assert.equal(hash, `sha384-${createHash('sha384').update(await readFile(pkg(name))).digest('base64')}`, name);
  }
});

test('the licences of all that is compiled in are packed', async () => {
  const listed = await text(pkg('THIRD-PARTY.txt'));
  const crates = compiledCrates(new URL('../../', import.meta.url));
  assert.ok(crates.length > 5);
  for (const { name, version } of crates) assert.ok(listed.includes(`\n${name} ${version} (`), `${name} ${version}`);
  assert.match(listed, /Permission is hereby granted/);
});

test('cargo deny: licences, duplicates, sources', async () => {
  await run(ROOT, 'cargo', ['deny', '--workspace', 'check', 'licenses', 'bans', 'sources']);
});

test('cargo deny: advisories', async (t) => {
  const { code, stderr } = await run(ROOT, 'cargo', ['deny', '--workspace', 'check', 'advisories'], { mayFail: true });
  if (/failed to fetch advisory database/.test(stderr)) return t.skip('the advisory database is out of reach: nothing was checked');
  assert.equal(code, 0, stderr);
});

for (const [what, args] of Object.entries({ 'what is published': ['--omit=dev'], 'the tools of the build': [] })) {
  test(`npm audit: ${what}`, async (t) => {
    const { code, stdout, stderr } = await run(join(ROOT, 'www'), 'npm', ['audit', ...args], { mayFail: true });
    if (/audit endpoint returned an error|ENOTFOUND|ECONNREFUSED/.test(stderr)) return t.skip('the registry answers no audits: nothing was checked');
    assert.equal(code, 0, stdout);
  });
}

test('wasm-pack builds the crate', async () => {
  // Unoptimised: whether it works is what is asked. `wasm-pack test` is for hands, as it compiles every test for wasm.
  await run(ROOT, 'wasm-pack', ['build', '--dev', '--mode', 'no-install', '--target', 'web', '--out-dir', 'target/wasm-pack', '--no-pack']);
  assert.match(await text(join(ROOT, 'target/wasm-pack/zonestat.d.ts')), /export function render\(/);
});
