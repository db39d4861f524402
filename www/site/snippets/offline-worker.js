// [[offline-worker.js, beside the page||offline-worker.js，放在网页旁边]]
const NAME = 'zonestat-%VERSION%';
const FILES = [
  './', // [[the page itself||网页本身]]
  %LOADED%,
];

addEventListener('install', (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES)));
});
addEventListener('fetch', (event) => {
  event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
});
