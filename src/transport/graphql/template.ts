import { previewOf } from '../../application/template-preview.ts';
import type { Template } from '../../domain/tenant.ts';
import { builder } from './builder.ts';
import { parametersOf, TemplateParametersInput } from './template-input.ts';
import { TemplatePreviewType } from './template-preview.ts';

const FORMATS: Readonly<Record<Template['parameterFormat'], { description: string }>> = {
  POSITIONAL: { description: '`{{1}}`, `{{2}}` …: give `parameters.body`.' },
  NAMED: { description: '`{{customer}}` …: give `parameters.namedBody`.' },
};

const ParameterFormat = builder.enumType('TemplateParameterFormat', {
  description: "How a template's placeholders are written.",
  values: FORMATS,
});

const TemplateType = builder.objectRef<Template>('Template').implement({
  description: 'A message template as Meta lists it, one for each language.',
  fields: (t) => ({
    id: t.exposeID('id', { description: "Meta's id of the template in this language." }),
    wabaId: t.exposeString('wabaId', { description: "Meta's id of the WhatsApp Business Account it belongs to." }),
    name: t.exposeString('name', { description: 'Lower-case letters, digits and underscores.' }),
    language: t.exposeString('language', { description: 'Such as `en_US`, `ar`.' }),
    status: t.exposeString('status', {
      description: 'As Meta says: APPROVED, PENDING, REJECTED, PAUSED, DISABLED … Only APPROVED can be sent.',
    }),
    category: t.exposeString('category', { description: 'As Meta says: MARKETING, UTILITY, AUTHENTICATION …' }),
    parameterFormat: t.expose('parameterFormat', { type: ParameterFormat, description: 'How to give its parameters.' }),
    components: t.field({
      type: ['JSON'],
      description: "Meta's component definitions: header, body, footer, buttons.",
      resolve: ({ components }) => components,
    }),
    preview: t.field({
      type: TemplatePreviewType,
      description: 'What a person would see. Placeholders without a parameter stay as they are written.',
      args: {
        parameters: t.arg({ type: TemplateParametersInput, description: 'As for sending; all may be left out.' }),
      },
      resolve: (template, { parameters }) => previewOf(template, parameters ? parametersOf(parameters) : {}),
    }),
  }),
});

builder.queryField('templates', (t) =>
  t.field({
    type: [TemplateType],
    description: 'The templates you can send, by name and language. META_UNAVAILABLE when they were never fetched yet.',
    args: {
      name: t.arg.string({ description: 'Only the template of this name, in every language.' }),
      status: t.arg.string({ description: 'Only those of this status, such as `APPROVED`.' }),
    },
    async resolve(_root, { name, status }, { caller, services }) {
      const templates = await services.templates.list(caller);
      return templates.filter(
        (template) => (name ?? template.name) === template.name && (status ?? template.status) === template.status,
      );
    },
  }),
);
