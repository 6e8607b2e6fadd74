/** Runs in the browser on `/`: the key form and the copy buttons. Stands alone, since its source text is what is served. */
export function landingScript(): void {
  const form = document.getElementById('key-form');
  const input = document.getElementById('key');
  const wrong = document.getElementById('key-wrong');
  const failed = document.getElementById('key-failed');
  if (!(form instanceof HTMLFormElement) || !(input instanceof HTMLInputElement) || !wrong || !failed) return;

  const show = (isWrong: boolean, failure: string) => {
    wrong.hidden = !isWrong;
    failed.hidden = failure === '';
    failed.textContent = failure;
    input.setAttribute('aria-invalid', String(isWrong));
    input.focus();
  };

  const signIn = async () => {
    const answer = await fetch('/api/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: input.value.trim() }),
    });
    if (answer.ok) return location.assign('/dashboard');
    if (answer.status === 401) return show(true, '');
    // The gateway speaks English; the page has one sentence in its own language.
    const body = document.documentElement.lang === 'en' ? await answer.json().catch(() => null) : null;
    show(false, body?.message ?? form.dataset['later'] ?? '');
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    signIn().catch(() => show(false, form.dataset['unreachable'] ?? ''));
  });

  /** The clipboard's own way is missing on plain http; a selection that is copied is not. */
  const copy = async (code: HTMLElement) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(code.textContent ?? '');
    getSelection()?.selectAllChildren(code);
    document.execCommand('copy');
  };

  for (const button of document.querySelectorAll<HTMLButtonElement>('.copy')) {
    const code = button.parentElement?.querySelector('code');
    if (!code) continue;
    const says = button.textContent;
    button.hidden = false;
    button.addEventListener('click', () => {
      copy(code).then(
        () => {
          button.textContent = button.dataset['copied'] ?? says;
          setTimeout(() => {
            button.textContent = says;
          }, 2000);
        },
        () => getSelection()?.selectAllChildren(code),
      );
    });
  }
}
