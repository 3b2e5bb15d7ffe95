// What unfolds without JavaScript is asked in a dialog with it.
(() => {
  'use strict';
  let count = 0;

  function dialogOf(details) {
    const body = details.querySelector('.dk-confirm-body');
    if (!body) return details.nextElementSibling;
    const dialog = document.createElement('dialog');
    const title = body.querySelector('h2');
    title.id ||= `dk-ask-${++count}`;
    dialog.setAttribute('aria-labelledby', title.id);
    const no = document.createElement('button');
    no.type = 'button';
    no.className = 'btn btn-outline-primary';
    no.textContent = 'Hủy, quay lại';
    no.addEventListener('click', () => dialog.close());
    const actions = body.querySelector('.dk-actions') ?? body.appendChild(document.createElement('div'));
    actions.classList.add('dk-actions');
    actions.append(no);
    dialog.append(body);
    details.after(dialog);
    return dialog;
  }

  function ask(details) {
    details.open = false;
    const dialog = dialogOf(details);
    dialog.showModal();
    (dialog.querySelector('input:not([type=hidden]), textarea, select') ?? dialog.querySelector('.dk-actions > [type=button]')).focus();
  }

  document.addEventListener('click', (event) => {
    const summary = event.target.closest('.dk-confirm > summary');
    if (!summary) return;
    event.preventDefault();
    ask(summary.parentElement);
  });

  // Sent back with problems inside.
  const open = document.querySelector('.dk-confirm[open]');
  if (open) ask(open);
})();
