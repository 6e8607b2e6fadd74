import type { MessageContent } from '../../domain/message.ts';
import type { OrderItem } from '../../domain/message-kinds.ts';
import { builder } from './builder.ts';
import { IN_MEMORY } from './connections.ts';
import { MetaErrorType } from './meta-error.ts';

type Content<Kind extends MessageContent['kind']> = Extract<MessageContent, { readonly kind: Kind }>;

/* Contents that people alone send. */

const OrderItemType = builder.objectRef<OrderItem>('OrderItem').implement({
  description: 'A product in an order.',
  fields: (t) => ({
    productRetailerId: t.exposeString('productRetailerId', { nullable: true, description: 'Your id of the product.' }),
    quantity: t.exposeFloat('quantity', { nullable: true, description: 'How many.' }),
    itemPrice: t.exposeFloat('itemPrice', {
      nullable: true,
      description: "The price of one, in the currency's main unit.",
    }),
    currency: t.exposeString('currency', { nullable: true, description: 'ISO 4217, such as `IQD`.' }),
  }),
});

export const OrderContent = builder.objectRef<Content<'order'>>('OrderContent').implement({
  description: 'A cart from your catalog.',
  fields: (t) => ({
    catalogId: t.exposeString('catalogId', { nullable: true, description: "Meta's id of the catalog." }),
    text: t.exposeString('text', { nullable: true, description: 'What the person wrote beside it.' }),
    items: t.field({
      type: [OrderItemType],
      complexity: IN_MEMORY,
      description: 'What is ordered.',
      resolve: ({ items }) => [...items],
    }),
  }),
});

export const UnsupportedContent = builder.objectRef<Content<'unsupported'>>('UnsupportedContent').implement({
  description: 'What WhatsApp does not hand over, such as a poll.',
  fields: (t) => ({
    unsupportedType: t.exposeString('unsupportedType', {
      nullable: true,
      description: "Meta's name of the kind that was written; null when it does not tell.",
    }),
    errors: t.field({
      type: [MetaErrorType],
      complexity: IN_MEMORY,
      description: 'Why.',
      resolve: ({ errors }) => [...errors],
    }),
  }),
});

export const RequestWelcomeContent = builder.objectRef<Content<'request_welcome'>>('RequestWelcomeContent').implement({
  description: 'The person opened the chat for the first time and has written nothing yet. The window is open.',
  fields: (t) => ({
    type: t.exposeString('kind', { description: '`request_welcome`: there is nothing else to say.' }),
  }),
});
