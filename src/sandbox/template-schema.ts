import { z } from 'zod';
import { text } from './message-schema.ts';

const example = z.looseObject({}).optional();

const header = z.strictObject({
  type: z.literal('HEADER'),
  format: z.enum(['TEXT', 'IMAGE', 'VIDEO', 'GIF', 'DOCUMENT', 'LOCATION', 'PRODUCT']),
  text: text(60).optional(),
  example,
});

const body = z.strictObject({
  type: z.literal('BODY'),
  text: text(1024).optional(),
  add_security_recommendation: z.boolean().optional(),
  example,
});

const footer = z.strictObject({
  type: z.literal('FOOTER'),
  text: text(60).optional(),
  code_expiration_minutes: z.int().min(1).max(90).optional(),
});

const exampleList = z.union([z.string(), z.array(z.string())]).optional();
const label = text(25);

const button = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('QUICK_REPLY'), text: label }),
  z.strictObject({ type: z.literal('URL'), text: label, url: text(2000), example: exampleList }),
  z.strictObject({ type: z.literal('PHONE_NUMBER'), text: label, phone_number: text(20) }),
  z.strictObject({ type: z.literal('COPY_CODE'), text: label.optional(), example: exampleList }),
  z.looseObject({ type: z.literal('OTP'), otp_type: z.enum(['COPY_CODE', 'ONE_TAP', 'ZERO_TAP']) }),
  z.looseObject({ type: z.literal('FLOW'), text: label }),
  z.strictObject({ type: z.literal('CATALOG'), text: label }),
  z.strictObject({ type: z.literal('REQUEST_CONTACT_INFO'), text: label.optional() }),
  z.looseObject({
    type: z.enum(['MPM', 'SPM', 'VOICE_CALL', 'ORDER_DETAILS', 'ORDER_STATUS']),
    text: label.optional(),
  }),
]);

/** Meta: ten buttons, of which two URLs, one phone number, one code; quick replies stand together. */
const buttons = z.strictObject({
  type: z.literal('BUTTONS'),
  buttons: z
    .array(button)
    .min(1)
    .max(10)
    .superRefine((all, context) => {
      const most: Record<string, number> = { URL: 2, PHONE_NUMBER: 1, COPY_CODE: 1, OTP: 1 };
      for (const [type, limit] of Object.entries(most)) {
        if (all.filter((one) => one.type === type).length > limit) {
          context.addIssue({ code: 'custom', params: { code: 100 }, message: `at most ${limit} ${type} buttons` });
        }
      }
      const isReply = all.map((one) => one.type === 'QUICK_REPLY');
      const changes = isReply.filter((reply, at) => at > 0 && reply !== isReply[at - 1]).length;
      if (changes > 1) context.addIssue({ code: 'custom', params: { code: 100 }, message: 'group the quick replies' });
    }),
});

const limitedTimeOffer = z.strictObject({
  type: z.literal('LIMITED_TIME_OFFER'),
  limited_time_offer: z.strictObject({ text: text(16), has_expiration: z.boolean().optional() }),
});

const card = z.strictObject({
  components: z
    .array(z.discriminatedUnion('type', [header, z.strictObject({ ...body.shape, text: text(160) }), buttons]))
    .min(1)
    .superRefine(onceEach),
});

/** Meta: every card is built alike. */
const carousel = z.strictObject({
  type: z.literal('CAROUSEL'),
  cards: z
    .array(card)
    .min(2)
    .max(10)
    .superRefine((cards, context) => {
      const shapes = cards.map(({ components }) => components.map(shapeOf).sort().join());
      if (new Set(shapes).size > 1) {
        const message = 'all cards need the same components, header format and buttons';
        context.addIssue({ code: 'custom', params: { code: 100 }, message });
      }
    }),
});

function shapeOf(one: z.infer<typeof header> | z.infer<typeof buttons> | { type: 'BODY' }): string {
  if (one.type === 'HEADER') return `HEADER ${one.format}`;
  return one.type === 'BUTTONS' ? `BUTTONS ${one.buttons.map(({ type }) => type).join(' ')}` : one.type;
}

function onceEach(all: readonly { type: string }[], context: z.RefinementCtx): void {
  for (const type of new Set(all.map((one) => one.type))) {
    if (all.filter((one) => one.type === type).length > 1) {
      context.addIssue({ code: 'custom', params: { code: 100 }, message: `only one ${type}` });
    }
  }
}

const component = z.discriminatedUnion('type', [header, body, footer, buttons, limitedTimeOffer, carousel]);

export type TemplateCard = z.infer<typeof card>;
export type TemplateComponent = z.infer<typeof component>;
export type TemplateButton = z.infer<typeof button>;

const components = z
  .array(component)
  .min(1)
  .superRefine((all, context) => {
    onceEach(all, context);
    if (!all.some(({ type }) => type === 'BODY')) {
      context.addIssue({ code: 'custom', params: { code: 131008 }, message: 'a BODY is needed' });
    }
  });

const category = z.enum(['MARKETING', 'UTILITY', 'AUTHENTICATION']);

/** `POST /{template id}`: what an edit replaces. */
export const templateEdit = z.strictObject({
  category: category.optional(),
  components: components.optional(),
  message_send_ttl_seconds: z.int().optional(),
  parameter_format: z.string().optional(),
});

/** `POST /{waba}/message_templates`, with Meta's limits for creation. */
export const newTemplate = z.looseObject({
  name: text(512).regex(/^[a-z0-9_]+$/, 'only a-z, 0-9 and _ are allowed'),
  language: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2,4})?$/, 'for example en_US or ar'),
  category,
  parameter_format: z
    .string()
    .transform((format) => format.toUpperCase())
    .pipe(z.enum(['POSITIONAL', 'NAMED']))
    .default('POSITIONAL'),
  components,
  message_send_ttl_seconds: z.int().optional(),
});

export type NewTemplate = z.infer<typeof newTemplate>;
