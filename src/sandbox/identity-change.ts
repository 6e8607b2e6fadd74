import type { BusinessNumber } from './accounts.ts';
import { ControlError } from './control-error.ts';
import { inboundValue, unixSeconds } from './events.ts';
import { wamid } from './ids.ts';
import { announce, type Parts } from './parts.ts';
import type { User } from './users.ts';

interface IdentityChange {
  phone: string | undefined;
  userId: string | undefined;
  /** Only this number is told; otherwise all that the person wrote to, and the first one when there are none. */
  only: BusinessNumber | undefined;
  find: (number: BusinessNumber) => User;
}

/**
 * Somebody changes their number or user id: whom they wrote to is told by a `system` message. From then on the person
 * goes by the new names; nobody is reached under the old ones.
 */
export function changePerson(parts: Parts, { phone, userId, only, find }: IdentityChange): object {
  const known = parts.accounts.numbers.filter((one) => parts.windows.knows(one.id, find(one).key));
  const first = only ?? known[0] ?? parts.accounts.numbers[0];
  if (first === undefined) throw new ControlError('The sandbox has no numbers.');
  // A user id is one account's own; a number is the person's everywhere.
  const told = (known.length === 0 || only !== undefined ? [first] : known).filter(
    ({ account }) => phone !== undefined || account === first.account,
  );
  const changes = new Map<string, { old: User; now: User }>();
  for (const number of told) {
    const { account } = number;
    if (changes.has(account.wabaId)) continue;
    const old = find(number);
    const same = phone === undefined ? old.userId === userId : old.phone === phone;
    if (same) throw new ControlError(`The person has ${phone ?? userId} already: send another one.`);
    const now =
      phone === undefined
        ? parts.users.changeUserId(account, old, userId ?? '')
        : parts.users.changePhone(account, old, phone);
    changes.set(account.wabaId, { old, now });
  }
  return { changes: told.flatMap((number) => tell(parts, number, changes.get(number.account.wabaId))) };
}

function tell(parts: Parts, number: BusinessNumber, change: { old: User; now: User } | undefined): object[] {
  if (change === undefined) return [];
  const { old, now } = change;
  parts.windows.move(number.id, old.key, now.key);
  parts.phones.move(number.id, old.key, now.key);
  const byPhone = old.phone !== now.phone;
  const id = wamid(old.phone ?? old.userId, 'inbound');
  const system = {
    body: byPhone
      ? `User ${old.name} changed from ${old.phone ?? old.userId} to ${now.phone}`
      : `User ${old.name} changed their user id`,
    ...(now.phone === undefined ? {} : { wa_id: now.phone }),
    user_id: now.userId,
    previous_user_id: old.userId,
    type: byPhone ? 'user_changed_number' : 'user_changed_user_id',
  };
  const message = { id, timestamp: unixSeconds(Date.now()), type: 'system', system };
  parts.messages.set(id, { numberId: number.id, direction: 'inbound', type: 'system', userKey: now.key });
  const value = inboundValue(number, old, message, false);
  void announce(parts, number.account, { field: 'messages', value });
  return [{ id, number: number.id, phone: now.phone, userId: now.userId, previousUserId: old.userId }];
}
