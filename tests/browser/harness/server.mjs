// A server of files for one test, as plain as any: with headers of its own, or pages that are changed on their way.
import { readFile, stat } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/**
 * Serves a folder while `work` runs.
 *
 * @template T
 * @param {string} folder
 * @param {(url: string) => Promise<T>} work
 * @param {(html: string) => string} [change] what becomes of pages on their way
 * @param {Record<string, string>} [headers] for every answer
 * @returns {Promise<T>}
 */
export async function served(folder, work, change = (html) => html, headers = {}) {
  const server = createServer((request, response) => {
    answer(folder, change, headers, request, response).catch(() => response.writeHead(404).end());
  }).listen(0, 'localhost');
  await once(server, 'listening');
  try {
    return await work(`http://localhost:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function answer(folder, change, headers, request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
  let file = join(folder, path);
  // As hosts of files do: `/page` is `page.html`, and a folder is its index.
  if (await stat(`${file}.html`).catch(() => undefined)) file += '.html';
  else if ((await stat(file)).isDirectory()) file = join(file, 'index.html');
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const body = await readFile(file);
  response.writeHead(200, { ...headers, 'content-type': type, 'x-content-type-options': 'nosniff' });
  response.end(type.startsWith('text/html') ? change(body.toString()) : body);
}
