import { describe, expect, it, test } from 'vitest';
import type { InboundNotice } from '../../src/domain/inbound.ts';
import type { Json, JsonObject } from '../../src/domain/json.ts';
import { changeBody, messagesBody, NUMBER_ID, only, parse, RECEIVED_AT } from './support.ts';

const METADATA = { display_phone_number: '15550783881', phone_number_id: NUMBER_ID };
const NOBODY = { phone: null, userId: null, parentUserId: null, username: null, name: null };
const AT = 1_760_000_000_000;

function told(field: string, value: JsonObject): InboundNotice {
  const item = only(parse(changeBody(field, { messaging_product: 'whatsapp', metadata: METADATA, ...value })).items);
  if (item.kind !== 'notice') throw new Error(`expected a notice, got a ${item.kind}`);
  return item;
}

describe('a call', () => {
  const CALL = {
    id: 'wacid.1',
    to: '15550783881',
    event: 'connect',
    timestamp: '1760000000',
    direction: 'USER_INITIATED',
  };

  it('that a person begins is told of them, by phone, by user id, and by the contacts beside it', () => {
    const calls = [
      { ...CALL, from: '9647700000001' },
      { ...CALL, from_user_id: 'IQ.9' },
    ];
    const contacts = [{ wa_id: '9647700000001', user_id: 'IQ.1', profile: { name: 'Noor' } }];
    const item = told('calls', { calls, contacts });
    expect(item).toMatchObject({ field: 'calls', eventType: 'platform', phoneNumberId: NUMBER_ID });
    expect(item.raw).toMatchObject({ field: 'calls', value: { calls } });
    expect(item.news).toEqual([
      { kind: 'called', who: { ...NOBODY, phone: '+9647700000001', userId: 'IQ.1', name: 'Noor' }, at: AT },
      { kind: 'called', who: { ...NOBODY, userId: 'IQ.9' }, at: AT },
    ]);
  });

  it('tells with its end when it began', () => {
    const ended = {
      ...CALL,
      from: '9647700000001',
      event: 'terminate',
      timestamp: '1760000900',
      start_time: '1760000000',
    };
    expect(told('calls', { calls: [ended] }).news).toMatchObject([{ at: AT }]);
  });

  it('of ours, or without a direction, says nothing of the person', () => {
    const { direction: _direction, ...bare } = CALL;
    const calls = [{ ...CALL, direction: 'BUSINESS_INITIATED' }, bare, null, 'x', []];
    const item = told('calls', { calls, statuses: [{ id: 'wacid.1', type: 'call', status: 'RINGING' }] });
    expect(item.news).toBeUndefined();
  });
});

describe('a preference', () => {
  const STOP = { wa_id: '9647700000001', category: 'marketing_messages', value: 'stop', timestamp: 1_760_000_000 };

  it('about marketing messages is told of its person', () => {
    const resumed = { user_id: 'IQ.1', category: 'marketing_messages', value: 'resume', timestamp: '1760000060' };
    const { news } = told('user_preferences', { user_preferences: [STOP, resumed] });
    expect(news).toEqual([
      { kind: 'marketing', who: { ...NOBODY, phone: '+9647700000001' }, at: AT, wanted: false },
      { kind: 'marketing', who: { ...NOBODY, userId: 'IQ.1' }, at: AT + 60_000, wanted: true },
    ]);
  });

  it('that is not understood says nothing', () => {
    const odd: Json[] = [{ ...STOP, category: 'utility' }, { ...STOP, value: 'pause' }, { ...STOP, value: 1 }, 7, null];
    expect(told('user_preferences', { user_preferences: odd }).news).toBeUndefined();
    expect(told('user_preferences', { user_preferences: 'stop' }).news).toBeUndefined();
    expect(told('user_preferences', { user_preferences: [{ ...STOP, timestamp: 'soon' }] }).news).toMatchObject([
      { at: RECEIVED_AT },
    ]);
  });

  it('for no number of anybody says nothing, and in numbers beyond a webhook is cut', () => {
    const body = changeBody('user_preferences', { user_preferences: [STOP] });
    expect(only(parse(body).items)).not.toHaveProperty('news');
    const many = Array.from({ length: 1_500 }, () => STOP);
    expect(told('user_preferences', { user_preferences: many }).news).toHaveLength(1_000);
  });
});

describe('a message', () => {
  const MESSAGE = { from: '9647700000001', id: 'wamid.1', timestamp: '1760000000', type: 'text', text: { body: 'x' } };
  const entryOf = (referral: Json) => {
    const item = only(parse(messagesBody({ messages: [{ ...MESSAGE, referral }] })).items);
    return item.kind === 'message' ? item.entryPoint : 'no message';
  };

  test.each([
    [{ source_type: 'ad', source_id: '1' }, 'ad'],
    [{ source_type: 'post' }, 'post'],
    [{ source_type: 'elsewhere' }, undefined],
    [{ source_type: { ad: true } }, undefined],
    ['ad', undefined],
    [null, undefined],
  ])('with the referral %j came by %s', (referral, expected) => {
    expect(entryOf(referral)).toBe(expected);
  });
});

describe("a status's conversation", () => {
  const STATUS = { id: 'wamid.1', status: 'sent', timestamp: '1760000000', recipient_id: '9647700000001' };
  const conversationOf = (conversation: Json) => {
    const item = only(parse(messagesBody({ statuses: [{ ...STATUS, conversation }] })).items);
    return item.kind === 'status' ? item.conversation : 'no status';
  };

  it('is kept with its origin and its end', () => {
    const told = { id: 'c1', origin: { type: 'referral_conversion' }, expiration_timestamp: '1760259200' };
    const expiresAt = new Date(1_760_259_200_000).toISOString();
    expect(conversationOf(told)).toEqual({ id: 'c1', originType: 'referral_conversion', expiresAt });
    expect(conversationOf({ id: 'c1' })).toEqual({ id: 'c1', originType: null, expiresAt: null });
  });

  test.each([[null], ['c1'], [{}], [{ id: 5, origin: 'service', expiration_timestamp: 'soon' }]])(
    'that says nothing (%j) is none',
    (conversation) => {
      expect(conversationOf(conversation)).toBeUndefined();
    },
  );
});
