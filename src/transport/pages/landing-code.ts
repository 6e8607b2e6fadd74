import { coloured, colouredByDepth } from './code-colours.ts';
import { type Html, html } from './html.ts';
import type { LandingWords } from './landing-words.ts';

/** The first message in three ways. They are chosen by radio buttons, so that it works without script. */
export function quickStart(words: LandingWords['start'], address: string): Html {
  const ways = [
    ['curl', 'curl', colouredByDepth(curl(address))],
    ['fetch', 'fetch', coloured(fetchCall(address))],
    ['client', words.client, coloured(typedClient(address))],
  ] as const;
  return html`<section aria-labelledby="quick-start">
<div class="head">
<p class="eyebrow">${words.eyebrow}</p>
<h2 id="quick-start">${words.title}</h2>
</div>
<div class="code ways" role="group" aria-label="${words.forms}">
${ways.map(
  ([id, name], index) =>
    html`<input type="radio" name="way" id="way-${id}"${index === 0 && html` checked`}><label for="way-${id}"${id === 'client' ? null : html` dir="ltr"`}>${name}</label>
`,
)}${ways.map(
  ([id, name, code]) => html`<div class="way" data-way="${id}">
<button type="button" class="copy" data-copied="${words.copied}" hidden>${words.copy}</button>
<pre tabindex="0" dir="ltr" role="region" aria-label="${name}"><code>${code}</code></pre>
</div>
`,
)}</div>
</section>`;
}

function curl(address: string): string {
  return String.raw`curl -X POST ${address}/api/v1/whatsapp/send \
-H "Content-Type: application/json" \
-H "x-dijla-key: YOUR_DIJLA_MASTER_KEY" \
-d '{
"message": {
"to": "9647700000000",
"templateName": "hello_world",
"languageCode": "en_US"
}
}'`;
}

function fetchCall(address: string): string {
  return `const response = await fetch('${address}/api/v1/whatsapp/send', {
  method: 'POST',
  headers: {
    'Content-Type': 'application/json',
    'x-dijla-key': 'YOUR_DIJLA_MASTER_KEY',
  },
  body: JSON.stringify({
    message: {
      to: '9647700000000',
      templateName: 'hello_world',
      languageCode: 'en_US',
    },
  }),
});
console.log(await response.json());`;
}

function typedClient(address: string): string {
  return `import { createGatewayClient } from './client/index.ts';

const gateway = createGatewayClient({ url: '${address}', key: 'YOUR_DIJLA_MASTER_KEY' });
const sent = await gateway.sendTemplate({
  to: { phone: '9647700000000' },
  template: { name: 'hello_world', language: 'en_US' },
});
console.log(sent.__typename === 'Message' ? sent.status : sent.message);`;
}
