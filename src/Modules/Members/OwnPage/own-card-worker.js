// Keeps the card's page on the phone for the time without a network. Nothing else of the program is kept.
const kept = 'dk-own-card';
const page = '/toi/the';
const patience = 4000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  if (event.data.keep) event.waitUntil(keepAll(event.data.keep));
});

self.addEventListener('fetch', (event) => {
  const { method, url, mode } = event.request;
  if (method !== 'GET' || new URL(url).origin !== self.location.origin) return;
  if (mode === 'navigate' && new URL(url).pathname === page) event.respondWith(openCard(event.request));
  else if (mode !== 'navigate') event.respondWith(openPart(event.request));
});

async function keepAll(files) {
  const cache = await caches.open(kept);
  // All or none: a network that goes in the middle leaves what was kept before. Only then the old goes.
  await cache.addAll(files);
  const current = new Set(files.map((file) => new URL(file, self.location).href));
  for (const request of await cache.keys()) if (!current.has(request.url)) await cache.delete(request);
}

async function openCard(request) {
  const cache = await caches.open(kept);
  const old = await cache.match(page);
  if (!old) return fetch(request);
  try {
    const fresh = await inTime(fetch(request));
    if (fresh.status >= 500) return old;
    // No longer signed in: the card is gone from this phone, too.
    if (!fresh.ok) await caches.delete(kept);
    return fresh;
  } catch {
    return old;
  }
}

async function openPart(request) {
  const cache = await caches.open(kept);
  return (await cache.match(request)) ?? fetch(request);
}

function inTime(answer) {
  return Promise.race([answer, new Promise((_, fail) => setTimeout(() => fail(new Error('late')), patience))]);
}
