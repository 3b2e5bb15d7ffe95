// Where the browser reads QR codes itself (Chrome on Android), a button scans with the camera; what was read is sent like a scanner's text.
(() => {
  'use strict';
  if (!('BarcodeDetector' in window) || !navigator.mediaDevices?.getUserMedia) return;

  async function scan(field, button) {
    const camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1920 } } });
    const video = Object.assign(document.createElement('video'), { srcObject: camera, playsInline: true, muted: true, className: 'dk-scan-video' });
    const stop = () => {
      camera.getTracks().forEach((track) => track.stop());
      video.remove();
      button.hidden = false;
    };
    button.hidden = true;
    button.before(video);
    video.addEventListener('click', stop);
    await video.play();
    const detector = new window.BarcodeDetector({ formats: ['qr_code'] });
    const look = async () => {
      if (!video.isConnected) return;
      const [found] = await detector.detect(video).catch(() => []);
      if (!found) { requestAnimationFrame(look); return; }
      stop();
      field.value = found.rawValue;
      field.form.requestSubmit();
    };
    look();
  }

  for (const field of document.querySelectorAll('[data-scan]')) {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-outline-primary', textContent: 'Quét bằng máy ảnh' });
    button.addEventListener('click', () => scan(field, button).catch(() => {
      button.disabled = true;
      button.textContent = 'Không mở được máy ảnh';
    }));
    field.form.querySelector('.dk-actions').append(button);
  }
})();
