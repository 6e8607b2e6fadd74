/**
 * Who somebody is, as far as a payload says. Any part may be missing: since 2026 a person may be known by a
 * business-scoped user id alone. `username` is for display and never an address.
 */
export interface Identity {
  /** E.164 with `+`. */
  readonly phone: string | null;
  /** Business-scoped user id, `CC.…`. */
  readonly userId: string | null;
  readonly parentUserId: string | null;
  readonly username: string | null;
  /** Profile name as the person set it. */
  readonly name: string | null;
}

export const NOBODY: Identity = { phone: null, userId: null, parentUserId: null, username: null, name: null };

/**
 * A person as callers see them. `id` is the only key that never changes, and even it may come to stand for another: when
 * two contacts turn out to be one person, the one that is given up leads to the other from then on.
 */
export interface Contact {
  readonly id: string;
  readonly phone: string | null;
  readonly userId: string | null;
  /** The user id shared by linked business portfolios, `CC.ENT.…`; absent unless known. */
  readonly parentUserId?: string;
  readonly username: string | null;
  readonly name: string | null;
}

/** The kinds of identity by which a contact can be found again, strongest first. */
export const ALIAS_KINDS = ['phone', 'userId', 'parentUserId'] as const;
export type AliasKind = (typeof ALIAS_KINDS)[number];
export interface Alias {
  readonly kind: AliasKind;
  readonly value: string;
}

/** The aliases that an identity carries, strongest first: a payload whose parts disagree is routed by phone. */
export function aliasesOf(identity: Identity): Alias[] {
  return ALIAS_KINDS.flatMap((kind) => {
    const value = identity[kind];
    return value === null ? [] : [{ kind, value }];
  });
}

/**
 * What Meta tells when somebody gets another phone number or user id. An id that did not change stands in both; a phone
 * that stands only in `before` was given up for one that is not told.
 */
export interface IdentityChange {
  readonly before: Identity;
  readonly after: Identity;
}

/** An id that a person had. A former phone is no alias any more: numbers are given to other people. */
export interface FormerId {
  readonly kind: AliasKind;
  readonly value: string;
  /** When another took its place, by Meta's clock, in epoch milliseconds. */
  readonly until: number;
}

/** Where a message goes: exactly one of a phone number (E.164 with `+`) and a business-scoped user id. */
export type Address = { readonly phone: string } | { readonly userId: string };

/** By phone if there is one; a parent user id is an address like any user id. */
export function addressOf({ phone, userId, parentUserId }: Contact): Address | null {
  if (phone !== null) return { phone };
  const id = userId ?? parentUserId ?? null;
  return id === null ? null : { userId: id };
}

/** Whom an address means. Meta marks parent user ids by their second part. */
export function identityAt(to: Address): Identity {
  if ('phone' in to) return { ...NOBODY, phone: to.phone };
  return /^[A-Z]{2}\.ENT\./.test(to.userId) ? { ...NOBODY, parentUserId: to.userId } : { ...NOBODY, userId: to.userId };
}
