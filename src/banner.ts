/** What a newcomer to the sandbox needs next, in plain text. The key stands here and nowhere else. */
export function sandboxBanner(facts: {
  readonly url: string;
  readonly key: string;
  readonly signInToken: string;
  readonly number: string;
  readonly direct: {
    readonly wabaId: string;
    readonly phoneNumberId: string;
    readonly accessToken: string;
    readonly appSecret: string;
    readonly verifyToken: string;
  };
}): string {
  const { url, key, direct } = facts;
  return `
Dijla WhatsApp Cloud API Gateway — sandbox. Nothing is sent to WhatsApp.

  Address        ${url}
  Your API key   ${key}
  Dashboard      ${url}/signin?token=${facts.signInToken}   (works once, 15 minutes)
  GraphiQL       ${url}/graphql
  Your number    ${facts.number}

Send a template:

  curl -X POST ${url}/api/v1/whatsapp/send \\
    -H 'Content-Type: application/json' -H 'x-dijla-key: ${key}' \\
    -d '{"message":{"to":"9647700000000","templateName":"hello_world","languageCode":"en_US"}}'

Let a customer write to you:

  curl -X POST ${url}/sandbox/messages \\
    -H 'Content-Type: application/json' -H 'x-dijla-key: ${key}' \\
    -d '{"from":"9647700000000","text":"Hello, is my order on its way?"}'

Watch it live:

  curl -N '${url}/api/v1/whatsapp/events' -H 'Accept: text/event-stream' -H 'x-dijla-key: ${key}'

A tenant with a key of its own, which sends from your number at once ("Tenants and keys" in README.md); two calls:

  curl ${url}/graphql -H 'Content-Type: application/json' -H 'x-dijla-key: ${key}' \\
    -d '{"query":"mutation { createTenant(name: \\"Acme\\") { ... on Tenant { id } } }"}'

  curl ${url}/graphql -H 'Content-Type: application/json' -H 'x-dijla-key: ${key}' \\
    -d '{"query":"mutation { issueApiKey(tenant: \\"ten_…\\", name: \\"app\\", scopes: [send, read, manage]) { ... on IssuedApiKey { key } } }"}'

A second account, for trying whatsappConfig (WABA ${direct.wabaId}):

  "whatsappConfig": { "phoneNumberId": "${direct.phoneNumberId}",
                      "accessToken": "${direct.accessToken}" }

or as that tenant's own number: store it with addPhoneNumber ("Direct tenants" in README.md; a key with the scope manage),
with an app of its own:

  appSecret ${direct.appSecret}   verifyToken ${direct.verifyToken}

Go live: set META_ACCESS_TOKEN, META_PHONE_NUMBER_ID, META_WABA_ID, META_APP_SECRET, META_VERIFY_TOKEN and
DIJLA_MASTER_KEY in .env (see .env.example and "Go live" in README.md), then start again.
`;
}

export function liveBanner(facts: { readonly url: string; readonly publicUrl: string | null }): string {
  const address = facts.publicUrl ?? facts.url;
  return `
Dijla WhatsApp Cloud API Gateway — live.

  Address   ${facts.url}
  Webhook   ${address}/api/v1/whatsapp/webhook   (callback URL of your Meta app)
  Portal    ${address}/
`;
}
