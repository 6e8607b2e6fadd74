import { useQuery } from 'urql';
import { documentOf } from '../../data/documents.ts';
import { RecordsNumbersDocument } from '../../generated/graphql.ts';

/** The tenant's numbers to choose from, by Meta's id; none until they are there. */
export function useNumbers(): readonly { readonly value: string; readonly label: string }[] {
  const [{ data }] = useQuery({ query: documentOf(RecordsNumbersDocument) });
  return (data?.phoneNumbers ?? []).map(({ display, phoneNumberId }) => ({
    value: phoneNumberId,
    // In a list of the browser's own there are no elements: marks keep the number from turning round.
    label: `\u2066${display || phoneNumberId}\u2069`,
  }));
}
