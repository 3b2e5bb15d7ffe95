// What was typed and not sent stays on this device, for the same person on the same page: after a power cut, a lost network, a session that
// ended, or a step away by the menu. Not kept: passwords, files, what a unit picker holds, fields and forms with data-unkept. For two days.
(() => {
  'use strict';
  const KEPT_FOR = 2 * 24 * 3600 * 1000;
  const account = document.body.dataset.account;
  const owner = `dk-kept ${account} `;
  const page = Math.random().toString(36).slice(2);
  // Sent and not yet answered well; the fault page sends the same form again.
  const SENT = 'dk-sent';

  settle();
  if (account) whoIsOpen().then((open) => forms().forEach((form) => watch(form, open)));

  function forms() {
    const all = [...document.querySelectorAll('main form[method=post]:not([data-unkept],[data-repeat],[data-passkey])')];
    return all.filter((form) => !form.querySelector('[type=password]') && fields(form).length > 0);
  }

  function fields(form) {
    return [...form.elements].filter((field) => field.name && field.matches('input, textarea, select')
      && !field.matches('[type=hidden], [type=file], [type=submit], [data-unkept], .dk-picker *'));
  }

  const ticked = (field) => field.type === 'checkbox' || field.type === 'radio';

  function valueOf(field, original) {
    if (ticked(field)) return original ? field.defaultChecked : field.checked;
    if (field.tagName !== 'SELECT') return original ? field.defaultValue : field.value;
    const chosen = [...field.options].filter((option) => original ? option.defaultSelected : option.selected);
    return chosen.length > 0 ? chosen.map((option) => option.value).join('\n') : field.options[0]?.value ?? '';
  }

  // By name, and by value where several boxes share one.
  const keyOf = (field) => ticked(field) ? `${field.name}=${field.value}` : field.name;

  function valuesOf(form, original) {
    return Object.fromEntries(fields(form).map((field) => [keyOf(field), valueOf(field, original)]));
  }

  function nameOf(form) {
    const address = new URL(form.getAttribute('action') ?? location.href, location.href);
    const twins = [...document.querySelectorAll('form[method=post]')].filter((other) => other.getAttribute('action') === form.getAttribute('action'));
    return `${owner}${address.pathname}${address.search} ${twins.indexOf(form)} `;
  }

  // Two tabs may hold the same form with different words in it: what another open page keeps is its own.
  async function whoIsOpen() {
    if (!navigator.locks) return new Set();
    const { held } = await navigator.locks.query();
    return new Set(held.map((lock) => lock.name));
  }

  function read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  function newest(name, open) {
    const found = Object.keys(localStorage).filter((key) => key.startsWith(name) && !open.has(key))
      .map((key) => ({ key, record: read(key) }));
    for (const { key, record } of found)
      if (!record || Date.now() - record.at > KEPT_FOR) localStorage.removeItem(key);
    return found.filter(({ record }) => record && Date.now() - record.at <= KEPT_FOR).sort((a, b) => b.record.at - a.record.at)[0];
  }

  function watch(form, open) {
    const name = nameOf(form);
    const found = newest(name, open);
    const overtaken = found && isOvertaken(form, found.record);
    const old = overtaken ? undefined : found;
    const key = old?.key ?? name + page;
    const base = { ...valuesOf(form, true), ...old?.record.base };
    form.dataset.kept = key;
    navigator.locks?.request(key, { ifAvailable: true }, () => new Promise(() => {}));
    const save = () => keep(form, key, base);
    const forget = () => {
      localStorage.removeItem(key);
      Object.assign(base, valuesOf(form, true));
    };
    if (old) giveBack(form, old.record, forget);
    if (overtaken) offer(form, found);
    let waiting;
    form.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(save, 300);
    });
    form.addEventListener('change', save);
    form.addEventListener('submit', save);
    addEventListener('pagehide', () => {
      if (waiting) save();
    });
  }

  function keep(form, key, base) {
    const now = valuesOf(form);
    const changed = Object.keys(now).filter((field) => now[field] !== (base[field] ?? now[field]));
    const files = [...form.querySelectorAll('[type=file]')].flatMap((input) => [...input.files].map((file) => file.name));
    const pick = (values) => Object.fromEntries(changed.map((field) => [field, values[field]]));
    try {
      if (changed.length === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify({ at: Date.now(), values: pick(now), base: pick(base), files }));
    } catch {
      // No room on the device: the form works without it.
    }
  }

  const namesOfFiles = (form, record) => (record.files ?? []).length > 0 && form.querySelector('[type=file]')
    ? ` Hãy chọn lại tệp: ${record.files.join(', ')}.` : '';

  const missingOf = (now, record) => Object.keys(record.values).filter((field) => field in now && now[field] !== record.values[field]);

  // What is saved has become another since it was typed over.
  function isOvertaken(form, record) {
    const now = valuesOf(form);
    return missingOf(now, record).some((field) => now[field] !== record.base[field]);
  }

  function giveBack(form, record, forget) {
    const now = valuesOf(form);
    const missing = missingOf(now, record);
    const files = namesOfFiles(form, record);
    if (missing.length === 0) {
      if (files) say(form, files.trim(), []);
      return;
    }
    fill(form, (field) => record.values[keyOf(field)]);
    say(form, `Đã điền lại phần anh/chị nhập lúc ${timeOf(new Date(record.at))} mà chưa gửi.${files}`, [['Bỏ phần điền lại', () => {
      fill(form, (field) => missing.includes(keyOf(field)) ? now[keyOf(field)] : undefined);
      forget();
    }]]);
  }

  // Not put in by itself; it stays kept until the person decides.
  function offer(form, { key, record }) {
    const words = `Lúc ${timeOf(new Date(record.at))} anh/chị đã nhập mà chưa gửi; từ đó nội dung đang lưu đã đổi.`;
    say(form, words + namesOfFiles(form, record), [
      ['Điền lại phần đã nhập', () => {
        fill(form, (field) => record.values[keyOf(field)]);
        localStorage.removeItem(key);
      }],
      ['Bỏ', () => localStorage.removeItem(key)],
    ]);
  }

  function timeOf(at) {
    const two = (number) => String(number).padStart(2, '0');
    const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
    return at.toDateString() === new Date().toDateString() ? time : `${time} ngày ${two(at.getDate())}/${two(at.getMonth() + 1)}`;
  }

  function fill(form, valueFor) {
    for (const field of fields(form)) {
      const value = valueFor(field);
      if (value === undefined || valueOf(field) === value) continue;
      if (ticked(field)) field.checked = value;
      else field.value = value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }

  function say(form, words, acts, role = 'status') {
    form.querySelector('.dk-kept')?.remove();
    const note = document.createElement('div');
    note.className = 'dk-flash dk-waiting dk-kept';
    note.setAttribute('role', role);
    const text = document.createElement('p');
    text.textContent = words;
    note.append(text, ...acts.map(([label, act]) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn btn-outline-primary btn-sm';
      button.textContent = label;
      button.addEventListener('click', () => {
        act();
        note.remove();
      });
      return button;
    }));
    form.prepend(note);
    return note;
  }

  // Before the form is marked as sent: without a network it stays where it is.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.matches('[action$="/dang-xuat"]')) {
      for (const key of Object.keys(localStorage).filter((name) => name.startsWith('dk-kept '))) localStorage.removeItem(key);
    } else if (form.dataset.kept && !navigator.onLine) {
      event.preventDefault();
      say(form, 'Máy đang mất mạng nên chưa gửi được. Những gì anh/chị nhập được giữ trên máy này; khi có mạng, bấm lại.', [], 'alert')
        .scrollIntoView({ block: 'center' });
    } else if (form.dataset.kept) {
      sessionStorage.setItem(SENT, JSON.stringify({ key: form.dataset.kept, way: 'sent' }));
    } else if (form.id === 'gui-lai') {
      const sent = sessionStorage.getItem(SENT);
      if (sent) sessionStorage.setItem(SENT, JSON.stringify({ ...JSON.parse(sent), way: 'sent' }));
    }
  }, true);

  // The page after a form: a good answer ends what was kept. A refusal keeps it, and the fault page may send it again.
  function settle() {
    const sent = sessionStorage.getItem(SENT);
    if (!sent) return;
    const { key, way } = JSON.parse(sent);
    const { responseStatus, type } = performance.getEntriesByType('navigation')[0] ?? {};
    // Without an answer the person comes back by "Back" or types the address.
    const unanswered = type === 'back_forward' || document.referrer === '';
    const refused = responseStatus ? responseStatus >= 400 : document.querySelector('.dk-errors') !== null;
    if (way === 'sent' && (unanswered || refused)) {
      sessionStorage.setItem(SENT, JSON.stringify({ key, way: 'refused' }));
      return;
    }
    sessionStorage.removeItem(SENT);
    if (way === 'sent') localStorage.removeItem(key);
  }
})();
