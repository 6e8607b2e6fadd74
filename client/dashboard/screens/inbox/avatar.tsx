import { IconUser } from '@tabler/icons-react';
import type { ContactFieldsFragment } from '../../generated/graphql.ts';
import classes from './avatar.module.css';
import { initialsOf } from './contact-name.ts';

/** In place of the picture, which WhatsApp does not hand over: initials on a tint that is always the same person's. */
export function Avatar({
  contact,
  size = 'm',
}: {
  readonly contact: Pick<ContactFieldsFragment, 'id' | 'name' | 'username'>;
  readonly size?: 'm' | 'l';
}) {
  const initials = initialsOf(contact);
  return (
    <span className={classes.avatar} data-tint={tintOf(contact.id)} data-size={size} aria-hidden="true">
      {initials ?? <IconUser size={size === 'l' ? 32 : 22} stroke={1.6} />}
    </span>
  );
}

/** 0–5, from the id, which never changes. */
function tintOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % 6;
}
