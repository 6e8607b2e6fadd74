import type { Account, BusinessNumber } from './accounts.ts';
import { GraphError } from './graph-errors.ts';
import { displayPhone } from './phone.ts';

/** A phone number as `GET /{phone number id}` knows it; `fields` chooses among these. */
export function numberNode(number: BusinessNumber): Record<string, unknown> {
  return {
    id: number.id,
    display_phone_number: displayPhone(number.digits),
    verified_name: number.name,
    quality_rating: 'GREEN',
    code_verification_status: 'VERIFIED',
    name_status: 'APPROVED',
    platform_type: 'CLOUD_API',
    throughput: { level: 'STANDARD' },
    status: 'CONNECTED',
    account_mode: 'SANDBOX',
    is_official_business_account: false,
    is_pin_enabled: false,
    is_on_biz_app: false,
    whatsapp_business_manager_messaging_limit: 'TIER_250',
    health_status: health('PHONE_NUMBER', number.id),
  };
}

/** A WABA as `GET /{waba id}` knows it. */
export function wabaNode(account: Account): Record<string, unknown> {
  return {
    id: account.wabaId,
    name: account.numbers[0]?.name ?? 'Sandbox',
    currency: 'USD',
    timezone_id: '1',
    country: 'IQ',
    account_review_status: 'APPROVED',
    business_verification_status: 'not_verified',
    message_template_namespace: 'sandbox',
    ownership_type: 'SELF',
    status: 'ACTIVE',
    health_status: health('WABA', account.wabaId),
  };
}

function health(entityType: string, id: string): object {
  return {
    can_send_message: 'AVAILABLE',
    entities: [{ entity_type: entityType, id, can_send_message: 'AVAILABLE' }],
  };
}

/** What `fields` leaves of a node; `id` always stays. Throws 100 for a field that the node does not have. */
export function pick(node: object, fields: string | undefined, nodeType: string): object {
  if (fields === undefined || fields === '') return node;
  const known = new Map<string, unknown>(Object.entries(node));
  const chosen: Record<string, unknown> = {};
  for (const field of fields.split(',').map((name) => name.trim())) {
    if (!known.has(field))
      throw new GraphError(100, `Tried accessing nonexisting field (${field}) on node type (${nodeType}).`);
    chosen[field] = known.get(field);
  }
  return { ...chosen, id: known.get('id') };
}
