import { checkLength } from '../../application/content-fields.ts';
import { builder } from './builder.ts';
import { TemplateType } from './template.ts';

/** Longer than any of Meta's words. */
const WORD_LIMIT = 512;

builder.queryField('templates', (t) =>
  t.field({
    type: [TemplateType],
    description:
      "The templates of your accounts, by name and language; at most 6,000 for each account. Every filter is at most 512 characters and compares the whole word, Meta's own in any case. META_UNAVAILABLE when they were never fetched yet.",
    args: {
      name: t.arg.string({ description: 'Only the template of this name, in every language.' }),
      language: t.arg.string({ description: 'Only those in this language, such as `en_US`.' }),
      status: t.arg.string({ description: 'Only those of this status, such as `APPROVED`.' }),
      category: t.arg.string({ description: 'Only those of this category, such as `UTILITY`.' }),
      wabaId: t.arg.id({ description: "Only those of this account, by Meta's id of it." }),
    },
    async resolve(_root, filter, { caller, services }) {
      const given = Object.entries(filter).flatMap(([name, value]) => (value ? [{ name, value }] : []));
      for (const { name, value } of given) checkLength(name, value, WORD_LIMIT);
      const { name, language, wabaId } = filter;
      const [status, category] = [filter.status?.toUpperCase(), filter.category?.toUpperCase()];
      const templates = await services.templates.list(caller);
      return templates.filter(
        (one) =>
          (name ?? one.name) === one.name &&
          (language ?? one.language) === one.language &&
          (wabaId ?? one.wabaId) === one.wabaId &&
          (status ?? one.status.toUpperCase()) === one.status.toUpperCase() &&
          (category ?? one.category.toUpperCase()) === one.category.toUpperCase(),
      );
    },
  }),
);
