import { builder, typeOfId } from './builder.ts';
import { numberOf } from './phone-number.ts';

builder.queryField('node', (t) =>
  t.field({
    type: builder.nodeInterfaceRef(),
    nullable: true,
    description: "Anything of yours by its id; null for what is not there, and for what is another's.",
    args: {
      id: t.arg.id({
        required: true,
        description: 'The raw id: `msg_…`, `conv_…`, `con_…`, `num_…`, `ten_…` or `key_…`.',
      }),
    },
    resolve(_root, { id }, context) {
      const { caller, loaders, services } = context;
      switch (typeOfId(id)) {
        case 'Message':
          return loaders.message.load(id);
        case 'Conversation':
          return loaders.conversation.load(id);
        case 'Contact':
          return loaders.contact.load(id);
        case 'PhoneNumber':
          return numberOf(context, id) ?? null;
        case 'Tenant':
          return services.tenants.find(caller, id);
        case 'ApiKey':
          return services.apiKeys.byId(caller, id);
        default:
          return null;
      }
    },
  }),
);
