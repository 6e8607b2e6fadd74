/** Said in every answer of the control interface. */
export const NOTE = 'Sandbox: nothing is sent to WhatsApp';

/** What the control interface can do: method, path, what it does, an example body. */
export const helpLines: readonly { call: string; does: string; body?: object }[] = [
  {
    call: 'POST /sandbox/messages',
    does:
      "A customer writes to you; this opens the 24-hour window. Give `text`, or `type` with that type's object. " +
      'Also: from, to, name, replyTo, userId, username, referral, duplicates. Media without an id gets a sample file.',
    body: { from: '9647700000000', text: 'Hello!' },
  },
  {
    call: 'POST /sandbox/webhooks',
    does: 'Sends any payload, signed: `field` and `value`, or a whole `body` (an object, or a string taken as it is).',
    body: { field: 'account_review_update', value: { decision: 'APPROVED' } },
  },
  { call: 'GET /sandbox/people', does: 'Phone numbers that behave in special ways.' },
  { call: 'GET /sandbox/calls', does: 'The last 1000 calls to /messages that reached the sandbox, oldest first.' },
  {
    call: 'POST /sandbox/clock',
    does: 'Moves the clock of windows, limits and media forward, so that you see a window close. Timestamps stay real.',
    body: { hours: 25 },
  },
];

const hints: readonly string[] = [
  'A free-form message fails (131047) unless the customer wrote within 24 hours, as with Meta.',
  'So: send a template, let the customer answer (POST /sandbox/messages), then reply.',
  'A media link to a host under .invalid fails with 131053.',
  'A template whose name begins with rejected_ is rejected a moment after it was created; every other is approved.',
];

export const help = { calls: helpLines, hints };

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The same as a page to read. */
export function helpPage(): string {
  const calls = helpLines.map(({ call, does, body }) => {
    const example = body === undefined ? '' : `<pre>${escapeHtml(JSON.stringify(body))}</pre>`;
    return `<dt><code>${escapeHtml(call)}</code></dt><dd>${escapeHtml(does)}${example}</dd>`;
  });
  const items = hints.map((hint) => `<li>${escapeHtml(hint)}</li>`);
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Sandbox</title>
<h1>Sandbox</h1><p>${NOTE}.</p><dl>${calls.join('')}</dl><ul>${items.join('')}</ul></html>
`;
}
