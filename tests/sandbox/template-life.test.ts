import { describe, expect, it } from 'vitest';
import { closeAfterEach, FIRST, list, object, refusal, type Stage, stage, wamidOf } from './support.ts';

closeAfterEach();

const path = `/v25.0/${FIRST.wabaId}/message_templates`;
const to = '+9647700000000';
const body = (text: string) => [{ type: 'BODY', text }];
const greeting = { language: 'en', category: 'UTILITY', components: body('Hello there.') };

const decide = (on: Stage, name: string, what: object) => on.control('POST', `/sandbox/templates/${name}`, what);

async function create(on: Stage, name: string, change: object = {}) {
  const answer = await on.graph('POST', path, { name, ...greeting, ...change });
  await on.sandbox.idle();
  return answer;
}

function send(on: Stage, name: string, code = 'en', components?: object[]) {
  return on.send({ to, type: 'template', template: { name, language: { code }, ...(components && { components }) } });
}

async function node(on: Stage, name: string): Promise<Record<string, unknown>> {
  return object(list((await on.graph('GET', `${path}?name=${name}`)).body, 'data')[0]);
}

/** Field and value of the webhooks that came since the last call, without the names of the template. */
function news(on: Stage): unknown[] {
  return on.callback.received.splice(0).flatMap((received) =>
    list(received.body, 'entry').flatMap((entry) => {
      expect(entry['time']).toEqual(expect.any(Number));
      expect(received.raw.toString()).toMatch(/"message_template_id":\d+/);
      return list(entry, 'changes').map(({ field, value }) => {
        const { message_template_id, message_template_name, message_template_language, ...told } = object(value);
        expect([message_template_id, message_template_name, message_template_language]).not.toContain(undefined);
        return [field, told];
      });
    }),
  );
}

describe('the life of a template', () => {
  it('pauses for 3 hours, for 6 hours, and is disabled the third time', async () => {
    const on = await stage();
    const status = 'message_template_status_update';
    for (const [title, hours] of [
      ['FIRST_PAUSE', 3],
      ['SECOND_PAUSE', 6],
    ] as const) {
      await decide(on, 'hello_world', { status: 'PAUSED' });
      await on.sandbox.idle();
      expect(news(on)).toMatchObject([[status, { event: 'PAUSED', other_info: { title } }]]);
      expect(refusal(await send(on, 'hello_world', 'en_US'))).toBe('400/132015');
      await on.control('POST', '/sandbox/clock', { hours: hours - 0.1 });
      expect(await node(on, 'hello_world')).toMatchObject({ status: 'PAUSED' });
      await on.control('POST', '/sandbox/clock', { hours: 0.2 });
      await on.sandbox.idle();
      expect(news(on)).toMatchObject([[status, { event: 'APPROVED', other_info: { title: 'UNPAUSE' } }]]);
      expect(await node(on, 'hello_world')).toMatchObject({ status: 'APPROVED' });
    }
    await decide(on, 'hello_world', { status: 'PAUSED' });
    await on.sandbox.idle();
    expect(news(on)).toMatchObject([
      [
        status,
        { event: 'DISABLED', other_info: { title: 'DISABLED' }, disable_info: { disable_date: expect.any(Number) } },
      ],
    ]);
    expect(refusal(await send(on, 'hello_world', 'en_US'))).toBe('400/132016');
    expect(refusal(await on.graph('DELETE', `${path}?name=hello_world`))).toBe('400/100');
  });

  it('tells its quality, and pauses when it is red', async () => {
    const on = await stage();
    await decide(on, 'hello_world', { quality: 'YELLOW' });
    await on.sandbox.idle();
    await decide(on, 'hello_world', { quality: 'RED' });
    await on.sandbox.idle();
    expect(news(on)).toMatchObject([
      ['message_template_quality_update', { previous_quality_score: 'UNKNOWN', new_quality_score: 'YELLOW' }],
      ['message_template_quality_update', { previous_quality_score: 'YELLOW', new_quality_score: 'RED' }],
      ['message_template_status_update', { event: 'PAUSED' }],
    ]);
    const { id, quality_score } = await node(on, 'hello_world');
    expect(quality_score).toMatchObject({ score: 'RED', date: expect.any(Number) });
    expect((await on.graph('POST', `/v25.0/${String(id)}/unpause`)).body).toEqual({ success: true });
    expect((await send(on, 'hello_world', 'en_US')).status).toBe(200);
    expect((await on.graph('POST', `/v25.0/${String(id)}/unpause`)).body).toMatchObject({ success: false });
  });

  it('changes its category a day after the notice', async () => {
    const on = await stage();
    const field = 'template_category_update';
    await decide(on, 'hello_world', { category: 'MARKETING' });
    await on.sandbox.idle();
    expect(news(on)).toMatchObject([
      [
        field,
        { new_category: 'UTILITY', correct_category: 'MARKETING', category_update_timestamp: expect.any(Number) },
      ],
    ]);
    expect(await node(on, 'hello_world')).toMatchObject({ category: 'UTILITY' });
    await on.control('POST', '/sandbox/clock', { hours: 24 });
    await on.sandbox.idle();
    expect(news(on)).toEqual([[field, { previous_category: 'UTILITY', new_category: 'MARKETING' }]]);
    expect(await node(on, 'hello_world')).toMatchObject({ category: 'MARKETING', previous_category: 'UTILITY' });
    await decide(on, 'hello_world', { category: 'UTILITY', now: true });
    await decide(on, 'hello_world', { correctCategory: 'MARKETING' });
    await on.sandbox.idle();
    expect(news(on)).toEqual(
      expect.arrayContaining([
        [field, { previous_category: 'MARKETING', new_category: 'UTILITY' }],
        ['template_correct_category_detection', { category: 'UTILITY', correct_category: 'MARKETING' }],
      ]),
    );
  });

  it.each([
    [
      'REJECTED',
      { reason: 'SCAM', recommendation: 'Say less.' },
      'REJECTED',
      { reason: 'SCAM', rejection_info: { recommendation: 'Say less.' } },
    ],
    ['ARCHIVED', {}, 'ARCHIVED', {}],
    ['UNARCHIVED', {}, 'APPROVED', {}],
    ['REINSTATED', {}, 'APPROVED', {}],
    ['FLAGGED', {}, 'APPROVED', {}],
    ['LOCKED', {}, 'APPROVED', {}],
    ['IN_APPEAL', {}, 'IN_APPEAL', {}],
    ['LIMIT_EXCEEDED', {}, 'LIMIT_EXCEEDED', {}],
    ['DISABLED', {}, 'DISABLED', {}],
    ['PENDING', {}, 'PENDING', {}],
  ])('is told to be %s', async (event, more, status, value) => {
    const on = await stage();
    await decide(on, 'hello_world', { status: event, ...more });
    await on.sandbox.idle();
    expect(news(on)).toMatchObject([['message_template_status_update', { event, ...value }]]);
    expect(await node(on, 'hello_world')).toMatchObject({ status });
    expect((await send(on, 'hello_world', 'en_US')).status === 200).toBe(status === 'APPROVED');
  });

  it('is reviewed anew after an edit, which may be once a day and ten times in 30 days', async () => {
    const on = await stage();
    const { id } = (await create(on, 'greeting')).body;
    news(on);
    const edit = (change: object) => on.graph('POST', `/v25.0/${String(id)}`, change);
    const components = [
      ...body('Good day.'),
      { type: 'header', format: 'text', text: 'Hi' },
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Site', url: 'https://a.example' }] },
    ];
    expect(refusal(await edit({ category: 'MARKETING' }))).toBe('400/100');
    expect((await edit({ components })).body).toEqual({ success: true });
    await on.sandbox.idle();
    expect(news(on)).toMatchObject([
      ['message_template_status_update', { event: 'APPROVED' }],
      [
        'message_template_components_update',
        {
          message_template_element: 'Good day.',
          message_template_title: 'Hi',
          message_template_buttons: [
            {
              message_template_button_type: 'URL',
              message_template_button_text: 'Site',
              message_template_button_url: 'https://a.example',
            },
          ],
        },
      ],
    ]);
    expect(refusal(await edit({ components }))).toBe('400/100');
    for (let day = 1; day < 10; day++) {
      await on.control('POST', '/sandbox/clock', { hours: 24 });
      expect((await edit({ components })).status).toBe(200);
      await on.sandbox.idle();
    }
    await on.control('POST', '/sandbox/clock', { hours: 24 });
    expect(refusal(await edit({ components }))).toBe('400/100');
    expect(refusal(await on.graph('POST', '/v25.0/950000000000000001', { components }))).toBe('400/100/33');
  });

  it('cannot be edited while it is reviewed', async () => {
    const on = await stage();
    const { id } = (await create(on, 'pending_greeting')).body;
    const answer = await on.graph('POST', `/v25.0/${String(id)}`, { components: body('Good day.') });
    expect(refusal(answer)).toBe('400/100/2388039');
  });

  it('keeps its name for 30 days after it was deleted', async () => {
    const on = await stage();
    await create(on, 'greeting');
    news(on);
    expect((await on.graph('DELETE', `${path}?name=greeting`)).body).toEqual({ success: true });
    await on.sandbox.idle();
    expect(news(on)).toMatchObject([['message_template_status_update', { event: 'DELETED' }]]);
    expect(refusal(await create(on, 'greeting', { language: 'ar' }))).toBe('400/100');
    await on.control('POST', '/sandbox/clock', { hours: 30 * 24 });
    expect((await create(on, 'greeting')).status).toBe(200);
    await create(on, 'rejected_greeting');
    await on.graph('DELETE', `${path}?name=rejected_greeting`);
    expect((await create(on, 'rejected_greeting')).status).toBe(200);
  });

  it('waits with its deletion until what was sent has arrived', async () => {
    const on = await stage();
    await decide(on, 'hello_world', { pacing: 'hold' });
    await send(on, 'hello_world', 'en_US');
    await on.graph('DELETE', `${path}?name=hello_world`);
    expect(await node(on, 'hello_world')).toMatchObject({ status: 'PENDING_DELETION' });
    await decide(on, 'hello_world', { pacing: 'release' });
    await on.sandbox.idle();
    expect(list((await on.graph('GET', `${path}?name=hello_world`)).body, 'data')).toEqual([]);
    const told = on.callback.values().filter((value) => 'event' in value);
    expect(told.map(({ event }) => event)).toEqual(['PENDING_DELETION', 'DELETED']);
  });

  it('is created 100 times an hour at most', async () => {
    const on = await stage();
    for (let at = 0; at < 100; at++) {
      expect((await on.graph('POST', path, { name: `pending_${at}`, ...greeting })).status).toBe(200);
    }
    expect(refusal(await create(on, 'one_more'))).toBe('400/80007');
    await on.control('POST', '/sandbox/clock', { hours: 1 });
    expect((await create(on, 'one_more')).status).toBe(200);
    expect(await node(on, 'pending_7')).toMatchObject({ status: 'PENDING' });
  });

  it.each([
    ['release', 'read'],
    ['fail', 'failed'],
  ])('holds sends for quality assessment, then: %s', async (verdict, last) => {
    const on = await stage();
    await decide(on, 'hello_world', { pacing: 'hold' });
    const answer = await send(on, 'hello_world', 'en_US');
    expect(answer.body).toMatchObject({ messages: [{ message_status: 'held_for_quality_assessment' }] });
    await on.sandbox.idle();
    expect(on.callback.received).toEqual([]);
    await decide(on, 'hello_world', { pacing: verdict });
    await on.sandbox.idle();
    const statuses = on.callback.statuses(wamidOf(answer));
    expect(statuses.at(-1)).toMatchObject({ status: last });
    if (verdict === 'fail') {
      expect(statuses).toMatchObject([{ errors: [{ code: 132015 }] }]);
      expect(await node(on, 'hello_world')).toMatchObject({ status: 'PAUSED' });
    }
    const next = await send(on, 'hello_world', 'en_US');
    expect(next.status).toBe(verdict === 'fail' ? 400 : 200);
  });

  it('is listed with what it waits for, and decided for one language or all', async () => {
    const on = await stage();
    await decide(on, 'order_confirmation', { language: 'ar', status: 'ARCHIVED' });
    const templates = list((await on.control('GET', '/sandbox/templates')).body, 'templates');
    const mine = templates.filter(({ name, wabaId }) => name === 'order_confirmation' && wabaId === FIRST.wabaId);
    expect(mine.map(({ language, status }) => [language, status])).toEqual([
      ['en', 'APPROVED'],
      ['ar', 'ARCHIVED'],
    ]);
  });

  it.each([
    ['hello_world', {}, 'One of `status`'],
    ['hello_world', { status: 'GONE' }, '`status` must be one of APPROVED'],
    ['hello_wrld', { status: 'PAUSED' }, 'There is no template hello_wrld. There are: hello_world'],
    ['hello_world', { language: 'ar', status: 'PAUSED' }, 'in ar'],
    ['hello_world', { wabaId: '1', status: 'PAUSED' }, `\`wabaId\` must be one of ${FIRST.wabaId}`],
  ])('%s %j is answered with a sentence', async (name, what, sentence) => {
    const answer = await decide(await stage(), name, what);
    expect(answer.status).toBe(400);
    expect(answer.body['error']).toContain(sentence);
  });
});
