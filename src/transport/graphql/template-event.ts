import { isJsonObject, type Json, type JsonObject } from '../../domain/json.ts';
import { type TemplateChange, type TemplateNews, templateNewsOf } from '../../domain/template-news.ts';
import { builder } from './builder.ts';
import { eventType } from './event.ts';
import type { EventItem } from './subscription.ts';
import { TemplateType } from './template.ts';

const CHANGES: Readonly<Record<TemplateChange, { readonly description: string }>> = {
  STATUS: { description: 'It has another status: `status`, `reason`, `details`, `pausedUntil`.' },
  QUALITY: { description: 'It has another quality: `quality`, `previousQuality`.' },
  CATEGORY: { description: 'Meta changed its category: `category`, `previousCategory`.' },
  CORRECT_CATEGORY: {
    description:
      'Meta finds another category right: `correctCategory`, and `categoryChangesAt` when it will change it.',
  },
  COMPONENTS: { description: 'Its words were edited.' },
  OTHER: { description: 'What came after this release; `data` holds it.' },
};

const TemplateChangeEnum = builder.enumType('TemplateChange', {
  description: 'What a webhook about a template tells.',
  values: CHANGES,
});

const TemplateEventType = eventType(
  'TemplateEvent',
  'News of a template. What was not told is null; the words are as Meta says them.',
);

builder.objectFields(TemplateEventType, (t) => {
  const told = (
    name: 'name' | 'language' | 'status' | 'reason' | 'details' | Quality | Category,
    description: string,
  ) => t.string({ nullable: true, description, resolve: (item) => newsOf(item)[name] });
  const moment = (name: 'pausedUntil' | 'categoryChangesAt', description: string) =>
    t.field({ type: 'DateTime', nullable: true, description, resolve: (item) => isoTime(newsOf(item)[name]) });
  return {
    change: t.field({
      type: TemplateChangeEnum,
      description: 'What it is about.',
      resolve: (item) => newsOf(item).change,
    }),
    template: t.field({
      type: TemplateType,
      nullable: true,
      description: 'The template as it is now; null when it is not in your list, or not any more.',
      resolve(item, _args, { caller, services }) {
        const wabaId = dataOf(item)['wabaId'];
        const { templateId } = newsOf(item);
        return typeof wabaId === 'string' && templateId !== null
          ? services.templates.byId(caller, wabaId, templateId)
          : null;
      },
    }),
    templateId: t.id({
      nullable: true,
      description: "Meta's id of the template in this language.",
      resolve: (item) => newsOf(item).templateId,
    }),
    wabaId: t.id({
      nullable: true,
      description: "Meta's id of the account.",
      resolve(item) {
        const wabaId = dataOf(item)['wabaId'];
        return typeof wabaId === 'string' ? wabaId : null;
      },
    }),
    name: told('name', 'Its name.'),
    language: told('language', 'Such as `en_US`.'),
    status: told(
      'status',
      'The status it has from now on: APPROVED, REJECTED, PAUSED, DISABLED … Beside `StatusUpdate.status` it needs an alias.',
    ),
    reason: told('reason', 'INVALID_FORMAT, SCAM …, or the kind of pause: FIRST_PAUSE, SECOND_PAUSE.'),
    details: told('details', "Why, and what to do about it, in Meta's words."),
    pausedUntil: moment('pausedUntil', 'About when a pause ends.'),
    quality: told('quality', 'GREEN, YELLOW, RED or UNKNOWN.'),
    previousQuality: told('previousQuality', 'What it was before.'),
    category: told('category', 'The category it has.'),
    previousCategory: told('previousCategory', 'The category it had before.'),
    correctCategory: told('correctCategory', 'The category that Meta finds right.'),
    categoryChangesAt: moment('categoryChangesAt', 'When Meta changes the category to that one; null for a mere hint.'),
    data: t.field({
      type: 'JSON',
      nullable: true,
      description: "The webhook field's value as Meta sent it.",
      resolve: ({ event }) => event.body.data,
    }),
  };
});

type Quality = 'quality' | 'previousQuality';
type Category = 'category' | 'previousCategory' | 'correctCategory';

function newsOf(item: EventItem): TemplateNews {
  const raw: Json = dataOf(item)['value'] ?? null;
  return templateNewsOf((isJsonObject(raw) ? raw['value'] : null) ?? null, Date.parse(item.event.body.at));
}

function dataOf({ event }: EventItem): JsonObject {
  return isJsonObject(event.body.data) ? event.body.data : {};
}

function isoTime(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString();
}
