import type { Referral, ReferredProduct } from '../../domain/message-origin.ts';
import { builder } from './builder.ts';
import { IN_MEMORY } from './connections.ts';
import { MessageType } from './message.ts';
import { MetaErrorType } from './meta-error.ts';

const ReferredProductType = builder.objectRef<ReferredProduct>('ReferredProduct').implement({
  description: 'A product in a catalog.',
  fields: (t) => ({
    catalogId: t.exposeString('catalogId', { nullable: true, description: "Meta's id of the catalog." }),
    productRetailerId: t.exposeString('productRetailerId', { nullable: true, description: 'Your id of the product.' }),
  }),
});

const ReferralType = builder.objectRef<Referral>('Referral').implement({
  description: "The ad or post through which a person came, in Meta's words; each null when it gives none.",
  fields: (t) => ({
    sourceUrl: t.exposeString('sourceUrl', { nullable: true, description: 'Where the ad or post leads.' }),
    sourceId: t.exposeString('sourceId', { nullable: true, description: "Meta's id of the ad or post." }),
    sourceType: t.exposeString('sourceType', { nullable: true, description: '`ad` or `post`.' }),
    headline: t.exposeString('headline', { nullable: true, description: 'Its headline.' }),
    body: t.exposeString('body', { nullable: true, description: 'Its text.' }),
    mediaType: t.exposeString('mediaType', { nullable: true, description: '`image` or `video`.' }),
    imageUrl: t.exposeString('imageUrl', { nullable: true, description: 'Its image.' }),
    videoUrl: t.exposeString('videoUrl', { nullable: true, description: 'Its video.' }),
    thumbnailUrl: t.exposeString('thumbnailUrl', { nullable: true, description: "Its video's thumbnail." }),
    ctwaClid: t.exposeString('ctwaClid', {
      nullable: true,
      description: "Meta's click id; ads in WhatsApp's own status have none.",
    }),
    ref: t.exposeString('ref', { nullable: true, description: 'The word that you gave the ad.' }),
    welcomeMessage: t.exposeString('welcomeMessage', { nullable: true, description: 'The greeting that it showed.' }),
  }),
});

builder.objectFields(MessageType, (t) => ({
  forwarded: t.boolean({
    description: 'Passed on from another chat.',
    resolve: ({ forwarded }) => forwarded ?? false,
  }),
  frequentlyForwarded: t.boolean({
    description: 'Passed on more than 5 times; `forwarded` is then true as well.',
    resolve: ({ frequentlyForwarded }) => frequentlyForwarded ?? false,
  }),
  referredProduct: t.field({
    type: ReferredProductType,
    nullable: true,
    description: 'The product about which the person asks.',
    resolve: ({ referredProduct }) => referredProduct ?? null,
  }),
  referral: t.field({
    type: ReferralType,
    nullable: true,
    description: 'The ad or post through which the person came; null for most messages.',
    resolve: ({ referral }) => referral ?? null,
  }),
  errors: t.field({
    type: [MetaErrorType],
    complexity: IN_MEMORY,
    description: 'Why an inbound message is not whole, such as a file that Meta could not fetch. At most 5.',
    resolve: ({ errors }) => [...(errors ?? [])],
  }),
  editedAt: t.field({
    type: 'DateTime',
    nullable: true,
    description:
      "When the person last edited it, by Meta's clock: `content` and `text` are the edited ones, `raw` is the first.",
    resolve: ({ editedAt }) => editedAt ?? null,
  }),
  revokedAt: t.field({
    type: 'DateTime',
    nullable: true,
    description:
      "When the person deleted it for everybody, by Meta's clock. What it said is kept: show it as deleted all the same.",
    resolve: ({ revokedAt }) => revokedAt ?? null,
  }),
}));
