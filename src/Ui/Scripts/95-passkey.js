// A form with data-passkey ("get" or "create") asks the device for a passkey before it is sent. data-ask: address that says what to ask.
(() => {
  'use strict';
  const known = window.PublicKeyCredential?.parseCreationOptionsFromJSON && PublicKeyCredential.parseRequestOptionsFromJSON;

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    if (!known) {
      tell(form, 'Trình duyệt này chưa dùng được khóa truy cập. Hãy cập nhật trình duyệt, hoặc dùng mã trên điện thoại.');
      continue;
    }
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      if (form.credential.value) return;
      event.preventDefault();
      tell(form, '');
      ask(form).catch((problem) => tell(form, words(problem)));
    });
  }

  async function ask(form) {
    const answer = await fetch(form.dataset.ask, { method: 'POST', body: new FormData(form) });
    if (!answer.ok) throw new Error(answer.status === 422 ? await answer.text() : '');
    const options = await answer.json();
    const credential =
      form.dataset.passkey === 'create'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    form.credential.value = JSON.stringify(credential);
    form.requestSubmit();
  }

  function words(problem) {
    if (problem.name === 'InvalidStateError') return 'Thiết bị này đã có khóa truy cập của anh/chị.';
    if (problem.name === 'SecurityError') return 'Khóa truy cập chỉ dùng được khi mở chương trình bằng tên miền có https.';
    if (problem.name === 'NotAllowedError') return 'Thao tác bị hủy hoặc quá thời gian. Hãy thử lại.';
    return problem.name === 'Error' && problem.message ? problem.message : 'Chưa dùng được khóa truy cập. Hãy thử lại sau ít phút.';
  }

  function tell(form, text) {
    const place = form.querySelector('[data-passkey-problem]');
    place.textContent = text;
    place.hidden = !text;
  }

  // Back from the next page: the old answer is good for nothing.
  addEventListener('pageshow', () => document.querySelectorAll('form[data-passkey]').forEach((form) => (form.credential.value = '')));
})();
