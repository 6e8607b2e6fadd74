import { z } from 'zod';

/** A string that must hold something, of at most `longest` UTF-16 units. */
export function text(longest: number) {
  return z.string().min(1).max(longest);
}

/** `link` must be an address that Meta could fetch. */
const link = z.url({ protocol: /^https?$/ });

/** Meta: exactly one of `id` (uploaded before) and `link`. */
export function media<Extra extends z.ZodRawShape>(extra: Extra) {
  return z
    .strictObject({ id: z.string().min(1).optional(), link: link.optional(), ...extra })
    .superRefine((value: object, context) => {
      const given = ['id', 'link'].filter((key) => key in value);
      if (given.length === 1) return;
      const code = given.length === 0 ? 131008 : 131009;
      context.addIssue({ code: 'custom', params: { code }, message: 'exactly one of id and link is needed' });
    });
}

const caption = text(1024).optional();

export const mediaContent = {
  image: media({ caption }),
  video: media({ caption }),
  audio: media({ voice: z.boolean().optional() }),
  document: media({ caption, filename: z.string().min(1).optional() }),
  sticker: media({}),
};

/** Meta's examples have strings, what users send has numbers; both are taken. */
function degrees(limit: number) {
  return z
    .union([z.string().min(1), z.number()])
    .transform(Number)
    .pipe(z.number().min(-limit).max(limit));
}

export const locationContent = z.strictObject({
  latitude: degrees(90),
  longitude: degrees(180),
  name: z.string().optional(),
  address: z.string().optional(),
});

const optional = z.string().optional();

/** Meta: up to 257 cards, each with at least a formatted name. */
export const contactsContent = z
  .array(
    z.strictObject({
      name: z.strictObject({
        formatted_name: z.string().min(1),
        first_name: optional,
        last_name: optional,
        middle_name: optional,
        prefix: optional,
        suffix: optional,
      }),
      birthday: z.iso.date().optional(),
      addresses: z
        .array(
          z.strictObject({
            street: optional,
            city: optional,
            state: optional,
            zip: optional,
            country: optional,
            country_code: optional,
            type: optional,
          }),
        )
        .optional(),
      emails: z.array(z.strictObject({ email: optional, type: optional })).optional(),
      org: z.strictObject({ company: optional, department: optional, title: optional }).optional(),
      phones: z.array(z.strictObject({ phone: optional, type: optional, wa_id: optional })).optional(),
      urls: z.array(z.strictObject({ url: optional, type: optional })).optional(),
    }),
  )
  .min(1)
  .max(257);

export const textContent = z.strictObject({ body: text(4096), preview_url: z.boolean().optional() });

/** `emoji: ""` takes the reaction back. */
export const reactionContent = z.strictObject({ message_id: z.string().min(1), emoji: z.string() });

const looseParameter = z.looseObject({ type: z.string().min(1) });

const cardComponent = z.strictObject({
  type: z.string().min(1),
  sub_type: optional,
  index: z.union([z.string().regex(/^\d+$/), z.int().min(0)]).optional(),
  parameters: z.array(looseParameter).optional(),
});

const sentCard = z.strictObject({ card_index: z.int().min(0), components: z.array(cardComponent).default([]) });

const component = z.strictObject({ ...cardComponent.shape, cards: z.array(sentCard).optional() });

/** The shape of a template send; whether it fits the template itself is judged against that template. */
export const templateContent = z.strictObject({
  name: text(512),
  language: z.strictObject({ code: z.string().min(1), policy: z.literal('deterministic').optional() }),
  components: z.array(component).optional(),
});

export type TemplateSend = z.infer<typeof templateContent>;
export type SendComponent = z.infer<typeof component>;
export type SendParameter = z.infer<typeof looseParameter>;

/** Everything beside the content. The content is judged apart, by its type. */
export const envelope = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.enum(['individual', 'group']).optional(),
  to: z.string().min(1).optional(),
  recipient: z.string().min(1).optional(),
  type: z.string().min(1).default('text'),
  context: z.strictObject({ message_id: z.string().min(1) }).optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
  recipient_identity_key_hash: z.string().optional(),
  text: z.unknown().optional(),
  image: z.unknown().optional(),
  video: z.unknown().optional(),
  audio: z.unknown().optional(),
  document: z.unknown().optional(),
  sticker: z.unknown().optional(),
  location: z.unknown().optional(),
  contacts: z.unknown().optional(),
  reaction: z.unknown().optional(),
  interactive: z.unknown().optional(),
  template: z.unknown().optional(),
});

/** Mark as read, with or without the typing indicator. */
export const readReceipt = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: z.string().min(1),
  typing_indicator: z.strictObject({ type: z.literal('text') }).optional(),
});
