import { builder } from './builder.ts';
import {
  asData,
  ForbiddenError,
  InvalidInputError,
  MetaUnavailableError,
  memberOf,
  NotFoundError,
  RejectedByMetaError,
} from './errors.ts';
import { PhoneNumberType } from './phone-number.ts';
import { ConnectionType } from './phone-number-check.ts';

const TEXTS = {
  accessToken:
    "A system user's token that reaches the number and its account. Stored encrypted, and never shown again.",
  appSecret: 'The secret of your Meta app, which signs its webhooks: 16–256 characters. Stored encrypted.',
  verifyToken: "Your own choice, entered at Meta with the webhook's address: 8–256 characters. Stored encrypted.",
  tenantId: 'The tenant (`ten_…`) that is to have it alone. Not together with `sharing`.',
  sharing: 'How several tenants are to share it.',
} as const;

const SharingInput = builder.inputType('PhoneNumberSharingInput', {
  description: "How tenants share a number of the operator's.",
  fields: (t) => ({
    tenants: t.idList({
      description:
        'Who may send from it beside the operator: 1–1,000 tenants. Null or left out: every standard tenant.',
    }),
    defaultTenantId: t.id({
      description: "Who receives what nobody's message explains. Null or left out: it waits in the unrouted box.",
    }),
    answerDays: t.int({
      description:
        'For how many days after a tenant wrote to somebody their messages are answers to it: 1–365; 30 when left out.',
    }),
  }),
});

const AddPhoneNumberInput = builder.inputType('AddPhoneNumberInput', {
  description:
    'With `accessToken`: a number of your own, which nobody else can have. Without: one of the master account, for the ' +
    'operator alone.',
  fields: (t) => ({
    phoneNumberId: t.string({ required: true, description: "Meta's id of the number: digits." }),
    wabaId: t.string({
      description:
        "Meta's id of its WhatsApp Business Account: digits. Left out by the operator: the master account's.",
    }),
    accessToken: t.string({ description: TEXTS.accessToken }),
    appSecret: t.string({ description: TEXTS.appSecret }),
    verifyToken: t.string({ description: TEXTS.verifyToken }),
    tenantId: t.id({ description: `${TEXTS.tenantId} Only without \`accessToken\`.` }),
    sharing: t.field({ type: SharingInput, description: `${TEXTS.sharing} Only without \`accessToken\`.` }),
  }),
});

const UpdatePhoneNumberInput = builder.inputType('UpdatePhoneNumberInput', {
  description: 'What is left out stays.',
  fields: (t) => ({
    accessToken: t.string({ description: TEXTS.accessToken }),
    appSecret: t.string({ description: `${TEXTS.appSecret} The one before it counts too, until the next.` }),
    verifyToken: t.string({ description: `${TEXTS.verifyToken} The one before it counts too, until the next.` }),
    finishRotation: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Only the newest app secret and verify token count from now on.',
    }),
  }),
});

const MANAGED = [PhoneNumberType, InvalidInputError, ForbiddenError];
const ASKED = [RejectedByMetaError, MetaUnavailableError];
const resolveType = (result: object) => ('failure' in result ? memberOf(result as never) : 'PhoneNumber');

const AddPhoneNumberResult = builder.unionType('AddPhoneNumberResult', {
  description: 'The number as it stands, or why it was not added.',
  types: [...MANAGED, ...ASKED],
  resolveType,
});
const AssignPhoneNumberResult = builder.unionType('AssignPhoneNumberResult', {
  description: 'The number as it stands, or why it was not assigned.',
  types: [...MANAGED, NotFoundError],
  resolveType,
});
const UpdatePhoneNumberResult = builder.unionType('UpdatePhoneNumberResult', {
  description: 'The number as it stands, or why it was not changed.',
  types: [...MANAGED, NotFoundError, ...ASKED],
  resolveType,
});
const RemovePhoneNumberResult = builder.unionType('RemovePhoneNumberResult', {
  description: 'The number as it was, or why it was not removed.',
  types: [...MANAGED, NotFoundError],
  resolveType,
});
const VerifyPhoneNumberResult = builder.unionType('VerifyPhoneNumberResult', {
  description: 'What Meta says of the connection, or why it was not asked.',
  types: [ConnectionType, InvalidInputError, ForbiddenError, NotFoundError],
  resolveType: (result) => ('failure' in result ? memberOf(result) : 'PhoneNumberConnection'),
});

const inInput = (field: string) => `input.${field}`;

builder.mutationFields((t) => ({
  addPhoneNumber: t.field({
    type: AddPhoneNumberResult,
    description:
      'Adds a number, after asking Meta whether the token reaches it and whether it belongs to the account. Needs the scope ' +
      '`manage`. A number known from a direct call gets its credentials this way. A number of another tenant is a ' +
      'ForbiddenError. May be repeated.',
    args: { input: t.arg({ type: AddPhoneNumberInput, required: true, description: 'Which, and what reaches it.' }) },
    resolve: (_root, { input }, { caller, services }) =>
      asData(
        () =>
          services.numberManagement.add(caller, {
            phoneNumberId: input.phoneNumberId,
            wabaId: input.wabaId ?? null,
            accessToken: input.accessToken ?? null,
            appSecret: input.appSecret ?? null,
            verifyToken: input.verifyToken ?? null,
            tenantId: input.tenantId ?? null,
            sharing: sharingOf(input.sharing),
          }),
        inInput,
      ),
  }),
  assignPhoneNumber: t.field({
    type: AssignPhoneNumberResult,
    description:
      "Gives a number of the master account to one tenant, or has several share it; with neither it is the operator's own. " +
      'What was said stays with who said it: who loses the number reads its conversations, and what they have queued on it ' +
      'is refused. For the operator alone. May be repeated.',
    args: {
      id: t.arg.id({ required: true, description: 'Its `num_…`.' }),
      tenantId: t.arg.id({ description: TEXTS.tenantId }),
      sharing: t.arg({ type: SharingInput, description: TEXTS.sharing }),
    },
    resolve: (_root, { id, tenantId, sharing }, { caller, services }) =>
      asData(() =>
        services.numberManagement.assign(caller, id, { tenantId: tenantId ?? null, sharing: sharingOf(sharing) }),
      ),
  }),
  updatePhoneNumber: t.field({
    type: UpdatePhoneNumberResult,
    description:
      'Replaces stored credentials, and has Meta tell the display and the verified name again. Needs the scope `manage`. ' +
      'Nothing changes unless Meta takes the token. May be repeated.',
    args: {
      id: t.arg.id({ required: true, description: 'Its `num_…`.' }),
      input: t.arg({ type: UpdatePhoneNumberInput, required: true, description: 'What to replace.' }),
    },
    resolve: (_root, { id, input }, { caller, services }) =>
      asData(
        () =>
          services.numberManagement.update(caller, id, {
            accessToken: input.accessToken ?? null,
            appSecret: input.appSecret ?? null,
            verifyToken: input.verifyToken ?? null,
            finishRotation: input.finishRotation,
          }),
        (field) => (field === 'id' ? field : inInput(field)),
      ),
  }),
  removePhoneNumber: t.field({
    type: RemovePhoneNumberResult,
    description:
      'Forgets a number and destroys its credentials. Its conversations stay readable, what is queued on it is refused, and ' +
      'what people write to it is nobody’s until somebody adds it. Needs the scope `manage`.',
    args: { id: t.arg.id({ required: true, description: 'Its `num_…`.' }) },
    resolve: (_root, { id }, { caller, services }) => asData(() => services.numberManagement.remove(caller, id)),
  }),
  verifyPhoneNumber: t.field({
    type: VerifyPhoneNumberResult,
    description: 'Asks Meta now about token, number and account. Needs the scope `manage`. May be repeated.',
    args: { id: t.arg.id({ required: true, description: 'Its `num_…`.' }) },
    resolve: (_root, { id }, { caller, services }) => asData(() => services.numberManagement.verify(caller, id)),
  }),
}));

function sharingOf(input: typeof SharingInput.$inferInput | null | undefined) {
  if (input === null || input === undefined) return null;
  const { answerDays = null, defaultTenantId = null, tenants = null } = input;
  return { answerDays, defaultTenantId, tenants };
}
