// Files dropped anywhere on a form land in its drop zone, which lists what was chosen.
(() => {
  'use strict';
  const zoneOf = (target) => target.closest?.('.dk-drop') ?? target.closest?.('form')?.querySelector('.dk-drop');
  const size = (bytes) => bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1).replace('.', ',')} MB`;

  function light(zone) {
    for (const other of document.querySelectorAll('.dk-drop')) other.classList.toggle('dk-over', other === zone);
  }

  document.addEventListener('dragover', (event) => {
    if (!event.dataTransfer.types.includes('Files') || !document.querySelector('.dk-drop')) return;
    // Everywhere, or a file dropped beside the form would replace the page and what was typed.
    event.preventDefault();
    light(zoneOf(event.target));
  });

  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) light(null);
  });

  document.addEventListener('drop', (event) => {
    if (!event.dataTransfer.files.length || !document.querySelector('.dk-drop')) return;
    event.preventDefault();
    light(null);
    const input = zoneOf(event.target)?.querySelector('input[type=file]');
    if (!input) return;
    const taken = new DataTransfer();
    for (const file of input.multiple ? event.dataTransfer.files : [event.dataTransfer.files[0]]) taken.items.add(file);
    input.files = taken.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });

  document.addEventListener('change', (event) => {
    const list = event.target.closest('.dk-drop')?.querySelector('.dk-files');
    if (!list || event.target.type !== 'file') return;
    list.replaceChildren(...[...event.target.files].map((file) => {
      const line = document.createElement('li');
      line.textContent = `${file.name} (${size(file.size)})`;
      return line;
    }));
    list.hidden = event.target.files.length === 0;
    if (!list.hidden && 'send' in event.target.dataset)
      event.target.form.requestSubmit(event.target.form.querySelector('.btn-primary'));
  });
})();
