import type { TenantFieldsFragment } from '../../generated/graphql.ts';

export type Tenant = TenantFieldsFragment;
export type QuotaName = keyof Omit<Tenant['quotas'], '__typename'>;

export const QUOTAS: readonly QuotaName[] = [
  'sendsPerDay',
  'messagesPerSecond',
  'sockets',
  'subscriptions',
  'mediaBytes',
];
/** The operator's own tenant. */
export const HOME = 'dijla';
export const USUAL_TIME_ZONE = 'Asia/Baghdad';
export const KINDS = ['STANDARD', 'DIRECT'] as const;

const MEGABYTE = 1_000_000;

/** How a quota is typed: media in megabytes, the rest as it is. '' for no limit. */
export function typed(quotas: Tenant['quotas'], name: QuotaName): string {
  const value = quotas[name];
  if (value === null) return '';
  return String(name === 'mediaBytes' ? value / MEGABYTE : value);
}

/** What was typed as the API takes it: null for no limit, undefined for what is no number. */
export function readQuota(text: string, name: QuotaName): number | null | undefined {
  const plain = text.trim().replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  if (plain === '') return null;
  const value = name === 'mediaBytes' ? Math.round(Number(plain) * MEGABYTE) : Number(plain);
  return Number.isInteger(value) && value >= 0 ? value : undefined;
}

/** IANA's names as this browser knows them. */
export function timeZones(): readonly string[] {
  return [...new Set([USUAL_TIME_ZONE, ...Intl.supportedValuesOf('timeZone'), 'UTC'])];
}
