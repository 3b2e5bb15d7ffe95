// The card on the member's phone: a new code in every step, made from the seed that came with the page, also without a network.
// See PhoneCard of the library CardTokens for the chain of hashes.
(() => {
  'use strict';
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const hashBytes = 16;
  const offsetKey = 'dk-own-card-offset';

  const bytesOf = (hex) => Uint8Array.from(hex.match(/../g), (two) => parseInt(two, 16));

  function base32(bytes) {
    let text = '';
    let held = 0;
    let bits = 0;
    for (const byte of bytes) {
      held = (held << 8) | byte;
      for (bits += 8; bits >= 5; bits -= 5) text += letters[(held >> (bits - 5)) & 31];
      held &= (1 << bits) - 1;
    }
    return bits > 0 ? text + letters[(held << (5 - bits)) & 31] : text;
  }

  // All values from the seed to the last but one before the anchor, each the hash of the one before.
  async function chainOf(seed, steps) {
    const chain = [seed];
    while (chain.length < steps) {
      const hash = await crypto.subtle.digest('SHA-256', chain[chain.length - 1]);
      chain.push(new Uint8Array(hash, 0, hashBytes));
    }
    return chain;
  }

  function draw(box, text) {
    const qr = window.qrcode(0, 'M');
    qr.addData(text, 'Alphanumeric');
    qr.make();
    const count = qr.getModuleCount();
    let path = '';
    for (let row = 0; row < count; row++)
      for (let column = 0; column < count; column++) if (qr.isDark(row, column)) path += `M${column + 4} ${row + 4}h1v1h-1z`;
    const side = count + 8;
    box.innerHTML = `<svg viewBox="0 0 ${side} ${side}" role="img" aria-label="Mã QR của thẻ" shape-rendering="crispEdges">`
      + `<rect width="${side}" height="${side}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
  }

  // A cheap phone's clock goes wrong: how wrong is known from the last time it was online.
  async function offset() {
    try {
      if (!navigator.onLine) throw new Error('offline');
      const answer = await fetch('/toi/the', { method: 'HEAD', cache: 'no-store' });
      const ahead = Date.parse(answer.headers.get('Date')) - Date.now();
      localStorage.setItem(offsetKey, String(ahead));
      return ahead;
    } catch {
      return Number(localStorage.getItem(offsetKey) ?? 0);
    }
  }

  async function show(card) {
    const { head, seed, from, steps, stepMinutes, address } = card.dataset;
    const box = card.querySelector('[data-code]');
    const note = card.querySelector('[data-note]');
    if (!window.isSecureContext) {
      note.textContent = 'Thẻ chỉ hiện mã khi trang được mở bằng địa chỉ https.';
      return;
    }
    const chain = await chainOf(bytesOf(seed), Number(steps));
    const ahead = await offset();
    const length = Number(stepMinutes) * 60000;
    let shown = -1;
    const tick = () => {
      const now = Date.now() + ahead;
      const step = Math.floor((now - Number(from)) / length);
      if (step < 0 || step >= chain.length) {
        box.replaceChildren();
        note.textContent = 'Mã đã hết hạn. Hãy nối mạng rồi mở lại trang này.';
        return;
      }
      const seconds = Math.ceil((length - ((now - Number(from)) % length)) / 1000);
      note.textContent = `Mã mới sau ${Math.floor(seconds / 60)} phút ${seconds % 60} giây`;
      if (step === shown) return;
      shown = step;
      const link = chain[chain.length - 1 - step];
      draw(box, address + base32([...bytesOf(head), step >> 8, step & 255, ...link]));
    };
    tick();
    setInterval(tick, 1000);
  }

  // The page and all that belongs to it, for the time without a network.
  async function keep() {
    if (!('serviceWorker' in navigator)) return;
    const registration = await navigator.serviceWorker.register('/toi/the-khong-mang.js', { scope: '/toi/' });
    await navigator.serviceWorker.ready;
    const parts = [...document.querySelectorAll('link[rel="stylesheet"], link[rel="icon"], script[src], .dk-own-card img')];
    const files = ['/toi/the', ...parts.map((part) => part.href || part.src)];
    (registration.active ?? navigator.serviceWorker.controller)?.postMessage({ keep: files });
  }

  const card = document.querySelector('.dk-own-card');
  if (card) {
    show(card);
    keep().catch(() => { /* Shown online all the same. */ });
  }
  document.querySelector('form[data-forgets-card]')?.addEventListener('submit', () => {
    localStorage.removeItem(offsetKey);
    if (window.caches) caches.delete('dk-own-card');
  });
})();
