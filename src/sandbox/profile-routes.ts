import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { bodyOf, type NodeParams, tokenOf } from './graph-request.ts';
import { queryText } from './http.ts';
import { pick } from './nodes.ts';
import type { Parts } from './parts.ts';
import { parse } from './send-request.ts';

const verticals = [
  ...['UNDEFINED', 'OTHER', 'AUTO', 'BEAUTY', 'APPAREL', 'EDU', 'ENTERTAIN', 'EVENT_PLAN', 'FINANCE', 'GROCERY'],
  ...['GOVT', 'HOTEL', 'HEALTH', 'NONPROFIT', 'PROF_SERVICES', 'RETAIL', 'TRAVEL', 'RESTAURANT', 'NOT_A_BIZ'],
];

const profile = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  about: z.string().min(1).max(139).optional(),
  address: z.string().max(256).optional(),
  description: z.string().max(512).optional(),
  email: z.string().max(128).optional(),
  websites: z.array(z.string().max(256)).max(2).optional(),
  vertical: z.enum(verticals).optional(),
  profile_picture_handle: z.string().optional(),
});

const known = ['about', 'address', 'description', 'email', 'profile_picture_url', 'websites', 'vertical'];

/** The business profile of a number: `GET` and `POST /{phone number id}/whatsapp_business_profile`. */
export function addProfileRoutes(app: FastifyInstance, parts: Parts): void {
  const path = '/:id/whatsapp_business_profile';
  const profiles = new Map<string, Record<string, unknown>>();

  app.get<NodeParams>(path, async (request) => {
    const number = parts.accounts.number(request.params.id, tokenOf(parts, request));
    const empty = Object.fromEntries(known.map((name) => [name, undefined]));
    const { id: _id, ...shown } = {
      id: undefined,
      ...pick({ ...empty, ...profiles.get(number.id) }, queryText(request.query, 'fields'), 'WhatsAppBusinessProfile'),
    };
    return { data: [{ ...shown, messaging_product: 'whatsapp' }] };
  });

  app.post<NodeParams>(path, async (request) => {
    const number = parts.accounts.number(request.params.id, tokenOf(parts, request));
    const {
      messaging_product: _product,
      profile_picture_handle: _picture,
      ...given
    } = parse(profile, bodyOf(request), []);
    profiles.set(number.id, { ...profiles.get(number.id), ...given });
    return { success: true };
  });
}
