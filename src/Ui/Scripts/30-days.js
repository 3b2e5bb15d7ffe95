// 05032026, 050326 or 5/3/26 becomes 05/03/2026 when the person leaves the box.
(() => {
  'use strict';
  document.addEventListener('change', (event) => {
    const box = event.target;
    if (!box.classList.contains('dk-day')) return;
    const parts = box.value.trim().match(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/) ?? box.value.trim().match(/^(\d\d)(\d\d)(\d{4}|\d\d)$/);
    if (!parts) return;
    const [, day, month, year] = parts;
    box.value = `${day.padStart(2, '0')}/${month.padStart(2, '0')}/${year.length === 2 ? '20' + year : year}`;
  });
})();

// A day that is offered goes into its box.
(() => {
  'use strict';
  document.addEventListener('click', (event) => {
    const offer = event.target.closest('[data-day]');
    const box = offer && document.getElementById(offer.dataset.for);
    if (!box) return;
    box.value = offer.dataset.day;
    box.dispatchEvent(new Event('change', { bubbles: true }));
    box.focus();
  });
})();
