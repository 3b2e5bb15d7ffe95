// Keeps the page that checks cards for the time without a network, with the key and the list as they were last downloaded.
const kept = 'dk-check-card';
const patience = 4000;
const renewed = ['/the/tep/khoa-cong-khai.pem', '/the/tep/the-het-hieu-luc.txt', '/the/kiem-tra'];

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  if (event.data.keep) event.waitUntil(keepAll([...event.data.keep, ...event.data.renew]));
});

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin) return;
  event.respondWith(renewed.includes(pathname) ? newest(event.request) : asKept(event.request));
});

async function keepAll(files) {
  const cache = await caches.open(kept);
  // All or none: a network that goes in the middle leaves what was kept before. Only then the old goes.
  await cache.addAll(files);
  const current = new Set(files.map((file) => new URL(file, self.location).href));
  for (const request of await cache.keys()) if (!current.has(request.url)) await cache.delete(request);
}

// From the network where there is one, and kept anew.
async function newest(request) {
  const cache = await caches.open(kept);
  const old = await cache.match(request);
  try {
    const fresh = await Promise.race([fetch(request), new Promise((_, fail) => setTimeout(() => fail(new Error('late')), patience))]);
    if (!fresh.ok) return old ?? fresh;
    await cache.put(request, fresh.clone());
    return fresh;
  } catch (error) {
    if (old) return old;
    throw error;
  }
}

async function asKept(request) {
  const cache = await caches.open(kept);
  return (await cache.match(request)) ?? fetch(request);
}
