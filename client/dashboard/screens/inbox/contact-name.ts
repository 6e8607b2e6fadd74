import type { ContactFieldsFragment } from '../../generated/graphql.ts';

/** What a person is called: the name they gave, else what they can be told apart by. */
export interface ContactName {
  readonly text: string;
  /** Whether it is a number, a @username or an id, always left to right, rather than what somebody typed. */
  readonly latin: boolean;
}

export function nameOf(
  contact: Pick<ContactFieldsFragment, 'id' | 'name' | 'phone' | 'userId' | 'username'>,
): ContactName {
  const name = contact.name?.trim();
  return name ? { text: name, latin: false } : { text: handleOf(contact), latin: true };
}

/** The phone; where WhatsApp hides it the @username, else the end of an id. */
export function handleOf({
  id,
  phone,
  userId,
  username,
}: Pick<ContactFieldsFragment, 'id' | 'phone' | 'userId' | 'username'>): string {
  if (phone !== null) return phoneOf(phone);
  if (username !== null && username.trim() !== '') return `@${username}`;
  return `…${(userId ?? id).slice(-6)}`;
}

/** `+964 770 000 0000`: Iraq's numbers in the groups in which they are said, others as they are. */
export function phoneOf(phone: string): string {
  return phone.replace(/^\+964(7\d\d)(\d{3})(\d{4})$/, '+964 $1 $2 $3');
}

/** One or two letters for a picture that WhatsApp does not hand over; null for a number. */
export function initialsOf(contact: Pick<ContactFieldsFragment, 'name' | 'username'>): string | null {
  const letters = (contact.name ?? contact.username ?? '')
    .trim()
    .split(/\s+/)
    .map((word) => [...word].find((letter) => /\p{L}/u.test(letter)))
    .filter((letter) => letter !== undefined);
  const [first, second] = letters;
  if (first === undefined) return null;
  // Letters of Arabic would join into something else.
  return /\p{Script=Arabic}/u.test(first) || second === undefined ? first : first + second;
}
