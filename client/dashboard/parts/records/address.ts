import { useMemo } from 'react';
import { useSearchParams } from 'wouter';

/** What the address says after its `?`, and how to change it; '' where it says nothing. */
export interface Address<Name extends string> {
  readonly values: Readonly<Record<Name, string>>;
  /**
   * Changes some of them and forgets the place in the list. The button "back" undoes it, unless it is a `step` of what is
   * being typed.
   */
  set(changes: Readonly<Partial<Record<Name, string>>>, step?: 'step'): void;
}

/** Of a place in a list: they hold for the filters that they were found with. */
const PLACES = ['after', 'before'];

/** Filters that live in the address, so that they can be shared and undone. */
export function useAddress<const Name extends string>(names: readonly Name[]): Address<Name> {
  const [params, setParams] = useSearchParams();
  const said = params.toString();
  const key = names.join();
  const values = useMemo(() => {
    const found = new URLSearchParams(said);
    return recordOf(key.split(',') as Name[], (name) => found.get(name) ?? '');
  }, [said, key]);
  return {
    values,
    set(changes, step) {
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          if (!PLACES.some((name) => name in changes)) for (const name of PLACES) next.delete(name);
          for (const [name, value] of Object.entries<string | undefined>(changes)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: step === 'step' },
      );
    },
  };
}

function recordOf<Name extends string>(names: readonly Name[], of: (name: Name) => string): Record<Name, string> {
  const record: Partial<Record<Name, string>> = {};
  for (const name of names) record[name] = of(name);
  // Every name has been given its value.
  return record as Record<Name, string>;
}

/** What an address says may be anybody's: a value that is none of these counts as none. */
export function oneOf<const T extends string>(values: readonly T[], value: string): T | undefined {
  return values.find((known) => known === value);
}
