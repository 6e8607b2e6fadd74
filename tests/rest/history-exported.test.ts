import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const TO = '+9647701112233';
const EXPORT = '/api/v1/whatsapp/messages/export';
const USAGE = '/api/v1/whatsapp/usage';

async function write(text: string): Promise<void> {
  const response = await gateway.call('POST', '/sandbox/messages', { from: TO, text });
  expect(response.status).toBeLessThan(300);
}

const linesOf = (text: string) => text.trimEnd().split(/\r?\n/);
const json = (text: string) => (text === '' ? [] : linesOf(text).map((line) => JSON.parse(line)));
const today = () => new Date(Date.now() + 3 * 60 * 60 * 1000).toISOString().slice(0, 10);

async function history(query = ''): Promise<string> {
  const response = await gateway.call('GET', `${EXPORT}${query}`);
  expect(response.status).toBe(200);
  return response.text();
}

describe('the history of messages', () => {
  beforeAll(async () => {
    const arrived = (count: number) =>
      vi.waitFor(async () => expect(json(await history('?format=jsonl'))).toHaveLength(count), { timeout: 10_000 });
    for (const [i, text] of ['first', '=HYPERLINK("https://evil.example","x")', 'ثالثًا، "نعم"'].entries()) {
      await write(text);
      await arrived(i + 1);
    }
    await gateway.call('POST', '/api/v1/whatsapp/reply', { message: { to: TO, text: 'answer' } });
    await arrived(4);
  });

  it('is a CSV file that opens rightly, the oldest first', async () => {
    const response = await gateway.call('GET', EXPORT);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="messages.csv"');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = linesOf(bytes.toString('utf8'));
    expect(lines[0]).toContain('id,time (Asia/Baghdad),time (UTC),direction,type,status,phone,name,text,');
    expect(lines).toHaveLength(5);
    expect(lines[1]).toMatch(
      /^msg_\w+,\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{4}-\d\d-\d\dT[\d:.]+Z,INBOUND,text,RECEIVED,'\+9647701112233,[^,]*,first,/,
    );
    expect(lines[2]).toContain(`,"'=HYPERLINK(""https://evil.example"",""x"")",`);
    expect(lines[3]).toContain('"ثالثًا، ""نعم"""');
    expect(lines[4]).toMatch(/,OUTBOUND,text,\w+,'\+9647701112233,/);
  });

  it('is JSON lines with the ids of every other interface', async () => {
    const response = await gateway.call('GET', `${EXPORT}?format=jsonl`);
    expect(response.headers.get('content-type')).toBe('application/jsonl; charset=utf-8');
    const messages = json(await response.text());
    expect(messages.map(({ text }) => text)).toEqual([
      ...['first', '=HYPERLINK("https://evil.example","x")', 'ثالثًا، "نعم"', 'answer'],
    ]);
    const [first] = messages;
    expect(first).toMatchObject({ direction: 'INBOUND', contact: { phone: TO }, error: null, pricing: null });
    expect(Object.keys(first)).not.toContain('seq');
    const found = await gateway.call('GET', `/api/v1/whatsapp/messages/${messages[3].id}`);
    expect(JSON.parse(await found.text())).toMatchObject({ id: messages[3].id });
  });

  it('is filtered', async () => {
    const texts = async (query: string) => json(await history(`?format=jsonl&${query}`)).map((one) => one.text);
    expect(await texts('direction=OUTBOUND')).toEqual(['answer']);
    expect(await texts('status=FAILED')).toEqual([]);
    expect(await texts('type=image')).toEqual([]);
    expect(await texts(`search=${encodeURIComponent('ثالثا نعم')}`)).toEqual(['ثالثًا، "نعم"']);
    expect(await texts('search=answer&direction=INBOUND')).toEqual([]);
    expect(await texts(`to=${encodeURIComponent('2020-01-01T00:00:00Z')}`)).toEqual([]);
    const [{ conversationId, phoneNumber, contact }] = json(await history('?format=jsonl'));
    for (const query of [
      `conversationId=${conversationId}`,
      `contact=${contact.id}`,
      `phoneNumberId=${phoneNumber.id}`,
    ]) {
      expect(await texts(query)).toHaveLength(4);
    }
  });

  it('refuses a search that is too long before a file begins', async () => {
    const response = await gateway.call('GET', `${EXPORT}?search=${'x'.repeat(201)}`);
    expect([response.status, JSON.parse(await response.text()).error.code]).toEqual([400, 'INVALID_INPUT']);
  });

  it('is each tenant’s own, for keys that may read', async () => {
    const ask = async (query: string) => (await gateway.call('POST', '/graphql', { query })).json();
    const created: unknown = await ask('mutation { createTenant(name: "Shop") { ... on Tenant { id } } }');
    const shop = /ten_\w+/.exec(JSON.stringify(created))?.[0] ?? '';
    const keyOf = async (name: string, scope: string) => {
      const issued: unknown =
        await ask(`mutation { issueApiKey(tenant: "${shop}", name: "${name}", scopes: [${scope}]) {
        ... on IssuedApiKey { key } } }`);
      return { 'x-dijla-key': /dk_test_\w+/.exec(JSON.stringify(issued))?.[0] ?? '' };
    };
    const [reader, sender] = [await keyOf('reader', 'read'), await keyOf('sender', 'send')];
    const theirs = await gateway.call('GET', `${EXPORT}?format=jsonl`, undefined, reader);
    expect([theirs.status, await theirs.text()]).toEqual([200, '']);
    for (const path of [EXPORT, `${USAGE}?from=2026-01-01&to=2026-01-01`]) {
      expect((await gateway.call('GET', path, undefined, sender)).status).toBe(403);
      expect((await gateway.call('GET', path, undefined, { 'x-dijla-key': 'wrong' })).status).toBe(401);
    }
    const days = `from=${today()}&to=${today()}`;
    const others = await gateway.call('GET', `${USAGE}?${days}&tenant=dijla`, undefined, reader);
    expect(others.status).toBe(404);
    expect((await gateway.call('GET', `${USAGE}?${days}&tenant=all`, undefined, reader)).status).toBe(403);
    const asTenant = await gateway.call('GET', `${USAGE}?${days}&tenant=${shop}&format=jsonl`);
    expect([asTenant.status, await asTenant.text()]).toEqual([200, '']);
  });
});

describe('usage', () => {
  const range = () => `?from=2026-01-01&to=${today()}`;

  it('is a file by day', async () => {
    await write('counted');
    await expect
      .poll(async () => (await gateway.call('GET', `${USAGE}${range()}&format=jsonl`)).text())
      .toMatch(/INBOUND/);
    const response = await gateway.call('GET', `${USAGE}?from=${today()}&to=${today()}`);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="usage-${today()}-to-${today()}.csv"`,
    );
    const lines = linesOf(await response.text());
    const head =
      'day,counts,direction,type,failed,errorCode,pricingCategory,pricingType,pricingModel,billable,messages';
    expect(lines[0]).toContain(head);
    expect(lines[1]).toMatch(new RegExp(`^${today()},messages,INBOUND,text,false,,,,,,\\d+,,$`));
  });

  it('of every tenant is one file for the operator, which names whose each line is', async () => {
    await write('counted too');
    const all = `${range()}&tenant=all`;
    await expect.poll(async () => (await gateway.call('GET', `${USAGE}${all}&format=jsonl`)).text()).toMatch(/INBOUND/);
    const [head, first] = linesOf(await (await gateway.call('GET', `${USAGE}${all}`)).text());
    expect(head).toContain('tenant,tenantName,day,counts,direction');
    expect(first).toMatch(new RegExp(`^dijla,[^,]+,${today()},messages,`));
  });

  it('needs days', async () => {
    for (const [query, field] of [
      ['', 'from'],
      ['?from=2026-01-01', 'to'],
      ['?from=2026-01-01&to=2026-13-01', 'to'],
    ] as const) {
      const response = await gateway.call('GET', `${USAGE}${query}`);
      expect([response.status, JSON.parse(await response.text()).error.field]).toEqual([400, field]);
    }
  });
});
