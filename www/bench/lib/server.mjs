// The bench's server, in a thread of its own: what it sends waits for nothing that the bench itself is at.
import { createServer } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

/** Files by address, each as it is and as it is sent. */
const served = workerData;

const server = createServer((request, response) => {
  const found = served.get(new URL(request.url, 'http://localhost').pathname);
  if (!found) return response.writeHead(404).end();
  const packed = found.packed && /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
  const headers = { 'content-type': found.type, 'cache-control': 'public, max-age=3600', ...(packed && { 'content-encoding': 'br' }) };
  response.writeHead(200, headers).end(packed ? found.packed : found.bytes);
});
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
