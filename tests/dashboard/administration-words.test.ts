import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshRefusal, isSilent } from '../../client/dashboard/screens/connection/connection-words.ts';
import { addressesIn, curlFor, type Scope } from '../../client/dashboard/screens/keys/key-words.ts';
import { type Assignment, assignmentOf, inputOf } from '../../client/dashboard/screens/numbers/number-words.ts';
import { attached, kindOf } from '../../client/dashboard/screens/phone/attachment.ts';
import { QUOTAS, readQuota, typed } from '../../client/dashboard/screens/tenants/tenant-words.ts';

describe('a new key', () => {
  it('comes with a call that it may make', () => {
    const curl = (...scopes: Scope[]) => curlFor({ key: 'dk_test_x', scopes }, 'https://gate.example');
    expect(curl('send', 'read')).toContain('curl -X POST https://gate.example/api/v1/whatsapp/send');
    expect(curl('read')).toContain('/api/v1/whatsapp/events');
    expect(curl('manage')).toContain('/graphql');
    for (const one of [curl('send'), curl('read'), curl('manage')]) expect(one).toContain("'x-dijla-key: dk_test_x'");
  });

  it('takes addresses one a line or with commas of either language', () => {
    expect(addressesIn(' 10.0.0.0/8\n2001:db8::/32, 1.2.3.4،5.6.7.8 ')).toEqual([
      '10.0.0.0/8',
      '2001:db8::/32',
      '1.2.3.4',
      '5.6.7.8',
    ]);
    expect(addressesIn('')).toEqual([]);
  });
});

describe('a quota', () => {
  it('is read as it was written, media in megabytes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...QUOTAS), fc.option(fc.nat()), (name, value) => {
        const none = {
          sendsPerDay: null,
          messagesPerSecond: null,
          sockets: null,
          subscriptions: null,
          mediaBytes: null,
        };
        expect(readQuota(typed({ ...none, [name]: value }, name), name)).toBe(value);
      }),
    );
  });

  it('may be typed in Arabic digits, and is no word or part of a number', () => {
    expect(readQuota('٥٠٠', 'sendsPerDay')).toBe(500);
    expect(readQuota(' ', 'sendsPerDay')).toBeNull();
    for (const wrong of ['many', '1.5', '-1']) expect(readQuota(wrong, 'sendsPerDay')).toBeUndefined();
  });
});

describe('whom a number is for', () => {
  const given: Assignment = { whose: 'shared', tenantId: null, tenants: [], defaultTenantId: null, answerDays: '30' };

  it('is one tenant, or a sharing, never both', () => {
    expect(inputOf({ ...given, whose: 'tenant', tenantId: 'ten_1' })).toEqual({ tenantId: 'ten_1', sharing: null });
    expect(inputOf({ ...given, tenantId: 'ten_1' })).toEqual({
      tenantId: null,
      sharing: { tenants: null, defaultTenantId: null, answerDays: 30 },
    });
    expect(inputOf({ ...given, whose: 'operator' })).toEqual({ tenantId: null, sharing: null });
  });

  it('is nothing yet while something is missing or wrong', () => {
    expect(inputOf({ ...given, whose: 'tenant' })).toBeNull();
    for (const answerDays of ['', '0', '366', 'x', '1.5']) expect(inputOf({ ...given, answerDays })).toBeNull();
  });

  it('stands in the form as the number has it', () => {
    expect(assignmentOf({ tenantId: 'dijla', sharing: null }, 'dijla').whose).toBe('operator');
    expect(assignmentOf({ tenantId: 'ten_1', sharing: null }, 'dijla')).toMatchObject({
      whose: 'tenant',
      tenantId: 'ten_1',
    });
    const sharing = { tenants: ['ten_1'], defaultTenantId: 'ten_1', answerDays: 7 };
    expect(assignmentOf({ tenantId: 'dijla', sharing }, 'dijla')).toMatchObject({
      whose: 'shared',
      tenants: ['ten_1'],
      answerDays: '7',
    });
  });
});

describe('the connection', () => {
  const last = { at: '2026-01-02T00:00:00.000Z', result: 'STORED' as const };
  const refused = (at: string) => ({ at, fault: 'WRONG_SECRET' as const, address: '192.0.2.1' });

  it('is silent until something has come, even something refused', () => {
    expect(isSilent({ last: null, refusedSignature: null })).toBe(true);
    expect(isSilent({ last: null, refusedSignature: refused('2026-01-01T00:00:00.000Z') })).toBe(false);
  });

  it('is bad while nothing good has come since the last refusal', () => {
    expect(freshRefusal({ last, refusedSignature: refused('2026-01-01T00:00:00.000Z') })).toBe(false);
    expect(freshRefusal({ last, refusedSignature: refused('2026-01-03T00:00:00.000Z') })).toBe(true);
    expect(freshRefusal({ last: null, refusedSignature: refused('2026-01-01T00:00:00.000Z') })).toBe(true);
  });
});

describe('an attachment of the sandbox phone', () => {
  it('is sent as what WhatsApp shows it as', () => {
    const kinds = ['image/png', 'image/svg+xml', 'video/mp4', 'audio/ogg', 'application/pdf', ''];
    expect(kinds.map((type) => kindOf({ type }))).toEqual([
      'image',
      'document',
      'video',
      'audio',
      'document',
      'document',
    ]);
  });

  it('carries every byte, its name and its caption', async () => {
    const bytes = Uint8Array.from({ length: 20_000 }, (_, index) => index % 256);
    const sent = await attached(new File([bytes], 'bill.pdf', { type: 'application/pdf' }), ' Please pay ');
    expect(sent).toMatchObject({
      type: 'document',
      document: { caption: 'Please pay' },
      file: { filename: 'bill.pdf', mimeType: 'application/pdf' },
    });
    expect(Buffer.from(sent.file.base64, 'base64').equals(Buffer.from(bytes))).toBe(true);
  });
});
