// The picture of a signature is dragged over the page; the fields beside it say where it stands, in millimetres, and move it as well.
(() => {
  'use strict';
  const millimetre = 72 / 25.4;
  const area = document.querySelector('[data-spot]');
  if (!area) return;
  const svg = area.querySelector('svg');
  const parts = [...area.querySelectorAll('[data-spot-picture] > *')];
  const field = (name) => document.querySelector(`[name="${name}"]`);
  const [left, bottom, wide] = ['Left', 'Bottom', 'PictureWidth'].map(field);
  const { width: pageWidth, height: pageHeight } = svg.viewBox.baseVal;
  const of = (name) => parts[0][name].baseVal.value;
  const ratio = of('width') / of('height');
  const within = (value, most) => Math.min(Math.max(value, 0), Math.max(most, 0));

  function draw(x, y, width) {
    const height = width / ratio;
    for (const part of parts)
      for (const [name, value] of Object.entries({ x: within(x, pageWidth - width), y: within(y, pageHeight - height), width, height }))
        part.setAttribute(name, value.toFixed(2));
  }

  function tell() {
    left.value = (of('x') / millimetre).toFixed(1);
    bottom.value = ((pageHeight - of('y') - of('height')) / millimetre).toFixed(1);
  }

  function read() {
    const [x, y, width] = [left, bottom, wide].map((one) => parseFloat(one.value) * millimetre);
    if (Number.isFinite(x + y + width) && width > 0) draw(x, pageHeight - y - width / ratio, width);
  }

  [left, bottom, wide].forEach((one) => one.addEventListener('input', read));
  let grip = null;
  const point = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  parts.forEach((part) =>
    part.addEventListener('pointerdown', (event) => {
      const at = point(event);
      grip = { x: at.x - of('x'), y: at.y - of('y') };
      svg.setPointerCapture(event.pointerId);
      event.preventDefault();
    })
  );
  svg.addEventListener('pointermove', (event) => {
    if (!grip) return;
    const at = point(event);
    draw(at.x - grip.x, at.y - grip.y, of('width'));
    tell();
  });
  const drop = () => (grip = null);
  svg.addEventListener('pointerup', drop);
  svg.addEventListener('pointercancel', drop);
})();
