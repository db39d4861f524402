navigator.serviceWorker.register('offline-worker.js');
