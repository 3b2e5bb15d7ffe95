// Checks a card without a network: by the published key and the signed list of cards that count no longer, as they were last downloaded.
// The same rules as the library CardTokens.
import { verifyAsync } from '../lib/ed25519.js';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const [codeBytes, hashBytes, signatureBytes] = [10, 16, 64];
const cardBytes = 1 + codeBytes + 2;
const phoneBytes = 1 + codeBytes + 4 + hashBytes;
const firstDay = Date.UTC(2020, 0, 1);
const step = 5 * 60000;
const slack = 3 * 60000;
const [keyAddress, listAddress] = ['/the/tep/khoa-cong-khai.pem', '/the/tep/the-het-hieu-luc.txt'];

const ascii = (text) => new TextEncoder().encode(text);
const bytesOfBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

function readBase32(text) {
  const bytes = [];
  let [held, bits] = [0, 0];
  for (const letter of text) {
    const value = letters.indexOf(letter);
    if (value < 0) return null;
    [held, bits] = [(held << 5) | value, bits + 5];
    if (bits >= 8) {
      bits -= 8;
      bytes.push(held >> bits);
      held &= (1 << bits) - 1;
    }
  }
  return held === 0 && bits < 5 ? Uint8Array.from(bytes) : null;
}

function writeBase32(bytes) {
  let [text, held, bits] = ['', 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += letters[(held >> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + letters[(held << (5 - bits)) & 31] : text;
}

async function isSigned(key, purpose, said, signature) {
  try {
    return await verifyAsync(signature, Uint8Array.from([...ascii(`${purpose}\n`), ...said]), key);
  } catch {
    return false;
  }
}

async function forward(link, times) {
  for (let i = 0; i < times; i++) link = new Uint8Array(await crypto.subtle.digest('SHA-256', link), 0, hashBytes);
  return link;
}

// The code of a card in the hand, or of one on a phone with the moment from which it is shown; null for what we never signed.
async function read(text, key) {
  const bytes = readBase32(text.trim().split('/').pop().toUpperCase());
  if (bytes?.length === cardBytes + signatureBytes && bytes[0] === 1) {
    const said = bytes.slice(0, cardBytes);
    return (await isSigned(key, 'doanket.card.1', said, bytes.slice(cardBytes))) ? { code: writeBase32(said.slice(1, 1 + codeBytes)) } : null;
  }
  const head = phoneBytes + signatureBytes;
  if (bytes?.length !== head + 2 + hashBytes || bytes[0] !== 2) return null;
  const said = bytes.slice(0, phoneBytes);
  const at = (bytes[head] << 8) | bytes[head + 1];
  if (at >= 4032 || !(await isSigned(key, 'doanket.phone.1', said, bytes.slice(phoneBytes, head)))) return null;
  const anchor = await forward(bytes.slice(head + 2), at + 1);
  if (!anchor.every((byte, i) => byte === said[phoneBytes - hashBytes + i])) return null;
  const first = new DataView(said.buffer).getUint32(1 + codeBytes);
  return { code: writeBase32(said.slice(1, 1 + codeBytes)), from: firstDay + (first + at) * step };
}

async function readList(text, key) {
  const mark = text.lastIndexOf('\nsignature ') + 1;
  if (mark === 0 || !(await isSigned(key, 'doanket.revoked.1', ascii(text.slice(0, mark)), bytesOfBase64(text.slice(mark + 10).trim()))))
    return null;
  const [heading, ...codes] = text.slice(0, mark).trimEnd().split('\n');
  return { at: new Date(heading.split(' ').pop()), codes: new Set(codes) };
}

async function load(page) {
  const [pem, text] = await Promise.all([keyAddress, listAddress].map(async (address) => (await fetch(address)).text()));
  // The last 32 bytes of a SubjectPublicKeyInfo are the key (RFC 8410).
  const key = bytesOfBase64(pem.replace(/-----[A-Z ]+-----/g, '').trim()).slice(-32);
  const list = await readList(text, key);
  page.querySelector('[data-list]').textContent = list
    ? `Danh sách thẻ hết hiệu lực tải lúc ${list.at.toLocaleString('vi-VN')}.`
    : 'Danh sách thẻ hết hiệu lực không đọc được; hãy nối mạng và mở lại trang.';
  return { key, list };
}

async function judge(text, { key, list }) {
  const card = await read(text, key);
  if (!card) return { words: 'Không có thẻ này', detail: 'Mã không do tổ chức Công đoàn này cấp, hoặc bị quét sai. Hãy quét mã QR, không gõ mã thẻ.' };
  const masked = `Mã thẻ •••• ${card.code.slice(-4)}.`;
  if (!list || list.codes.has(card.code)) return { words: 'Thẻ không có hiệu lực', detail: masked };
  const age = Date.now() - (card.from ?? Date.now());
  if (age < -slack || age >= step + slack) return { words: 'Mã đã cũ', detail: 'Có thể là ảnh chụp màn hình. Hãy quét mã đang hiện trên điện thoại.' };
  return { good: true, words: 'Thẻ hợp lệ', detail: `${masked} Hãy xem có đúng là người cầm thẻ.` };
}

async function keep() {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/the/kiem-tra.js', { scope: '/the/kiem-tra' });
  const { active } = await navigator.serviceWorker.ready;
  const parts = [...document.querySelectorAll('link[rel="stylesheet"], link[rel="icon"], script[src]')].map((part) => part.href || part.src);
  active.postMessage({ keep: ['/the/kiem-tra', ...parts, new URL('../lib/ed25519.js', import.meta.url).href], renew: [keyAddress, listAddress] });
}

const page = document.querySelector('[data-check-card]');
const form = page.querySelector('form');
const verdict = page.querySelector('[data-verdict]');
if (window.isSecureContext) {
  const published = load(page);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const box = form.querySelector('input');
    const { good, words, detail } = await judge(box.value, await published);
    verdict.replaceChildren();
    const shown = document.createElement('div');
    shown.className = `dk-verdict ${good ? 'dk-verdict-good' : 'dk-verdict-bad'}`;
    shown.append(Object.assign(document.createElement('strong'), { textContent: words }));
    verdict.append(shown, Object.assign(document.createElement('p'), { textContent: detail }));
    box.select();
  });
  keep().catch(() => { /* Checked online all the same. */ });
}
