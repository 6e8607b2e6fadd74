import { codeNumbers } from './faults.ts';

/** Said in every answer of the control interface. */
export const NOTE = 'Sandbox: nothing is sent to WhatsApp';

/** What the control interface can do: method, path, what it does, an example body. */
export const helpLines: readonly { call: string; does: string; body?: object }[] = [
  {
    call: 'POST /sandbox/messages',
    does:
      "A customer writes to you; this opens the 24-hour window. Give `text`, or `type` with that type's object. " +
      'Also: from, to, name, replyTo, userId, username, referral, duplicates, forwarded, frequentlyForwarded, ' +
      'referredProduct, context, errors (codes), timestamp. Media without an id gets a sample file, or your `file` ' +
      '(base64 or size, mimeType, filename); `download` makes its downloads go wrong.',
    body: { from: '9647700000000', text: 'Hello!' },
  },
  {
    call: 'POST /sandbox/people/<phone or user id>/change',
    does: 'Somebody gets another number (`phone`) or user id (`userId`) and is nobody any more under the old one.',
    body: { phone: '9647700000055' },
  },
  {
    call: 'POST /sandbox/people/<phone or user id>/preferences',
    does: 'Somebody stops marketing messages, which then fail with 131050, or resumes them.',
    body: { marketing: 'stop' },
  },
  {
    call: 'POST /sandbox/people/<phone or user id>/call',
    does: 'Somebody calls, which opens the window; `terminate` with the callId ends it.',
    body: { event: 'connect' },
  },
  {
    call: 'GET /sandbox/phones/<phone or user id>',
    does:
      'What this phone shows of its chat with your number (`to`): the last 100 messages, oldest first, templates ' +
      'filled in, with buttons, files (`url`), quotes, reactions, blue ticks (`readAt`) and `typing`. With ' +
      '`?after=<version>&wait=<seconds, at most 25>` it answers as soon as the phone shows something new.',
  },
  {
    call: 'POST /sandbox/phones/<phone or user id>/press',
    does: 'The customer presses a quick reply, a reply button or a list row, by its place from 0 or its words. Also: card, to.',
    body: { message: 'wamid.…', button: 0 },
  },
  { call: 'GET /sandbox/media/<media id>', does: 'The bytes of a file.' },
  { call: 'GET /sandbox/people', does: 'Phone numbers that behave in special ways.' },
  {
    call: 'POST /sandbox/faults',
    does:
      "Calls fail with any of Meta's codes: refused (`when`: answer) or failed after they were accepted (status). " +
      'For whom: to, number, template, call (messages, media, templates, account). How: times, details, subcode, ' +
      'httpStatus, transient, retryAfter, delayMs, dropAnswer (the connection breaks), after (sent, delivered). ' +
      'GET lists the faults and every code; DELETE (/<id>) removes them.',
    body: { code: 131026, to: '9647700000000', times: 1 },
  },
  {
    call: 'POST /sandbox/callbacks',
    does:
      "The webhooks of an account (`wabaId`; left out: the second one) go to its own app: signed with that app's secret, to " +
      "the callback's address with `path` behind it, such as /<tenant id>. Null: back to the one callback. GET shows them.",
    body: { path: '/ten_example' },
  },
  {
    call: 'POST /sandbox/delivery',
    does:
      'How webhooks arrive from now on: duplicates, shuffle (after holdMs), batch {size, waitMs}, delayMs, ' +
      'skipDelivered, mediaUrls, version (v23.0: with `conversation`), seed. GET shows it, DELETE resets it.',
    body: { duplicates: 2, shuffle: true, batch: { size: 100, waitMs: 500 } },
  },
  {
    call: 'POST /sandbox/templates/<name>',
    does:
      'What Meta decides: status (PAUSED, DISABLED, REJECTED …), quality (RED pauses), category (24 hours after the ' +
      'notice, or `now`), correctCategory, components ("tell"), pacing (hold, release, fail). GET /sandbox/templates.',
    body: { quality: 'RED' },
  },
  {
    call: 'POST /sandbox/media/<media id>',
    does: 'The downloads of a file fail (with a status), are truncated, corrupt or slow; so many times, or always.',
    body: { does: 'fail', times: 2 },
  },
  {
    call: 'POST /sandbox/webhooks',
    does: 'Sends any payload, signed: `field` and `value`, or a whole `body` (an object, or a string taken as it is).',
    body: { field: 'account_review_update', value: { decision: 'APPROVED' } },
  },
  { call: 'GET /sandbox/calls', does: 'The last 1000 calls to /messages that reached the sandbox, oldest first.' },
  {
    call: 'POST /sandbox/clock',
    does: 'Moves the clock of windows, limits, pauses and media forward. Timestamps in webhooks stay real.',
    body: { hours: 25 },
  },
];

const hints: readonly string[] = [
  'A free-form message fails (131047) unless the customer wrote within 24 hours, as with Meta.',
  'So: send a template, let the customer answer (POST /sandbox/messages), then reply.',
  `A number ending in a code's six digits fails with it: +${codeNumbers.status}131026 by status, +${codeNumbers.answer}131056 at once.`,
  'A media link to a host under .invalid fails with 131053.',
  'A template whose name begins with rejected_ is rejected a moment after it was created, one with pending_ stays ' +
    'pending; every other is approved.',
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
