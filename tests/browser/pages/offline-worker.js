// Keeps all that passes through; once told that the network is gone, answers from that alone.
let offline = false;
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', ({ data, source }) => {
  offline = data === 'offline';
  source.postMessage('so it is');
});
self.addEventListener('fetch', (event) => event.respondWith(answer(event.request)));

async function answer(request) {
  const cache = await caches.open('offline');
  if (offline) return (await cache.match(request)) ?? Response.error();
  const response = await fetch(request);
  await cache.put(request, response.clone());
  return response;
}
