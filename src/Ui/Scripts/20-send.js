// A form is sent once: its button says so and rests until the answer is there. data-repeat: a form that answers with a file.
(() => {
  'use strict';
  const sent = new Set();

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post' || form.target || 'repeat' in form.dataset) return;
    if (sent.has(form)) {
      event.preventDefault();
      return;
    }
    sent.add(form);
    const button = event.submitter;
    // Later, for a disabled button's name and value are not sent.
    setTimeout(() => rest(form, button));
  });

  function rest(form, button) {
    if (!button) return;
    const words = button.querySelector('span') ?? button;
    button.dataset.words = words.textContent;
    words.textContent = 'Đang gửi…';
    button.disabled = true;
  }

  function wake(form) {
    for (const button of form.querySelectorAll('[data-words]')) {
      (button.querySelector('span') ?? button).textContent = button.dataset.words;
      delete button.dataset.words;
      button.disabled = false;
    }
    sent.delete(form);
  }

  // Back from the next page, or the fragment has answered.
  addEventListener('pageshow', () => [...sent].forEach(wake));
  document.addEventListener('htmx:afterRequest', (event) => wake(event.target.closest('form') ?? event.target));

  // A link of the error summary leads into the field, also where the field is a group.
  document.addEventListener('click', (event) => {
    const link = event.target.closest('.dk-errors a');
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.scrollIntoView({ block: 'center' });
  });
})();
