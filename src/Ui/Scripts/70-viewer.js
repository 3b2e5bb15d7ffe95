// The page viewer changes the picture in place and fetches the next one ahead.
(() => {
  'use strict';
  const fill = (address, page) => address.replace('{0}', page);

  function show(viewer, page) {
    const { images, addresses, pages } = viewer.dataset;
    const last = Number(pages);
    viewer.dataset.page = page;
    const image = viewer.querySelector('img');
    image.src = fill(images, page);
    image.alt = image.alt.replace(/^Trang \d+/, `Trang ${page}`);
    viewer.querySelector('.dk-viewer-count').textContent = `Trang ${page}/${last}`;
    for (const [rel, target] of [['prev', page - 1], ['next', page + 1]]) {
      const link = viewer.querySelector(`a[rel=${rel}]`);
      link.href = fill(addresses, Math.min(Math.max(target, 1), last));
      link.toggleAttribute('aria-disabled', target < 1 || target > last);
      if (link.hasAttribute('aria-disabled')) link.setAttribute('aria-disabled', 'true');
    }
    history.replaceState(history.state, '', fill(addresses, page));
    if (page < last) new Image().src = fill(images, page + 1);
  }

  document.addEventListener('click', (event) => {
    const link = event.target.closest('.dk-viewer a[rel]');
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const viewer = link.closest('.dk-viewer');
    const page = Number(viewer.dataset.page) + (link.rel === 'next' ? 1 : -1);
    if (page >= 1 && page <= Number(viewer.dataset.pages)) show(viewer, page);
  });
})();
