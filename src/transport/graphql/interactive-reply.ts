import type { CallPermission, InteractiveReplyContent as Reply } from '../../domain/message.ts';
import { builder } from './builder.ts';

const CallPermissionType = builder.objectRef<CallPermission>('CallPermission').implement({
  description: 'The answer to a request to be allowed to call.',
  fields: (t) => ({
    response: t.exposeString('response', { description: "Meta's word: accept or reject." }),
    permanent: t.exposeBoolean('permanent', { description: 'Whether it holds until it is taken back.' }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it ends; null when it does not, or was not given.',
    }),
    source: t.exposeString('source', { nullable: true, description: "Meta's word: user_action or automatic." }),
  }),
});

export const InteractiveReplyContent = builder.objectRef<Reply>('InteractiveReplyContent').implement({
  description: "A tap: on a reply button, a list row, a flow's end or a template's quick reply.",
  fields: (t) => ({
    replyType: t.exposeString('replyType', {
      description: 'As Meta says: button_reply, list_reply, nfm_reply, button …',
    }),
    id: t.exposeString('id', { nullable: true, description: 'The id or payload that we gave the button or row.' }),
    title: t.exposeString('title', { nullable: true, description: 'The words on it.' }),
    description: t.exposeString('description', { nullable: true, description: 'The second line of a list row.' }),
    response: t.exposeString('response', { nullable: true, description: "A flow's answers, as JSON text." }),
    name: t.exposeString('name', {
      nullable: true,
      description: 'Which form was answered: flow, address_message. Null for other taps.',
    }),
    // Not `body`: that is never null in a text, and one selection of a union's members cannot hold both.
    bodyText: t.exposeString('bodyText', { nullable: true, description: 'What WhatsApp shows for the answered form.' }),
    answers: t.field({
      type: 'JSON',
      nullable: true,
      description: "A flow's answers; null for other taps, and when they are no JSON or too long (`response` tells).",
      resolve: ({ answers }) => answers ?? null,
    }),
    callPermission: t.field({
      type: CallPermissionType,
      nullable: true,
      description: 'Of a call_permission_reply.',
      resolve: ({ callPermission }) => callPermission ?? null,
    }),
  }),
});
