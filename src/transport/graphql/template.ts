import { previewOf, previewOfComponents } from '../../application/template-preview.ts';
import { invalidInput } from '../../domain/errors.ts';
import type { Template } from '../../domain/tenant.ts';
import { builder } from './builder.ts';
import { componentsOf, parametersOf, TemplateParametersInput } from './template-input.ts';
import { TemplatePreviewType } from './template-preview.ts';

const FORMATS: Readonly<Record<Template['parameterFormat'], { description: string }>> = {
  POSITIONAL: { description: '`{{1}}`, `{{2}}` …: give `parameters.body`.' },
  NAMED: { description: '`{{customer}}` …: give `parameters.namedBody`.' },
};

export const ParameterFormat = builder.enumType('TemplateParameterFormat', {
  description: "How a template's placeholders are written.",
  values: FORMATS,
});

type Said = 'quality' | 'subCategory' | 'previousCategory' | 'correctCategory' | 'rejectedReason' | 'statusDetails';
type Moment = 'categoryChangesAt' | 'pausedUntil' | 'updatedAt' | 'syncedAt';

export const TemplateType = builder.objectRef<Template>('Template');

TemplateType.implement({
  description: 'A message template as Meta lists it, one for each language, with what webhooks told since.',
  fields: (t) => {
    const said = (name: Said, description: string) =>
      t.string({ nullable: true, description, resolve: (template) => template[name] ?? null });
    const moment = (name: Moment, description: string) =>
      t.field({ type: 'DateTime', nullable: true, description, resolve: (template) => template[name] ?? null });
    return {
      id: t.exposeID('id', { description: "Meta's id of the template in this language." }),
      wabaId: t.exposeString('wabaId', { description: "Meta's id of the WhatsApp Business Account it belongs to." }),
      name: t.exposeString('name', { description: 'Lower-case letters, digits and underscores.' }),
      language: t.exposeString('language', { description: 'Such as `en_US`, `ar`.' }),
      status: t.exposeString('status', {
        description: 'As Meta says: APPROVED, PENDING, REJECTED, PAUSED, DISABLED … Only APPROVED can be sent.',
      }),
      category: t.exposeString('category', { description: 'As Meta says: MARKETING, UTILITY, AUTHENTICATION …' }),
      quality: said('quality', 'What people make of it: GREEN, YELLOW, RED or UNKNOWN, as Meta says.'),
      subCategory: said('subCategory', 'A kind within its category, as Meta says.'),
      previousCategory: said('previousCategory', 'The category it had before Meta changed it.'),
      correctCategory: said('correctCategory', 'The category that Meta finds right, where it is another than its own.'),
      categoryChangesAt: moment('categoryChangesAt', 'When Meta changes its category to `correctCategory`, if told.'),
      rejectedReason: said('rejectedReason', 'Why Meta rejected it: INVALID_FORMAT, PROMOTIONAL, SCAM …'),
      statusDetails: said('statusDetails', "Why its status is what it is, in Meta's words."),
      pausedUntil: moment('pausedUntil', 'About when a pause ends: 3 hours after the first began, 6 after the second.'),
      updatedAt: moment('updatedAt', "Meta's time of the newest webhook about it; null when none came."),
      syncedAt: moment(
        'syncedAt',
        'When Meta was last asked for the list that it stands in; null when it stands in none yet.',
      ),
      parameterFormat: t.expose('parameterFormat', {
        type: ParameterFormat,
        description: 'How to give its parameters.',
      }),
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
          components: t.arg({
            type: 'JSON',
            description: "Instead of `parameters`: Meta's own list, which alone fills cards and offers.",
          }),
        },
        resolve(template, { parameters, components }) {
          if (parameters && components) {
            throw invalidInput('components', 'Give either `parameters` or `components`, not both.');
          }
          const given = componentsOf(components);
          if (given !== null) return previewOfComponents(template, given);
          return previewOf(template, parameters ? parametersOf(parameters) : {});
        },
      }),
    };
  },
});
