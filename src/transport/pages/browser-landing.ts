/** Runs in the browser on `/`: the key form. Stands alone, since its source text is what is served. */
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
    const body = await answer.json().catch(() => null);
    show(false, body?.message ?? 'The gateway cannot sign you in now. Try again in a minute.');
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    signIn().catch(() => show(false, 'The gateway does not answer. Check your connection and try again.'));
  });
}
