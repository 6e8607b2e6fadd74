import type { AliasKind, Contact, FormerId } from '../../domain/contact.ts';
import { builder } from './builder.ts';

const KINDS: Readonly<Record<AliasKind, { readonly name: string; readonly description: string }>> = {
  phone: { name: 'PHONE', description: 'A phone number. It may belong to somebody else by now.' },
  userId: { name: 'USER_ID', description: 'A business-scoped user id.' },
  parentUserId: { name: 'PARENT_USER_ID', description: 'A user id shared by linked business portfolios.' },
};

const FormerIdType = builder.objectRef<FormerId>('FormerId').implement({
  description: 'An id that a person had.',
  fields: (t) => ({
    kind: t.field({
      type: builder.enumType('ContactIdKind', {
        description: 'Kinds of id by which people are known.',
        values: Object.fromEntries(
          Object.entries(KINDS).map(([value, { name, description }]) => [name, { value, description }]),
        ),
      }),
      description: 'Which kind of id.',
      resolve: ({ kind }) => kind,
    }),
    value: t.exposeString('value', { description: 'A phone in E.164 with `+`, or the user id.' }),
    until: t.field({
      type: 'DateTime',
      description: 'When it was given up for another, by WhatsApp.',
      resolve: ({ until }) => new Date(until).toISOString(),
    }),
  }),
});

export const ContactType = builder.objectRef<Contact>('Contact').implement({
  description:
    'A person who writes or is written to. Only `id` never changes; when two contacts turn out to be one person, the id ' +
    'that is given up finds the other everywhere.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.exposeID('id', { description: '`con_…`' }),
    phone: t.exposeString('phone', { nullable: true, description: 'E.164 with `+`; null when WhatsApp hides it.' }),
    userId: t.exposeString('userId', { nullable: true, description: 'Business-scoped user id, `CC.…`.' }),
    parentUserId: t.string({
      nullable: true,
      description: 'The user id shared by linked business portfolios, `CC.ENT.…`.',
      resolve: ({ parentUserId }) => parentUserId ?? null,
    }),
    username: t.exposeString('username', { nullable: true, description: 'For display; never an address.' }),
    name: t.exposeString('name', { nullable: true, description: 'Profile name as the person set it.' }),
    formerIds: t.field({
      type: [FormerIdType],
      description: 'The ids that this person had before the present ones, latest first.',
      resolve: async ({ id }, _args, { loaders }) => [...(await loaders.formerIds.load(id))],
    }),
  }),
});
