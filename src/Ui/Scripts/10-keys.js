// Alt+letter presses what aria-keyshortcuts names; "/" goes to the search; Ctrl+Enter sends the form; Escape closes what hangs open.
(() => {
  'use strict';
  document.documentElement.classList.add('dk-js');
  const typing = (element) => element.closest('input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable]');
  const seen = (element) => element.getClientRects().length > 0;

  function pressed(letter) {
    const scope = document.querySelector('dialog[open]') ?? document;
    const found = [...scope.querySelectorAll(`[aria-keyshortcuts="Alt+${letter}" i]`)];
    return found.find((element) => seen(element) && !element.disabled);
  }

  function send(target) {
    const form = target.closest('form') ?? document.querySelector('form[data-primary]');
    if (!form) return;
    const button = form.querySelector('.btn-primary:not([type=button])');
    form.requestSubmit(button ?? undefined);
  }

  document.addEventListener('keydown', (event) => {
    if (event.altKey && !event.ctrlKey && !event.metaKey) {
      const element = /^(Key|Digit)/.test(event.code) && pressed(event.code.replace(/^(Key|Digit)/, ''));
      if (!element) return;
      event.preventDefault();
      element.focus();
      element.click();
    } else if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault();
      send(event.target);
    } else if (event.key === '/' && !event.ctrlKey && !typing(event.target)) {
      const search = document.getElementById('tim-van-ban');
      if (!search) return;
      event.preventDefault();
      search.select();
    } else if (event.key === 'Escape') {
      for (const menu of document.querySelectorAll('.dk-drop-menu[open]')) {
        menu.open = false;
        menu.querySelector('summary').focus();
      }
    }
  });

  document.addEventListener('click', (event) => {
    for (const menu of document.querySelectorAll('.dk-drop-menu[open]'))
      if (!menu.contains(event.target)) menu.open = false;
  });
})();
