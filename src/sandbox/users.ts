import type { Account } from './accounts.ts';
import { CappedMap } from './capped.ts';
import { businessScopedId } from './ids.ts';
import { personOf } from './people.ts';
import { callingCode } from './phone.ts';

/** A WhatsApp user as one WABA sees them. */
export interface User {
  /** What windows and limits count by: the digits, or the user id of someone whose phone is hidden. */
  key: string;
  /** Absent for someone known by user id only: Meta then leaves out `wa_id` and `from`. */
  phone: string | undefined;
  userId: string;
  name: string;
  username: string | undefined;
}

interface Profile {
  name?: string | undefined;
  username?: string | undefined;
}

/** Who is who: phones to business-scoped ids and back, and the names that the control interface gave. */
export class Users {
  readonly #phones = new CappedMap<string, string>(50_000);
  readonly #userIds = new CappedMap<string, string>(50_000);
  readonly #profiles = new CappedMap<string, Profile>(50_000);
  /** From a phone or user id that somebody gave up to what they have now. */
  readonly #moved = new CappedMap<string, string>(50_000);

  byPhone(account: Account, phone: string): User {
    const key = `${account.wabaId} ${phone}`;
    const userId = this.#userIds.get(key) ?? businessScopedId(account.wabaId, callingCode(phone), phone);
    this.link(account, phone, userId);
    return this.#user(phone, phone, userId);
  }

  /** A user id of somebody whose phone this WABA has seen gives that same user. */
  byUserId(account: Account, userId: string): User {
    const phone = this.#phones.get(`${account.wabaId} ${userId}`);
    return this.#user(phone ?? userId, phone, userId);
  }

  /** Makes a phone and a user id the same person for this WABA. */
  link(account: Account, phone: string, userId: string): void {
    this.#userIds.set(`${account.wabaId} ${phone}`, userId);
    this.#phones.set(`${account.wabaId} ${userId}`, phone);
  }

  /** Somebody changes their number, and with it their user id (Meta). The person as they are from now on. */
  changePhone(account: Account, user: User, phone: string): User {
    const userId = businessScopedId(account.wabaId, callingCode(phone), phone);
    for (const name of [phone, userId]) this.#moved.delete(`${account.wabaId} ${name}`);
    this.link(account, phone, userId);
    this.#move(account, user, phone, userId);
    return this.byPhone(account, phone);
  }

  /** Somebody gets another user id; a phone stays. */
  changeUserId(account: Account, user: User, userId: string): User {
    this.#moved.delete(`${account.wabaId} ${userId}`);
    if (user.phone !== undefined) this.link(account, user.phone, userId);
    this.#move(account, user, user.phone ?? userId, userId);
    return this.byUserId(account, userId);
  }

  /** What somebody has now in place of a phone or user id that they gave up; otherwise the same again. */
  current(account: Account, name: string): string {
    return this.#moved.get(`${account.wabaId} ${name}`) ?? name;
  }

  /** Whether nobody is to be found under this phone or this user id any more. */
  isGone(account: Account, user: User): boolean {
    return [user.key, user.userId].some((name) => this.#moved.has(`${account.wabaId} ${name}`));
  }

  #move(account: Account, old: User, key: string, userId: string): void {
    if (old.key !== key) this.#moved.set(`${account.wabaId} ${old.key}`, key);
    if (old.userId !== userId)
      this.#moved.set(`${account.wabaId} ${old.userId}`, old.phone === undefined ? key : userId);
    this.#profiles.set(key, { name: old.name, username: old.username });
  }

  /** Remembers what the person calls themselves from now on. */
  rename(userKey: string, profile: Profile): void {
    const known = this.#profiles.get(userKey);
    this.#profiles.set(userKey, {
      name: profile.name ?? known?.name,
      username: profile.username ?? known?.username,
    });
  }

  #user(key: string, phone: string | undefined, userId: string): User {
    const profile = this.#profiles.get(key);
    const person = personOf(key);
    return {
      key,
      phone,
      userId,
      name: profile?.name ?? person?.name ?? `Customer ${key.slice(-4)}`,
      username: profile?.username ?? person?.username ?? undefined,
    };
  }
}
