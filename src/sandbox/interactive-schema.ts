import { z } from 'zod';
import { mediaContent, text } from './message-schema.ts';

const body = z.strictObject({ text: text(1024) });
const longBody = z.strictObject({ text: text(4096) });
const footer = z.strictObject({ text: text(60) }).optional();
const noParameters = (name: string) => z.strictObject({ name: z.literal(name) });

const textHeader = z.strictObject({ type: z.literal('text'), text: text(60) });
const header = z.discriminatedUnion('type', [
  textHeader,
  z.strictObject({ type: z.literal('image'), image: mediaContent.image }),
  z.strictObject({ type: z.literal('video'), video: mediaContent.video }),
  z.strictObject({ type: z.literal('document'), document: mediaContent.document }),
]);

/** Meta refuses two buttons, or two rows, with the same id or the same title. */
function different<Item>(what: string, keys: ((item: Item) => string)[]) {
  return (items: Item[], context: z.RefinementCtx) => {
    if (keys.some((key) => new Set(items.map(key)).size < items.length)) {
      context.addIssue({ code: 'custom', message: `${what} must differ` });
    }
  };
}

const replyButton = z.strictObject({
  type: z.literal('reply'),
  reply: z.strictObject({ id: text(256), title: text(20) }),
});

const replyButtons = z.strictObject({
  type: z.literal('button'),
  header: header.optional(),
  body,
  footer,
  action: z.strictObject({
    buttons: z
      .array(replyButton)
      .min(1)
      .max(3)
      .superRefine(different('button ids and titles', [({ reply }) => reply.id, ({ reply }) => reply.title])),
  }),
});

const row = z.strictObject({ id: text(200), title: text(24), description: z.string().max(72).optional() });
const section = z.strictObject({ title: z.string().max(24).optional(), rows: z.array(row).min(1) });

const list = z.strictObject({
  type: z.literal('list'),
  header: textHeader.optional(),
  body: longBody,
  footer,
  action: z.strictObject({
    button: text(20),
    sections: z
      .array(section)
      .min(1)
      .max(10)
      .superRefine((sections, context) => {
        const rows = sections.flatMap((one) => one.rows);
        if (rows.length > 10) context.addIssue({ code: 'custom', message: 'at most 10 rows in all sections together' });
        if (sections.length > 1 && sections.some((one) => !one.title)) {
          const message = 'every section needs a title when there are several';
          context.addIssue({ code: 'custom', params: { code: 131008 }, message });
        }
        different<{ id: string }>('row ids', [({ id }) => id])(rows, context);
      }),
  }),
});

const urlParameters = z.strictObject({ display_text: text(20), url: z.url({ protocol: /^https?$/ }) });
const urlAction = z.strictObject({ name: z.literal('cta_url'), parameters: urlParameters });

const ctaUrl = z.strictObject({
  type: z.literal('cta_url'),
  header: header.optional(),
  body,
  footer,
  action: urlAction,
});

const locationRequest = z.strictObject({
  type: z.literal('location_request_message'),
  body,
  action: noParameters('send_location'),
});

/** Meta's name is disputed between its page and its clients, so both are taken. */
const contactRequest = z.strictObject({
  type: z.enum(['request_contact_info', 'contact_request']),
  body,
  footer,
  action: z.strictObject({ name: z.enum(['request_contact_info', 'contact_request']) }),
});

const flow = z.strictObject({
  type: z.literal('flow'),
  header: header.optional(),
  body,
  footer,
  action: z.strictObject({
    name: z.literal('flow'),
    parameters: z
      .looseObject({ flow_message_version: z.literal('3'), flow_cta: z.string().min(1) })
      .refine((given) => 'flow_id' in given !== 'flow_name' in given, 'exactly one of flow_id and flow_name is needed'),
  }),
});

const product = z.strictObject({
  type: z.literal('product'),
  body: body.optional(),
  footer,
  action: z.strictObject({ catalog_id: z.string().min(1), product_retailer_id: z.string().min(1) }),
});

const productSection = z.strictObject({
  title: text(24).optional(),
  product_items: z.array(z.strictObject({ product_retailer_id: z.string().min(1) })).min(1),
});

const productList = z.strictObject({
  type: z.literal('product_list'),
  header: textHeader,
  body,
  footer,
  action: z.strictObject({
    catalog_id: z.string().min(1),
    sections: z
      .array(productSection)
      .min(1)
      .max(10)
      .refine((all) => all.flatMap((one) => one.product_items).length <= 30, 'at most 30 products'),
  }),
});

const catalog = z.strictObject({
  type: z.literal('catalog_message'),
  body,
  footer,
  action: z.strictObject({
    name: z.literal('catalog_message'),
    parameters: z.strictObject({ thumbnail_product_retailer_id: z.string().min(1) }).optional(),
  }),
});

const card = z.strictObject({
  card_index: z.int().min(0).max(9),
  type: z.string().optional(),
  header: header.optional(),
  body: z.strictObject({ text: text(160) }).optional(),
  action: z.looseObject({}),
});

const carousel = z.strictObject({
  type: z.literal('carousel'),
  body,
  action: z.strictObject({ cards: z.array(card).min(2).max(10) }),
});

const callPermission = z.strictObject({
  type: z.literal('call_permission_request'),
  body: body.optional(),
  action: noParameters('call_permission_request'),
});

const voiceCall = z.strictObject({
  type: z.literal('voice_call'),
  body,
  footer,
  action: z.strictObject({
    name: z.literal('voice_call'),
    parameters: z
      .strictObject({
        display_text: text(20).optional(),
        ttl_minutes: z.int().min(1).max(43_200).optional(),
        payload: z.string().max(512).optional(),
      })
      .optional(),
  }),
});

/** Country-bound kinds (addresses in India, payments): the frame is judged, their long parameter lists are not. */
const countryBound = z.looseObject({
  type: z.enum(['address_message', 'order_details', 'order_status']),
  body: longBody,
  action: z.looseObject({ name: z.string().min(1), parameters: z.looseObject({}) }),
});

/** Every interactive type with Meta's limits. */
export const interactiveContent = z.discriminatedUnion('type', [
  replyButtons,
  list,
  ctaUrl,
  locationRequest,
  contactRequest,
  flow,
  product,
  productList,
  catalog,
  carousel,
  callPermission,
  voiceCall,
  countryBound,
]);
