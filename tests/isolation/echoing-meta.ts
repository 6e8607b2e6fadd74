import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface EchoingMeta extends AsyncDisposable {
  readonly url: string;
  /** Every token that it was shown. */
  readonly tokens: ReadonlySet<string>;
}

/** A number and its account of which it knows, whatever the token. */
export const KNOWN = { phoneNumberId: '200000000000001', wabaId: '200000000000002' } as const;

/**
 * The worst Meta for whoever trusts it with a token: whatever it answers quotes the token, in messages, details, names of
 * fields and headers. A text with "accept" is accepted, one with "break" gets a 500 of HTML, all else is refused.
 */
export async function startEchoingMeta(): Promise<EchoingMeta> {
  const tokens = new Set<string>();
  const server = createServer((request, response) => {
    answer(request, response, tokens).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    tokens,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, tokens: Set<string>): Promise<void> {
  let body = '';
  for await (const chunk of request.setEncoding('latin1')) body += chunk;
  const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
  tokens.add(token);
  const headers = { 'content-type': 'application/json', 'x-echo': encodeURIComponent(token) };
  if (body.includes('break')) {
    response.writeHead(500, { ...headers, 'content-type': 'text/html' }).end(`<p>${token}</p>`);
  } else if (request.method === 'GET' && Object.values(KNOWN).some((id) => request.url?.includes(id))) {
    const facts = { id: KNOWN.phoneNumberId, display_phone_number: '+964 780 000 0003', quality_rating: token };
    const account = { name: `Shop ${token}`, verified_name: `Shop ${token}`, data: [{ id: KNOWN.phoneNumberId }] };
    response.writeHead(200, headers).end(JSON.stringify({ ...facts, ...account, [token]: token }));
  } else if (body.includes('accept')) {
    const accepted = { messages: [{ id: `wamid.${tokens.size}${Date.now()}` }], debug: { token, [token]: 'a name' } };
    response.writeHead(200, headers).end(JSON.stringify({ messaging_product: 'whatsapp', contacts: [], ...accepted }));
  } else {
    const details = `The token ${token} is not valid, nor is ${encodeURIComponent(token)}.`;
    const error = {
      message: `Malformed access token ${token}`,
      type: 'OAuthException',
      code: 190,
      fbtrace_id: 'Atrace',
    };
    const data = { details, [token]: token };
    response
      .writeHead(401, headers)
      .end(JSON.stringify({ error: { ...error, error_data: data, error_user_msg: details } }));
  }
}
