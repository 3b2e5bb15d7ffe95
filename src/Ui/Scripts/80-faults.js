// A fragment that did not come says so, and what to do.
(() => {
  'use strict';
  const OVER = 'Phiên làm việc đã hết. Những gì đã gõ vẫn còn: hãy đăng nhập ở một thẻ khác rồi thử lại.';
  const LOST = 'Chưa tải được dữ liệu, có thể do đường mạng. Những gì đã gõ vẫn còn; hãy thử lại.';

  function say(event) {
    const old = document.getElementById('dk-fault');
    const note = old ?? document.createElement('div');
    note.id = 'dk-fault';
    note.className = 'dk-flash dk-late';
    note.setAttribute('role', 'alert');
    note.textContent = event.detail?.xhr?.status === 401 ? OVER : LOST;
    document.querySelector('main').prepend(note);
  }

  document.addEventListener('htmx:sendError', say);
  document.addEventListener('htmx:responseError', say);
  document.addEventListener('htmx:afterOnLoad', () => document.getElementById('dk-fault')?.remove());
})();
