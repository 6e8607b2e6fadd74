import type { ContactFieldsFragment } from '../../generated/graphql.ts';
import { Ltr, Typed } from '../../i18n/text.tsx';
import { nameOf } from './contact-name.ts';

/** What a person is called, in its own direction. */
export function PersonName({ contact }: { readonly contact: ContactFieldsFragment }) {
  const { latin, text } = nameOf(contact);
  return latin ? <Ltr>{text}</Ltr> : <Typed>{text}</Typed>;
}
