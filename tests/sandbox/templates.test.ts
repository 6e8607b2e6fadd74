import { describe, expect, it } from 'vitest';
import { closeAfterEach, FIRST, list, object, refusal, type Stage, stage } from './support.ts';

closeAfterEach();

const path = `/v25.0/${FIRST.wabaId}/message_templates`;
const to = '+9647700000000';
const body = (...values: string[]) => ({ type: 'body', parameters: values.map((text) => ({ type: 'text', text })) });
const named = (values: Record<string, string>) => ({
  type: 'body',
  parameters: Object.entries(values).map(([name, text]) => ({ type: 'text', parameter_name: name, text })),
});
const url = (text: string) => ({ type: 'button', sub_type: 'url', index: 0, parameters: [{ type: 'text', text }] });
const image = { type: 'header', parameters: [{ type: 'image', image: { link: 'https://a.example/b.png' } }] };
const headerText = (text: string) => ({ type: 'header', parameters: [{ type: 'text', text }] });

function sendTemplate(on: Stage, name: string, code: string, components?: object[]) {
  return on.send({
    to,
    type: 'template',
    template: { name, language: { code }, ...(components ? { components } : {}) },
  });
}

describe('the list of templates', () => {
  it('starts with one of each kind, in English and Arabic', async () => {
    const { graph } = await stage();
    const { body: page } = await graph('GET', path);
    const templates = list(page, 'data');
    expect(templates.length).toBeGreaterThanOrEqual(8);
    expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length);
    expect(new Set(templates.map(({ status }) => status))).toEqual(new Set(['APPROVED', 'PAUSED', 'REJECTED']));
    expect(new Set(templates.map(({ category }) => category)).size).toBe(3);
    expect(templates.some(({ language }) => language === 'ar')).toBe(true);
    expect(page['paging']).not.toHaveProperty('next');
  });

  it('comes in pages by cursor, forwards and backwards', async () => {
    const { graph, sandbox } = await stage();
    const whole = list((await graph('GET', path)).body, 'data').map(({ id }) => id);
    const seen: unknown[] = [];
    let next: string | undefined = `${path}?limit=4`;
    let lastPage: Record<string, unknown> = {};
    while (next !== undefined) {
      lastPage = (await graph('GET', next)).body;
      seen.push(...list(lastPage, 'data').map(({ id }) => id));
      const after = object(lastPage['paging'])['next'];
      next = typeof after === 'string' ? after.replace(sandbox.url, '') : undefined;
    }
    expect(seen).toEqual(whole);
    const { before } = object(object(lastPage['paging'])['cursors']);
    const back = list((await graph('GET', `${path}?limit=4&before=${String(before)}`)).body, 'data');
    expect(back.map(({ id }) => id)).toEqual(whole.slice(-1 - ((whole.length - 1) % 4) - 4).slice(0, 4));
    expect(refusal(await graph('GET', `${path}?after=nonsense`))).toBe('400/100');
    expect(refusal(await graph('GET', `${path}?limit=0`))).toBe('400/100');
  });

  it('is 25 long at most when no limit is given', async () => {
    const { graph } = await stage();
    const content = { language: 'en', category: 'UTILITY', components: [{ type: 'BODY', text: 'Hello there.' }] };
    for (let at = 0; at < 20; at++) await graph('POST', path, { name: `bulk_${at}`, ...content });
    const { body: page } = await graph('GET', path);
    expect(list(page, 'data')).toHaveLength(25);
    expect(object(page['paging'])['next']).toContain('after=');
  });

  it('filters by name, status and language, and gives the fields asked for', async () => {
    const { graph } = await stage();
    const languages = list((await graph('GET', `${path}?name=order_confirmation&fields=language`)).body, 'data');
    expect(languages.map(({ language }) => language)).toEqual(['en', 'ar']);
    expect(Object.keys(object(languages[0])).sort()).toEqual(['id', 'language']);
    const paused = list((await graph('GET', `${path}?status=PAUSED`)).body, 'data');
    expect(paused.map(({ name }) => name)).toEqual(['customer_survey']);
    const arabic = list((await graph('GET', `${path}?language=ar`)).body, 'data');
    expect(arabic).toHaveLength(2);
    const [first] = arabic;
    expect((await graph('GET', `/v25.0/${String(first?.['id'])}?fields=name`)).body).toMatchObject({
      name: first?.['name'],
    });
  });
});

describe('a template', () => {
  const content = {
    language: 'en_US',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: 'Hello {{1}}, welcome.' }],
  };

  it('is created pending and approved a moment later, with an id beyond 2^53', async () => {
    const on = await stage();
    const { status, body: created } = await on.graph('POST', path, { name: 'welcome', ...content });
    expect(status).toBe(200);
    expect(created).toEqual({ id: expect.any(String), status: 'PENDING', category: 'UTILITY' });
    await on.sandbox.idle();
    expect(on.callback.received[0]?.raw.toString()).toContain(`"message_template_id":${String(created['id'])},`);
    expect(Number.isSafeInteger(Number(created['id']))).toBe(false);
    expect(on.callback.received[0]?.body).toMatchObject({
      entry: [
        {
          id: FIRST.wabaId,
          time: expect.any(Number),
          changes: [
            {
              field: 'message_template_status_update',
              value: {
                event: 'APPROVED',
                message_template_name: 'welcome',
                message_template_language: 'en_US',
                reason: 'NONE',
              },
            },
          ],
        },
      ],
    });
    expect((await sendTemplate(on, 'welcome', 'en_US', [body('Noor')])).status).toBe(200);
    expect(refusal(await on.graph('POST', path, { name: 'welcome', ...content }))).toBe('400/100');
  });

  it('is rejected when its name asks for it', async () => {
    const on = await stage();
    await on.graph('POST', path, { name: 'rejected_offer', ...content });
    await on.sandbox.idle();
    expect(on.callback.values()).toMatchObject([{ event: 'REJECTED', reason: 'INVALID_FORMAT' }]);
    expect(refusal(await sendTemplate(on, 'rejected_offer', 'en_US', [body('x')]))).toBe('404/132001');
  });

  it.each([
    ['a name with capitals', { name: 'Welcome' }, '400/131009'],
    ['no body', { components: [{ type: 'FOOTER', text: 'x' }] }, '400/131008'],
    ['a body too long', { components: [{ type: 'BODY', text: 'x'.repeat(1025) }] }, '400/100/2388040'],
    ['a variable at the end', { components: [{ type: 'BODY', text: 'Hello {{1}}' }] }, '400/100/2388299'],
    ['no category', { category: undefined }, '400/131008'],
  ])('is not created with %s', async (_, change, expected) => {
    const { graph } = await stage();
    expect(refusal(await graph('POST', path, { name: 'welcome', ...content, ...change }))).toBe(expected);
  });

  it('is deleted in every language', async () => {
    const on = await stage();
    expect((await on.graph('DELETE', `${path}?name=order_confirmation`)).body).toEqual({ success: true });
    expect(list((await on.graph('GET', `${path}?name=order_confirmation`)).body, 'data')).toEqual([]);
    expect(refusal(await on.graph('DELETE', `${path}?name=order_confirmation`))).toBe('400/100');
    expect(refusal(await on.graph('DELETE', path))).toBe('400/100');
  });
});

describe('a template send', () => {
  const order = { customer_name: 'Noor', order_number: 'DJ-1' };
  const offer = [image, body('Noor', '20%')];
  const update = (suffix: string) => [headerText('DJ-1'), body('Noor', '6 pm'), url(suffix)];
  const code = [body('123456'), url('123456')];

  it.each([
    ['nothing to fill in', 'hello_world', 'en_US', undefined],
    ['named parameters', 'order_confirmation', 'ar', [named(order)]],
    ['positional parameters and a link', 'delivery_update', 'en_US', update('DJ-1')],
    [
      'an old kind of parameter',
      'delivery_update',
      'en_US',
      [
        headerText('DJ-1'),
        {
          type: 'body',
          parameters: [
            { type: 'text', text: 'x' },
            { type: 'date_time', date_time: { fallback_value: '6 pm' } },
          ],
        },
        url('DJ-1'),
      ],
    ],
    ['quick replies left alone', 'appointment_reminder', 'ar', [body('سارة', 'الأحد', '10:30')]],
    [
      'a quick reply with a payload',
      'appointment_reminder',
      'ar',
      [
        body('a', 'b', 'c'),
        { type: 'button', sub_type: 'quick_reply', index: '1', parameters: [{ type: 'payload', payload: 'later' }] },
      ],
    ],
    ['an image', 'spring_offer', 'en_US', offer],
    ['a code', 'verification_code', 'en_US', code],
  ])('is accepted with %s', async (_, name, language, components) => {
    const on = await stage();
    const answer = await sendTemplate(on, name, language, components);
    expect(answer.body).toMatchObject({ messages: [{ message_status: 'accepted' }] });
  });

  it.each([
    ['an unknown name', 'hello_wrld', 'en_US', undefined, '404/132001'],
    ['another language', 'hello_world', 'ar', undefined, '404/132001'],
    ['a rejected template', 'free_gift', 'en_US', undefined, '404/132001'],
    ['a paused template', 'customer_survey', 'en_US', undefined, '400/132015'],
    ['too few parameters', 'delivery_update', 'en_US', [headerText('DJ-1'), body('Noor'), url('x')], '400/132000'],
    ['parameters for none', 'hello_world', 'en_US', [body('Noor')], '400/132000'],
    [
      'an unknown parameter name',
      'order_confirmation',
      'en',
      [named({ customer: 'Noor', order_number: '1' })],
      '400/132012',
    ],
    ['positions where names are due', 'order_confirmation', 'en', [body('Noor', 'DJ-1')], '400/132012'],
    ['no image', 'spring_offer', 'en_US', [body('Noor', '20%')], '400/132012'],
    [
      'a video for an image',
      'spring_offer',
      'en_US',
      [
        { type: 'header', parameters: [{ type: 'video', video: { link: 'https://a.example/b' } }] },
        body('Noor', '20%'),
      ],
      '400/132012',
    ],
    [
      'an image in the body',
      'delivery_update',
      'en_US',
      [
        headerText('x'),
        {
          type: 'body',
          parameters: [
            { type: 'image', image: {} },
            { type: 'text', text: 'x' },
          ],
        },
        url('x'),
      ],
      '400/132012',
    ],
    ['no link suffix', 'delivery_update', 'en_US', [headerText('DJ-1'), body('Noor', '6 pm')], '400/131008'],
    ['an empty parameter', 'delivery_update', 'en_US', [headerText('DJ-1'), body('Noor', ''), url('x')], '400/131008'],
    [
      'a wrong button kind',
      'delivery_update',
      'en_US',
      [
        headerText('DJ-1'),
        body('a', 'b'),
        { type: 'button', sub_type: 'quick_reply', index: 0, parameters: [{ type: 'payload', payload: 'x' }] },
      ],
      '400/132012',
    ],
    ['a button that is not there', 'hello_world', 'en_US', [url('x')], '400/132000'],
    [
      'a text too long when filled',
      'delivery_update',
      'en_US',
      [headerText('x'), body('x'.repeat(1024), 'y'), url('x')],
      '400/132005',
    ],
    ['a code too long', 'verification_code', 'en_US', [body('1234567890123456'), url('1')], '400/132005'],
    ['an unknown component', 'hello_world', 'en_US', [{ type: 'boddy', parameters: [] }], '400/100'],
  ])('is refused for %s', async (_, name, language, components, expected) => {
    const on = await stage();
    expect(refusal(await sendTemplate(on, name, language, components))).toBe(expected);
  });
});
