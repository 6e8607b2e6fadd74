import type { SendCommand } from '../../application/send.ts';
import { invalidInput } from '../../domain/errors.ts';
import { builder } from './builder.ts';
import { ContentInput, contentField, contentOf } from './content-input.ts';
import {
  asData,
  ForbiddenError,
  IdempotencyConflictError,
  InvalidInputError,
  MetaUnavailableError,
  memberOf,
  NotFoundError,
  OptedOutError,
  RateLimitedError,
  RejectedByMetaError,
  TemplateMismatchError,
  UnconfirmedError,
  WindowClosedError,
} from './errors.ts';
import { MessageType } from './message.ts';
import { TemplateInput, templateField, templateOf } from './template-input.ts';

const SendResult = builder.unionType('SendResult', {
  description: 'The message as it stands, or why it was not sent.',
  types: [
    MessageType,
    InvalidInputError,
    WindowClosedError,
    OptedOutError,
    TemplateMismatchError,
    RejectedByMetaError,
    RateLimitedError,
    UnconfirmedError,
    MetaUnavailableError,
    IdempotencyConflictError,
    ForbiddenError,
    NotFoundError,
  ],
  resolveType: (result) => ('failure' in result ? memberOf(result) : 'Message'),
});

const RecipientInput = builder.inputType('RecipientInput', {
  description: 'To whom: exactly one of these.',
  isOneOf: true,
  fields: (t) => ({
    phone: t.string({
      description:
        'E.164 with or without `+` or with `00`; spaces, dashes, brackets, Arabic-Indic and Persian digits are understood.',
    }),
    userId: t.string({ description: 'Business-scoped user id, such as `IQ.1349120865530274`.' }),
    conversationId: t.id({ description: 'The person of a conversation of yours, from its number.' }),
  }),
});

const CredentialsInput = builder.inputType('CredentialsInput', {
  description:
    'Your own access to a number. Used for this one call, never stored, logged or queued; wins over every other ' +
    "credential. When Meta accepts the call the number becomes your tenant's for what is written to it.",
  fields: (t) => ({
    accessToken: t.string({ required: true, description: "Meta's token." }),
    phoneNumberId: t.string({ required: true, description: "Meta's id of the number: digits." }),
  }),
});

/** What both ways of sending take besides what is said. */
const OPTION_TEXTS = {
  from: "Which of your numbers: `num_…`, Meta's id, or E.164. Left out: for a reply the one this person last wrote to, then your default.",
  replyTo: 'The message to quote: its `msg_…` or its `wamid`. Not for a reaction, which names its message itself.',
  reference: 'Your own word for it, given back as it came. ≤ 512 characters.',
  idempotencyKey:
    'Makes repeating the call safe for 7 days: the same key and input answer with the same message as it stands then; other input is an IdempotencyConflictError. 1–255 characters.',
  credentials: 'Your own access to a number, for this call alone.',
  wait: 'True: answer when Meta has, or after 10 s with the message QUEUED or SENDING. False: answer once it is durably queued.',
  expiresInSeconds:
    'How long it may be queued before it is given up as EXPIRED: 60 to 2592000 seconds (a minute to 30 days); 24 hours when left out. Means nothing with `credentials`, since such a send is never queued.',
} as const;

const SendTemplateInput = builder.inputType('SendTemplateInput', {
  description: 'A template message, possible at any time.',
  fields: (t) => ({
    to: t.field({ type: RecipientInput, required: true, description: 'To whom.' }),
    template: t.field({ type: TemplateInput, required: true, description: 'What is said.' }),
    from: t.id({ description: OPTION_TEXTS.from }),
    replyTo: t.id({ description: OPTION_TEXTS.replyTo }),
    reference: t.string({ description: OPTION_TEXTS.reference }),
    idempotencyKey: t.string({ description: OPTION_TEXTS.idempotencyKey }),
    credentials: t.field({ type: CredentialsInput, description: OPTION_TEXTS.credentials }),
    wait: t.boolean({ defaultValue: true, description: OPTION_TEXTS.wait }),
    expiresInSeconds: t.int({ description: OPTION_TEXTS.expiresInSeconds }),
  }),
});

const SendReplyInput = builder.inputType('SendReplyInput', {
  description: "A free-form message, possible for 24 hours after the person's last one.",
  fields: (t) => ({
    to: t.field({ type: RecipientInput, required: true, description: 'To whom.' }),
    content: t.field({ type: ContentInput, required: true, description: 'What is said.' }),
    from: t.id({ description: OPTION_TEXTS.from }),
    replyTo: t.id({ description: OPTION_TEXTS.replyTo }),
    reference: t.string({ description: OPTION_TEXTS.reference }),
    idempotencyKey: t.string({ description: OPTION_TEXTS.idempotencyKey }),
    credentials: t.field({ type: CredentialsInput, description: OPTION_TEXTS.credentials }),
    wait: t.boolean({ defaultValue: true, description: OPTION_TEXTS.wait }),
    expiresInSeconds: t.int({ description: OPTION_TEXTS.expiresInSeconds }),
  }),
});

type SendOptions = Omit<typeof SendReplyInput.$inferInput, 'content'>;

function commandOf(input: SendOptions): SendCommand {
  return {
    to: recipientOf(input.to),
    from: input.from ?? null,
    replyTo: input.replyTo ?? null,
    reference: input.reference ?? null,
    idempotencyKey: input.idempotencyKey ?? null,
    credentials: input.credentials ?? null,
    wait: input.wait ?? true,
    expiresInSeconds: input.expiresInSeconds ?? null,
  };
}

function recipientOf({ phone, userId, conversationId }: SendOptions['to']): SendCommand['to'] {
  if (typeof phone === 'string') return { phone };
  if (typeof userId === 'string') return { userId };
  if (typeof conversationId === 'string') return { conversationId };
  throw invalidInput('to', 'A recipient is one of `phone`, `userId` and `conversationId`.');
}

/** Fields that every send has; all others belong to the content or the template. */
const OPTION_FIELD = /^(?:to|from|replyTo|reference|idempotencyKey|credentials|wait|expiresInSeconds)\b/;

builder.mutationFields((t) => ({
  sendTemplate: t.field({
    type: SendResult,
    description: 'Sends a template message.',
    args: { input: t.arg({ type: SendTemplateInput, required: true, description: 'To whom, and which template.' }) },
    resolve: (_root, { input }, { caller, services }) =>
      asData(
        async () => services.send.template(caller, { ...commandOf(input), template: templateOf(input.template) }),
        (field) => templateField(input.template, field),
      ),
  }),
  sendReply: t.field({
    type: SendResult,
    description: 'Sends a free-form message. WindowClosedError lists the templates to send instead.',
    args: { input: t.arg({ type: SendReplyInput, required: true, description: 'To whom, and what to say.' }) },
    resolve: (_root, { input }, { caller, services }) =>
      asData(
        async () => services.send.reply(caller, { ...commandOf(input), content: contentOf(input.content) }),
        (field) => (OPTION_FIELD.test(field) ? `input.${field}` : contentField(input.content, field)),
      ),
  }),
}));
