import { useEffect, useState } from 'react';
import { people as askPeople, type KnownPerson } from './phone-api.ts';

/** Somebody whose phone can be held. */
export interface Holder {
  /** Digits, or a user id: how the sandbox knows them. */
  readonly id: string;
  readonly name: string;
  /** What they do that others do not, in English; '' for an ordinary person. */
  readonly does: string;
  /** Made up here: the sandbox learns the name with the first message. */
  readonly isNew: boolean;
}

const FIRST: Holder = { id: '9647700000000', name: 'Ahmed Kareem', does: '', isNew: false };
const PLACE = 'dijla-sandbox-people';
const MOST = 50;

/** Who there is: the sandbox's own people, and those who were made up in this browser. */
export function usePeople() {
  const [known, setKnown] = useState<readonly Holder[]>([FIRST]);
  const [own, setOwn] = useState(kept);
  const [id, setId] = useState(FIRST.id);
  const people = [...known, ...own.filter((one) => !known.some((other) => other.id === one.id))];

  useEffect(() => {
    let left = false;
    askPeople().then(
      (found) => !left && setKnown(found.map(holderOf)),
      () => {
        // The list only helps to choose; the phone itself tells what is wrong.
      },
    );
    return () => {
      left = true;
    };
  }, []);

  return {
    people,
    chosen: people.find((one) => one.id === id) ?? FIRST,
    choose: setId,
    add(phone: string, name: string) {
      const digits = phone.replace(/\D/g, '');
      const next = [...own.filter((one) => one.id !== digits), { id: digits, name, does: '', isNew: true }].slice(
        -MOST,
      );
      setOwn(next);
      setId(digits);
      keep(next);
    },
  };
}

function holderOf({ does, name, phone, userId }: KnownPerson): Holder {
  return { id: phone ?? userId ?? '', name, does, isNew: false };
}

function kept(): readonly Holder[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(PLACE) ?? '[]');
    return Array.isArray(found) ? found.flatMap(readHolder).slice(-MOST) : [];
  } catch {
    return [];
  }
}

function readHolder(value: unknown): Holder[] {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('name' in value)) return [];
  const { id, name } = value;
  return typeof id === 'string' && typeof name === 'string' ? [{ id, name, does: '', isNew: true }] : [];
}

function keep(people: readonly Holder[]): void {
  try {
    localStorage.setItem(PLACE, JSON.stringify(people.map(({ id, name }) => ({ id, name }))));
  } catch {
    // Storage is full or forbidden: they are known until the page is left.
  }
}
