// The page viewer changes the picture in place, fetches the next one ahead, and enlarges it: by pressing it, or by keys while the
// cursor stays in a form beside it.
(() => {
  'use strict';
  const fill = (address, page) => address.replace('{0}', page);

  const levels = ['', 'dk-zoom-150', 'dk-zoom-200', 'dk-zoom-300'];
  const levelOf = (viewer) => Math.max(0, levels.findIndex((level) => level && viewer.classList.contains(level)));

  // The larger picture is fetched only when somebody looks closer.
  function picture(viewer) {
    const { images, largeImages, page } = viewer.dataset;
    viewer.querySelector('img').src = fill(viewer.classList.contains('dk-zoomed') ? largeImages : images, page);
    viewer.querySelector('.dk-viewer-page').href = fill(largeImages, page);
  }

  function zoom(viewer, level, at) {
    const frame = viewer.querySelector('.dk-viewer-page');
    viewer.className = level > 0 ? `dk-viewer dk-zoomed ${levels[level]}` : 'dk-viewer';
    picture(viewer);
    if (at) frame.scrollLeft = at * frame.scrollWidth - frame.clientWidth / 2;
  }

  function step(viewer, by) {
    const level = levelOf(viewer) + by;
    if (level >= 0 && level < levels.length) zoom(viewer, level);
  }

  function show(viewer, page) {
    const { images, addresses, pages } = viewer.dataset;
    const last = Number(pages);
    viewer.dataset.page = page;
    const image = viewer.querySelector('img');
    picture(viewer);
    image.alt = image.alt.replace(/^Trang \d+/, `Trang ${page}`);
    viewer.querySelector('.dk-viewer-count').textContent = `Trang ${page}/${last}`;
    for (const [rel, target] of [['prev', page - 1], ['next', page + 1]]) {
      const link = viewer.querySelector(`a[rel=${rel}]`);
      link.href = fill(addresses, Math.min(Math.max(target, 1), last));
      link.toggleAttribute('aria-disabled', target < 1 || target > last);
      if (link.hasAttribute('aria-disabled')) link.setAttribute('aria-disabled', 'true');
    }
    for (const field of document.querySelectorAll('[data-viewer-page]')) field.value = page;
    history.replaceState(history.state, '', fill(addresses, page));
    if (page < last) new Image().src = fill(images, page + 1);
  }

  function turn(viewer, by) {
    const page = Number(viewer.dataset.page) + by;
    if (page >= 1 && page <= Number(viewer.dataset.pages)) show(viewer, page);
  }

  document.addEventListener('click', (event) => {
    const link = event.target.closest('.dk-viewer a[rel]');
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    turn(link.closest('.dk-viewer'), link.rel === 'next' ? 1 : -1);
  });

  document.addEventListener('click', (event) => {
    const frame = event.target.closest('.dk-viewer-page');
    if (!frame || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const image = frame.querySelector('img').getBoundingClientRect();
    const viewer = frame.closest('.dk-viewer');
    zoom(viewer, levelOf(viewer) > 0 ? 0 : 2, event.clientX ? (event.clientX - image.left) / image.width : 0);
  });

  document.addEventListener('keydown', (event) => {
    const viewer = event.altKey && !event.ctrlKey && !event.metaKey && document.querySelector('.dk-viewer');
    const act = { PageDown: () => turn(viewer, 1), PageUp: () => turn(viewer, -1), '+': () => step(viewer, 1), '=': () => step(viewer, 1), '-': () => step(viewer, -1) }[event.key];
    if (!viewer || !act) return;
    event.preventDefault();
    act();
  });
})();
