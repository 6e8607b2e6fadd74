import type { ConnectionCheck } from '../../application/number-checks.ts';
import type { Checked } from '../../application/number-management.ts';
import { builder } from './builder.ts';
import { MetaErrorType } from './meta-error.ts';
import { PhoneNumberType } from './phone-number.ts';

const CheckedPart = builder.enumType('ConnectionPart', {
  description: 'What of a connection was checked.',
  values: {
    TOKEN: { description: 'Meta takes the access token.' },
    NUMBER: { description: 'The token reaches the number.' },
    ACCOUNT: { description: 'The token reaches the account, and the number belongs to it.' },
  } as const,
});

const CheckType = builder.objectRef<ConnectionCheck>('ConnectionCheck').implement({
  description: "Meta's word on one part of a connection.",
  fields: (t) => ({
    what: t.expose('what', { type: CheckedPart, description: 'Which part.' }),
    ok: t.exposeBoolean('ok', { description: 'True when it works.' }),
    detail: t.exposeString('detail', { description: 'What was found, in a sentence.' }),
    error: t.expose('error', {
      type: MetaErrorType,
      nullable: true,
      description: "Meta's error with our explanation; null when all is well, or when Meta could not be asked.",
    }),
  }),
});

export const ConnectionType = builder.objectRef<Checked>('PhoneNumberConnection').implement({
  description: 'How a number is connected, by the word of Meta.',
  fields: (t) => ({
    phoneNumber: t.field({ type: PhoneNumberType, description: 'The number.', resolve: ({ number }) => number }),
    checks: t.field({
      type: [CheckType],
      description: 'Token, number, account.',
      resolve: ({ checks }) => [...checks],
    }),
    checkedAt: t.field({
      type: 'DateTime',
      description: 'When Meta was asked.',
      resolve: ({ checkedAt }) => new Date(checkedAt).toISOString(),
    }),
  }),
});
