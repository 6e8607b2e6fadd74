import type { TemplateSync } from '../../application/template-management.ts';
import { TEMPLATE_CATEGORIES } from '../../application/template-new.ts';
import type { Template } from '../../domain/tenant.ts';
import { builder } from './builder.ts';
import {
  asData,
  ForbiddenError,
  InvalidInputError,
  MetaUnavailableError,
  memberOf,
  NotFoundError,
  RateLimitedError,
  RejectedByMetaError,
  UnconfirmedError,
} from './errors.ts';
import { ParameterFormat, TemplateType } from './template.ts';

const TemplateCategoryEnum = builder.enumType('TemplateCategory', {
  description: 'The categories a template can be made in.',
  values: TEMPLATE_CATEGORIES,
});

const CreateTemplateInput = builder.inputType('CreateTemplateInput', {
  description: 'A template to be made.',
  fields: (t) => ({
    name: t.string({ required: true, description: '1–512 lower-case letters, digits and underscores.' }),
    language: t.string({ required: true, description: 'Such as `en_US`, `ar`.' }),
    category: t.field({ type: TemplateCategoryEnum, required: true, description: 'What it is for.' }),
    parameterFormat: t.field({
      type: ParameterFormat,
      required: true,
      defaultValue: 'POSITIONAL',
      description: 'How its placeholders are written.',
    }),
    components: t.field({
      type: 'JSON',
      required: true,
      description:
        "Meta's list of components: a BODY (≤ 1024 characters, ≤ 600 with an offer, words before and after each variable); HEADER (text ≤ 60 with at most one variable, or media with an example's handle), FOOTER (≤ 60), BUTTONS (≤ 10: at most 2 URL, 1 PHONE_NUMBER, 1 COPY_CODE; labels ≤ 25; quick replies together), CAROUSEL (card bodies ≤ 160), LIMITED_TIME_OFFER (text ≤ 16). Every variable needs an example.",
    }),
    allowCategoryChange: t.boolean({
      description: "Whether Meta may put it into another category. Left out: Meta's default.",
    }),
    messageSendTtlSeconds: t.int({
      description:
        'How long Meta tries to deliver a message of it: AUTHENTICATION 30–900, UTILITY 30–43200, MARKETING 43200–2592000 seconds, -1 for 30 days.',
    }),
    wabaId: t.id({ description: "Meta's id of the account; may be left out when you have one." }),
  }),
});

const DeletedTemplates = builder.objectRef<{ readonly templates: readonly Template[] }>('DeletedTemplates').implement({
  description: 'What was deleted.',
  fields: (t) => ({
    templates: t.field({
      type: [TemplateType],
      description: 'Each as it was.',
      resolve: ({ templates }) => [...templates],
    }),
  }),
});

const TemplateSyncType = builder.objectRef<TemplateSync>('TemplateSync').implement({
  description: 'What a fetch of the list changed.',
  fields: (t) => ({
    added: t.exposeInt('added', { description: 'Templates that were not in the list before.' }),
    changed: t.exposeInt('changed', { description: 'Templates that read otherwise than before.' }),
    removed: t.exposeInt('removed', { description: 'Templates that are not in the list any more.' }),
    total: t.exposeInt('total', { description: 'Templates in the list now.' }),
    syncedAt: t.field({
      type: 'DateTime',
      description: 'When Meta was asked.',
      resolve: ({ syncedAt }) => new Date(syncedAt).toISOString(),
    }),
  }),
});

const FAILURES = [
  ...[InvalidInputError, RejectedByMetaError, RateLimitedError, MetaUnavailableError],
  ...[ForbiddenError, NotFoundError],
];

const CreateTemplateResult = builder.unionType('CreateTemplateResult', {
  description: 'The template as Meta took it, or why it was not made.',
  types: [TemplateType, UnconfirmedError, ...FAILURES],
  resolveType: (result) => ('failure' in result ? memberOf(result) : 'Template'),
});

const DeleteTemplateResult = builder.unionType('DeleteTemplateResult', {
  description: 'What was deleted, or why nothing was.',
  types: [DeletedTemplates, UnconfirmedError, ...FAILURES],
  resolveType: (result) => ('failure' in result ? memberOf(result) : 'DeletedTemplates'),
});

const SyncTemplatesResult = builder.unionType('SyncTemplatesResult', {
  description: 'What the fetch changed, or why there was none.',
  types: [TemplateSyncType, ...FAILURES],
  resolveType: (result) => ('failure' in result ? memberOf(result) : 'TemplateSync'),
});

builder.mutationFields((t) => ({
  createTemplate: t.field({
    type: CreateTemplateResult,
    description:
      'Makes a template in one language. Needs the scope `manage`. It is in the list at once, mostly PENDING; `template` ' +
      'events tell what becomes of it. Meta takes 100 an hour for each account. UnconfirmedError: it may have been made; ' +
      'look at the list before trying again.',
    args: { input: t.arg({ type: CreateTemplateInput, required: true, description: 'What to make.' }) },
    resolve: (_root, { input }, { caller, services }) =>
      asData(
        () =>
          services.templateManagement.create(caller, {
            ...input,
            components: input.components ?? null,
            allowCategoryChange: input.allowCategoryChange ?? null,
            messageSendTtlSeconds: input.messageSendTtlSeconds ?? null,
            wabaId: input.wabaId ?? null,
          }),
        (field) => `input.${field}`,
      ),
  }),
  deleteTemplate: t.field({
    type: DeleteTemplateResult,
    description:
      'Deletes a template: every language of a `name`, or the one with this `id`. Needs the scope `manage`. Meta keeps the ' +
      'name of an approved template reserved for 30 days, and deletes no DISABLED one.',
    args: {
      name: t.arg.string({ description: 'Deletes it in every language.' }),
      id: t.arg.id({ description: "Meta's id: deletes this language alone." }),
      wabaId: t.arg.id({ description: "Meta's id of the account; may be left out when you have one." }),
    },
    resolve: (_root, { name, id, wabaId }, { caller, services }) =>
      asData(async () => ({
        templates: await services.templateManagement.delete(caller, {
          name: name ?? null,
          id: id ?? null,
          wabaId: wabaId ?? null,
        }),
      })),
  }),
  syncTemplates: t.field({
    type: SyncTemplatesResult,
    description:
      'Fetches the list of templates from Meta now. Needs the scope `manage`. Seldom needed: it is fetched every hour, on ' +
      'news, and when a send names a template that is not known.',
    args: { wabaId: t.arg.id({ description: "Meta's id of the account; may be left out when you have one." }) },
    resolve: (_root, { wabaId }, { caller, services }) =>
      asData(() => services.templateManagement.sync(caller, wabaId ?? null)),
  }),
}));
