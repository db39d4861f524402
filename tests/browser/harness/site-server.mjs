// The documentation under a path of its own, as a host of static files would serve it, with an ear for what goes wrong.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';

const root = new URL('../../../', import.meta.url);
const FOLDERS = {
  '/some/where/': new URL('target/site/', root),
  '/zonestat/': new URL('pkg/', root),
  '/uploads/': new URL('pkg/', root),
  '/data/': new URL('data/', root),
  '/tests/': new URL('tests/browser/pages/', root),
};
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
};
const EAR = '<script src="/tests/events.js"></script>';

/** The path at which the site is served. */
export const SITE = '/some/where/';

/**
 * Starts to serve. `pages` holds pages of a test's own by path; the package is at `/zonestat/`.
 *
 * @returns {Promise<{ url: string, pages: Map<string, string>, close: () => void }>}
 */
export async function startSite() {
  const pages = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    content(pathname, pages).then(
      ({ type, body }) => response.writeHead(200, { 'content-type': type, 'cache-control': type.startsWith('text/html') ? 'no-store' : 'max-age=600' }).end(body),
      () => response.writeHead(404).end(`no ${pathname}`),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}`, pages, close };
}

async function content(pathname, pages) {
  const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  if (pages.has(path)) {
    const type = TYPES[extname(path)];
    return { type, body: type === TYPES['.html'] ? listened(pages.get(path)) : pages.get(path) };
  }
  const prefix = Object.keys(FOLDERS).find((prefix) => path.startsWith(prefix));
  const body = await readFile(new URL(`.${path.slice(prefix.length - 1)}`, FOLDERS[prefix]));
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  return { type, body: prefix === SITE && extname(path) === '.html' ? listened(String(body)) : body };
}

/** The page with the tests' own script before all others, but under its policy. */
function listened(html) {
  const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
  return policy.test(html) ? html.replace(policy, `$&${EAR}`) : html.replace('<head>', `<head>${EAR}`);
}
