import { describe, expect, it } from 'vitest';
import { mayUse, type PhoneNumber, RENTED } from '../../src/domain/tenant.ts';

const number = (sharing: PhoneNumber['sharing'], tenantId = 'dijla'): PhoneNumber => ({
  ...{ id: 'num_1', phoneNumberId: '1', display: '', wabaId: '7', credentials: 'master', messagesPerSecond: null },
  ...{ tenantId, sharing },
});
const standard = (id: string) => ({ id, kind: 'standard' as const });
const direct = (id: string) => ({ id, kind: 'direct' as const });

describe('a number may be used', () => {
  it('by its own tenant, whoever shares it', () => {
    expect(mayUse(number(null, 'ten_a'), standard('ten_a'))).toBe(true);
    expect(mayUse(number({ ...RENTED, tenants: [] }), direct('dijla'))).toBe(true);
  });

  it('by every standard tenant when it is rented to all, and by no direct one', () => {
    expect(mayUse(number(RENTED), standard('ten_a'))).toBe(true);
    expect(mayUse(number(RENTED), direct('ten_a'))).toBe(false);
  });

  it('by those alone whom the operator named', () => {
    const shared = number({ ...RENTED, tenants: ['ten_a'] });
    expect(mayUse(shared, direct('ten_a'))).toBe(true);
    expect(mayUse(shared, standard('ten_b'))).toBe(false);
    expect(mayUse(number(null, 'ten_a'), standard('ten_b'))).toBe(false);
  });
});
