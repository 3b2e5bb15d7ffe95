// The unit picker finds while typing and moves what is ticked into the chosen list.
(() => {
  'use strict';
  function start(picker) {
    if (picker.dataset.ready) return;
    picker.dataset.ready = 'yes';
    const words = picker.querySelector('.dk-find input');
    const results = picker.querySelector('[data-results]');
    const chosen = picker.querySelector('[data-chosen]');
    let waiting;

    // "Enter" in another field of the form must not press the picker's buttons, which stand first.
    for (const button of picker.querySelectorAll('button')) {
      button.type = 'button';
      button.addEventListener('click', () => button.value === 'find' ? find() : step(button));
    }
    words.setAttribute('hx-sync', 'this:replace');
    words.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(find, 250);
    });
    words.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.ctrlKey) return;
      event.preventDefault();
      find();
    });
    chosen.addEventListener('change', count);
    results.addEventListener('change', (event) => choose(event.target));
    results.addEventListener('htmx:afterSwap', mark);

    function find() {
      clearTimeout(waiting);
      const query = new URLSearchParams({ q: words.value, field: picker.dataset.field });
      if (picker.dataset.one) query.set('one', 'true');
      htmx.ajax('GET', `${picker.dataset.find}?${query}`, { source: words, target: results, swap: 'innerHTML' });
    }

    function step(button) {
      button.type = 'submit';
      button.form.requestSubmit(button);
      button.type = 'button';
    }

    function choose(box) {
      if (picker.dataset.one) chosen.replaceChildren();
      chosen.append(box.closest('li'));
      count();
      picker.querySelector('.dk-chosen').open = true;
      words.focus();
    }

    function count() {
      picker.querySelector('[data-count]').textContent = chosen.querySelectorAll(':checked').length.toLocaleString('vi');
    }

    function mark() {
      const ids = new Set([...chosen.querySelectorAll('input')].map((box) => box.value));
      for (const box of results.querySelectorAll('input'))
        if (ids.has(box.value)) {
          box.checked = box.disabled = true;
          box.closest('label').querySelector('.text-secondary')?.append(' · đã chọn');
        }
    }
  }

  const all = (root) => root.querySelectorAll('.dk-picker').forEach(start);
  all(document);
  document.addEventListener('htmx:load', (event) => all(event.target));
})();
