import type { SystemContent } from '../../domain/message.ts';
import { builder } from './builder.ts';

const SystemIdentity = builder.objectRef<NonNullable<SystemContent['identity']>>('SystemIdentity').implement({
  description: "The key of the person's device, after it changed.",
  fields: (t) => ({
    hash: t.exposeString('hash', { nullable: true, description: "Meta's hash of it." }),
    createdAt: t.exposeString('createdAt', { nullable: true, description: 'When it was made, as Meta writes it.' }),
  }),
});

export const SystemContentType = builder.objectRef<SystemContent>('SystemContent').implement({
  description:
    'News of the person, told by WhatsApp: no line of the chat, never unread, and it opens no window. The ids are already ' +
    'those of `contact`; what was not told is null.',
  fields: (t) => ({
    change: t.exposeString('change', {
      description: "Meta's name: user_changed_number, user_changed_user_id, customer_identity_changed …",
    }),
    body: t.exposeString('body', { nullable: true, description: "Meta's sentence about it." }),
    phone: t.exposeString('phone', { nullable: true, description: 'The new phone, E.164 with `+`.' }),
    userId: t.exposeString('userId', { nullable: true, description: 'The new user id.' }),
    parentUserId: t.exposeString('parentUserId', { nullable: true, description: 'The new parent user id.' }),
    previousUserId: t.exposeString('previousUserId', { nullable: true, description: 'The user id until then.' }),
    previousParentUserId: t.exposeString('previousParentUserId', {
      nullable: true,
      description: 'The parent user id until then.',
    }),
    identity: t.expose('identity', {
      type: SystemIdentity,
      nullable: true,
      description: 'Of customer_identity_changed: the new key.',
    }),
  }),
});
