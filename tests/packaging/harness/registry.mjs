// A registry of one package: that which would be published.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pack, ROOT } from './project.mjs';

/** Serves the tarball as a registry does while `work` runs, which gets the environment that npm finds it by. */
export async function published(work) {
  const { tarball, listing } = await pack();
  const manifest = JSON.parse(await readFile(join(ROOT, 'pkg/package.json'), 'utf8'));
  const server = createServer((request, response) => {
    const own = `http://${request.headers.host}/`;
    const answers = {
      '/zonestat': async () => {
        const dist = { tarball: `${own}${listing.filename}`, integrity: listing.integrity, shasum: listing.shasum };
        const versions = { [manifest.version]: { ...manifest, dist } };
        return JSON.stringify({ name: 'zonestat', 'dist-tags': { latest: manifest.version }, versions });
      },
      [`/${listing.filename}`]: () => readFile(tarball),
    };
    const answer = answers[request.url];
    if (!answer) return response.writeHead(404).end('{}');
    answer().then((body) => response.writeHead(200).end(body));
  }).listen(0, 'localhost');
  await once(server, 'listening');
  try {
    return await work({ npm_config_registry: `http://localhost:${server.address().port}/` });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
