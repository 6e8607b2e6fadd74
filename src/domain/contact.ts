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

/** A person as callers see them. `id` is the only key that never changes. */
export interface Contact {
  readonly id: string;
  readonly phone: string | null;
  readonly userId: string | null;
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

/** Where a message goes: exactly one of a phone number (E.164 with `+`) and a business-scoped user id. */
export type Address = { readonly phone: string } | { readonly userId: string };

export function addressOf(contact: Contact): Address | null {
  if (contact.phone !== null) return { phone: contact.phone };
  return contact.userId === null ? null : { userId: contact.userId };
}
