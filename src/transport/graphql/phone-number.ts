import type { NumberRef } from '../../domain/message.ts';
import type { PhoneNumber } from '../../domain/tenant.ts';
import { builder } from './builder.ts';
import type { GraphQLContext } from './context.ts';

export const PhoneNumberType = builder.objectRef<NumberRef>('PhoneNumber').implement({
  description: 'One of our WhatsApp numbers.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.exposeID('id', { description: '`num_…`' }),
    phoneNumberId: t.exposeString('phoneNumberId', { description: "Meta's id of the number: digits." }),
    display: t.exposeString('display', { description: 'E.164 with `+`; empty until Meta has told it.' }),
    wabaId: t.string({
      nullable: true,
      description: "Meta's id of its WhatsApp Business Account; null for a number known from a direct call alone.",
      resolve: ({ id }, _args, context) => numberOf(context, id)?.wabaId ?? null,
    }),
  }),
});

/** The caller's number by our id or Meta's. */
export function numberOf({ caller, services }: GraphQLContext, id: string): PhoneNumber | undefined {
  return services.numbers.list(caller).find((number) => number.id === id || number.phoneNumberId === id);
}

builder.queryField('phoneNumbers', (t) =>
  t.field({
    type: [PhoneNumberType],
    description: 'The numbers assigned to you.',
    resolve: (_root, _args, { caller, services }) => services.numbers.list(caller),
  }),
);
