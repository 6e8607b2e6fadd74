import type { Contact } from '../../domain/contact.ts';
import { builder } from './builder.ts';

export const ContactType = builder.objectRef<Contact>('Contact').implement({
  description: 'A person who writes or is written to. Only `id` never changes.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.exposeID('id', { description: '`con_…`' }),
    phone: t.exposeString('phone', { nullable: true, description: 'E.164 with `+`; null when WhatsApp hides it.' }),
    userId: t.exposeString('userId', { nullable: true, description: 'Business-scoped user id, `CC.…`.' }),
    username: t.exposeString('username', { nullable: true, description: 'For display; never an address.' }),
    name: t.exposeString('name', { nullable: true, description: 'Profile name as the person set it.' }),
  }),
});
