// A fragment that did not come says so, and what to do.
(() => {
  'use strict';
  function say() {
    const old = document.getElementById('dk-fault');
    const note = old ?? document.createElement('div');
    note.id = 'dk-fault';
    note.className = 'dk-flash dk-late';
    note.setAttribute('role', 'alert');
    note.textContent = 'Chưa tải được dữ liệu, có thể do đường mạng. Những gì đã gõ vẫn còn; hãy thử lại.';
    document.querySelector('main').prepend(note);
  }

  document.addEventListener('htmx:sendError', say);
  document.addEventListener('htmx:responseError', say);
  document.addEventListener('htmx:afterOnLoad', () => document.getElementById('dk-fault')?.remove());
})();
