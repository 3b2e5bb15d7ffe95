// A picture that was just chosen, with a frame of 3×4 to drag over the face; what it frames goes into the form as hundredths.
(() => {
  'use strict';
  const shape = 3 / 4;
  const longest = 420;

  function frameOf(form, picture) {
    const boxes = ['Left', 'Top', 'Width'].map((name) => form.querySelector(`[name="Input.${name}"]`));
    const scale = longest / Math.max(picture.width, picture.height);
    const canvas = Object.assign(document.createElement('canvas'), {
      width: Math.round(picture.width * scale), height: Math.round(picture.height * scale), tabIndex: 0,
    });
    canvas.setAttribute('aria-label', 'Khung ảnh: dùng phím mũi tên để dời');
    canvas.className = 'dk-crop';
    const most = Math.min(canvas.width, canvas.height * shape);
    const frame = { width: most, x: (canvas.width - most) / 2, y: (canvas.height - most / shape) / 3 };

    function draw() {
      const { width, height } = canvas;
      frame.x = Math.min(Math.max(frame.x, 0), width - frame.width);
      frame.y = Math.min(Math.max(frame.y, 0), height - frame.width / shape);
      const pen = canvas.getContext('2d');
      pen.drawImage(picture, 0, 0, width, height);
      pen.fillStyle = 'rgba(8, 43, 87, .55)';
      pen.beginPath();
      pen.rect(0, 0, width, height);
      pen.rect(frame.x, frame.y, frame.width, frame.width / shape);
      pen.fill('evenodd');
      const hundredths = [frame.x / width, frame.y / height, frame.width / width];
      boxes.forEach((box, i) => { box.value = (hundredths[i] * 100).toFixed(2).replace('.', ','); });
    }

    function move(x, y) {
      frame.x += x;
      frame.y += y;
      draw();
    }

    canvas.addEventListener('pointerdown', (event) => canvas.setPointerCapture(event.pointerId));
    canvas.addEventListener('pointermove', (event) => {
      if (!canvas.hasPointerCapture(event.pointerId)) return;
      const shown = canvas.width / canvas.getBoundingClientRect().width;
      move(event.movementX * shown, event.movementY * shown);
    });
    canvas.addEventListener('keydown', (event) => {
      const step = { ArrowLeft: [-4, 0], ArrowRight: [4, 0], ArrowUp: [0, -4], ArrowDown: [0, 4] }[event.key];
      if (!step) return;
      event.preventDefault();
      move(...step);
    });
    const size = Object.assign(document.createElement('input'), { type: 'range', min: 20, max: 100, value: 100, className: 'form-range' });
    size.setAttribute('aria-label', 'Độ lớn của khung');
    size.addEventListener('input', () => {
      const width = most * size.value / 100;
      frame.x += (frame.width - width) / 2;
      frame.y += (frame.width - width) / shape / 2;
      frame.width = width;
      draw();
    });
    draw();
    return [canvas, size];
  }

  document.addEventListener('change', async (event) => {
    const place = event.target.form?.querySelector('[data-crop]');
    if (!place || event.target.type !== 'file') return;
    place.querySelectorAll('.dk-crop, .form-range').forEach((old) => old.remove());
    const picture = await createImageBitmap(event.target.files[0]).catch(() => null);
    // What the browser cannot show, the server answers with words.
    if (!picture) return;
    place.open = true;
    place.querySelector('summary').textContent = 'Kéo khung vào mặt; thanh trượt đổi độ lớn';
    place.querySelectorAll('.dk-field').forEach((field) => { field.hidden = true; });
    place.append(...frameOf(event.target.form, picture));
  });
})();
