import type { NumberFieldsFragment, PhoneNumberSharingInput, TenantNamesQuery } from '../../generated/graphql.ts';

export type OwnNumber = NumberFieldsFragment;
export type TenantName = TenantNamesQuery['tenants'][number];

export const CREDENTIALS = ['MASTER', 'STORED', 'DIRECT'] as const;
export const USUAL_ANSWER_DAYS = 30;

export const QUALITY_TONES: Readonly<Record<string, 'good' | 'warn' | 'bad'>> = {
  GREEN: 'good',
  YELLOW: 'warn',
  RED: 'bad',
};

/** Whom a number is for, as a form has it. */
export interface Assignment {
  readonly whose: 'operator' | 'tenant' | 'shared';
  readonly tenantId: string | null;
  /** Who shares it; empty: every standard tenant. */
  readonly tenants: readonly string[];
  readonly defaultTenantId: string | null;
  /** As it was typed. */
  readonly answerDays: string;
}

export function assignmentOf({ sharing, tenantId }: Pick<OwnNumber, 'sharing' | 'tenantId'>, home: string): Assignment {
  const shared = sharing !== null;
  return {
    whose: shared ? 'shared' : tenantId === null || tenantId === home ? 'operator' : 'tenant',
    tenantId: shared || tenantId === home ? null : tenantId,
    tenants: sharing?.tenants ?? [],
    defaultTenantId: sharing?.defaultTenantId ?? null,
    answerDays: String(sharing?.answerDays ?? USUAL_ANSWER_DAYS),
  };
}

/** What the API takes for it; null while something is missing or wrong. */
export function inputOf(
  given: Assignment,
): { readonly tenantId: string | null; readonly sharing: PhoneNumberSharingInput | null } | null {
  if (given.whose === 'operator') return { tenantId: null, sharing: null };
  if (given.whose === 'tenant') return given.tenantId === null ? null : { tenantId: given.tenantId, sharing: null };
  const answerDays = Number(given.answerDays);
  if (!Number.isInteger(answerDays) || answerDays < 1 || answerDays > 365) return null;
  const tenants = given.tenants.length === 0 ? null : [...given.tenants];
  return { tenantId: null, sharing: { tenants, defaultTenantId: given.defaultTenantId, answerDays } };
}
