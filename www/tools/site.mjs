// Puts the gallery and the package together in target/site/: a folder of files for any web server, under any path.
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const site = new URL('target/site/', root);
const pkg = new URL('pkg/', root);
if (!existsSync(pkg)) throw new Error('pkg/ is missing: run `cargo xtask build` first');

rmSync(site, { recursive: true, force: true });
mkdirSync(site, { recursive: true });
cpSync(new URL('www/site/', root), site, { recursive: true });
cpSync(pkg, new URL('pkg/', site), { recursive: true });
