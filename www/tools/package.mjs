// Puts the wasm and the least of an entry file into pkg/: what loads and calls the module, until the elements come.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const root = new URL('../../', import.meta.url);
const built = new URL('target/zonestat-wasm/', root);
const pkg = new URL('pkg/', root);
rmSync(pkg, { recursive: true, force: true });
mkdirSync(pkg, { recursive: true });
copyFileSync(new URL('zonestat_bg.wasm', built), new URL('zonestat_bg.wasm', pkg));

const version = /^version = "(.+)"/m.exec(readFileSync(new URL('Cargo.toml', root), 'utf8'))[1];
writeFileSync(new URL('package.json', pkg), `${JSON.stringify({ name: 'zonestat', version, type: 'module', exports: './index.js' }, null, 2)}\n`);
await build({
  stdin: {
    contents: `
      import load, { version } from ${JSON.stringify(new URL('zonestat.js', built).pathname)};
      let loading;
      export const init = () => (loading ??= load({ module_or_path: new URL('./zonestat_bg.wasm', import.meta.url) }));
      export { version };`,
    resolveDir: new URL('.', import.meta.url).pathname,
  },
  bundle: true,
  format: 'esm',
  outfile: new URL('index.js', pkg).pathname,
});
