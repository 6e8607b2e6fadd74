import {
  type Address,
  ALIAS_KINDS,
  type Alias,
  type AliasKind,
  aliasesOf,
  type Contact,
  type Identity,
  type IdentityChange,
  identityAt,
} from './contact.ts';
import { aliasKey, FormerAliases } from './fold-former.ts';
import type { CarriedWindows, Changes, Loaded, Since, TenantAlias, TenantContact } from './fold-state.ts';

/** A contact while a batch is being folded. */
interface Person {
  readonly tenantId: string;
  contact: Contact;
  since: Since;
}

type Owned = TenantAlias & { readonly contactId: string };

/**
 * Who is who. A contact is a set of aliases under a tenant. Meta's time decides which id is the present one, so that a
 * late message takes nothing back; a phone that was given up belongs to whoever writes from it afterwards.
 */
export class Contacts {
  readonly #owners = new Map<string, Owned>();
  readonly #people = new Map<string, Person>();
  readonly #former: FormerAliases;
  readonly #touched = new Set<string>();
  readonly #moved = new Map<string, TenantAlias>();
  readonly #carried: CarriedWindows[] = [];

  constructor({ aliases, contacts, former }: Loaded) {
    for (const alias of aliases) this.#owners.set(aliasKey(alias), alias);
    for (const { tenantId, contact, since } of contacts) this.#people.set(contact.id, { tenantId, contact, since });
    this.#former = new FormerAliases(former);
  }

  /**
   * The contact with this identity, made or completed as needed. When the parts of an identity belong to different
   * contacts the strongest decides and nothing is merged. `at` (epoch ms) is when Meta showed it; null: we address it.
   */
  resolve(tenantId: string, identity: Identity, at: number | null, freshId: string): Contact {
    const aliases = aliasesOf(identity);
    const person = this.#personAt(tenantId, aliases, at) ?? this.#make(tenantId, freshId);
    for (const alias of aliases) this.#show(person, alias, at);
    const username = identity.username ?? person.contact.username;
    const name = identity.name ?? person.contact.name;
    if (username !== person.contact.username || name !== person.contact.name) {
      this.#replace(person, { ...person.contact, username, name }, person.since);
    }
    return person.contact;
  }

  /** The id of the contact with this identity, if it was loaded; nothing is made. */
  find(tenantId: string, identity: Identity): string | null {
    return this.#personAt(tenantId, aliasesOf(identity), null)?.contact.id ?? null;
  }

  /** Meta says under which ids an address of ours is known: those that nobody has are the contact's. Merges nothing. */
  learn(contactId: string, addresses: readonly Address[]): void {
    const person = this.#people.get(contactId);
    if (person === undefined) return;
    for (const alias of addresses.flatMap((address) => aliasesOf(identityAt(address)))) {
      if (this.#owners.has(aliasKey({ ...alias, tenantId: person.tenantId }))) continue;
      this.#own(person, alias);
      if (idOf(person, alias.kind) === null) this.#setId(person, alias, null);
    }
  }

  /**
   * Gives a person other ids. The contact that had the ids before goes on; whoever has the new ones already turns out to
   * be the same person, and is absorbed. When nobody had the ids before, the contact with the new ones is found or made.
   * News that is older than what is known, or known, changes nothing.
   */
  change(
    tenantId: string,
    { before, after }: IdentityChange,
    at: number,
    freshId: string,
  ): { readonly contact: Contact; readonly absorbed: readonly string[] } {
    const news = aliasesOf(after);
    const person = this.#changedAlready(tenantId, before, news, at) ?? this.#personAt(tenantId, aliasesOf(before), at);
    if (person === undefined || news.length === 0) {
      const contact = this.resolve(tenantId, news.length === 0 ? before : after, at, freshId);
      if (news.length > 0) this.#hadBefore(contact.id, before, at);
      return { contact, absorbed: [] };
    }
    const old = this.#valuesOf(person);
    const others = new Set<Person>();
    for (const alias of news) {
      const other: Person = this.#personAt(tenantId, [alias], at) ?? person;
      // A parent user id alone makes nobody the same person.
      if (alias.kind !== 'parentUserId' && other !== person) others.add(other);
      if (other === person || others.has(other)) this.#take(person, alias, at);
    }
    for (const other of others) {
      for (const [value, kind] of this.#valuesOf(other)) old.set(value, kind);
      this.#absorb(other, person);
    }
    if (after.phone === null) this.#dropPhone(person, before.phone, at);
    this.#carryWindows(person, old);
    return { contact: person.contact, absorbed: [...others].map(({ contact }) => contact.id) };
  }

  changes(): Pick<Changes, 'contacts' | 'aliases' | 'releasedAliases' | 'former' | 'carriedWindows'> {
    const contacts: TenantContact[] = [...this.#touched].flatMap((id) => this.#people.get(id) ?? []);
    const aliases: Owned[] = [];
    const releasedAliases: TenantAlias[] = [];
    for (const [key, alias] of this.#moved) {
      const owned = this.#owners.get(key);
      if (owned === undefined) releasedAliases.push(alias);
      else aliases.push(owned);
    }
    return { contacts, aliases, releasedAliases, former: this.#former.added, carriedWindows: this.#carried };
  }

  #make(tenantId: string, freshId: string): Person {
    const id = `con_${freshId}`;
    const person = { tenantId, contact: { id, phone: null, userId: null, username: null, name: null }, since: {} };
    this.#people.set(id, person);
    this.#touched.add(id);
    return person;
  }

  /** Whose the strongest of these aliases was at a time that has an owner. */
  #personAt(tenantId: string, aliases: readonly Alias[], at: number | null): Person | undefined {
    for (const alias of aliases) {
      const owned = { ...alias, tenantId };
      const id = this.#owners.get(aliasKey(owned))?.contactId ?? this.#former.ownerAt(owned, at);
      const person = id === undefined ? undefined : this.#people.get(id);
      if (person !== undefined) return person;
    }
    return undefined;
  }

  /** The person of whom this change is known: Meta tells it once for every number that they wrote to. */
  #changedAlready(tenantId: string, before: Identity, news: readonly Alias[], at: number): Person | undefined {
    if (before.phone === null) return undefined;
    const had = this.#former.of({ tenantId, kind: 'phone', value: before.phone });
    const has = new Set(news.map((alias) => this.#personAt(tenantId, [alias], at)?.contact.id));
    const id = had.find(({ contactId }) => has.has(contactId))?.contactId;
    return id === undefined ? undefined : this.#people.get(id);
  }

  /** The person was seen with this alias. */
  #show(person: Person, alias: Alias, at: number | null): void {
    const given = { ...alias, tenantId: person.tenantId };
    const owner = this.#owners.get(aliasKey(given))?.contactId;
    const { id } = person.contact;
    if (owner !== undefined && owner !== id) return;
    const { kind, value } = alias;
    const current = idOf(person, kind);
    if (current === value) {
      this.#sinceThen(person, alias, at);
      return;
    }
    const present = current === null || (at !== null && at >= (person.since[kind] ?? 0));
    if (owner === undefined) {
      if (kind === 'phone' && (!present || this.#former.ownerAt(given, at) === id)) return;
      if (present && current !== null && at !== null) this.#retire(person, kind, current, at);
      this.#own(person, alias);
    }
    if (present) this.#setId(person, alias, at);
  }

  /** The person has this id from `at` on, whoever is known by it. Unless a later one is known: then it is a former one. */
  #take(person: Person, alias: Alias, at: number): void {
    const { kind, value } = alias;
    const current = idOf(person, kind);
    if (current === value) {
      this.#sinceThen(person, alias, at);
      return;
    }
    const present = current === null || at >= (person.since[kind] ?? 0);
    if (present && current !== null) this.#retire(person, kind, current, at);
    if (present) this.#setId(person, alias, at);
    if (present || kind !== 'phone') this.#own(person, alias);
  }

  /**
   * Makes two people one. Of two ids of a kind the one seen later is the present one; within one of Meta's seconds it is
   * that of `other`, who was known by the new ids.
   */
  #absorb(other: Person, person: Person): void {
    const [from, into] = [other.contact.id, person.contact.id];
    for (const kind of ALIAS_KINDS) {
      const [ours, theirs] = [idOf(person, kind), idOf(other, kind)];
      const [oursSeen, theirsSeen] = [person.since[kind] ?? 0, other.since[kind] ?? 0];
      if (theirs === null) continue;
      if (ours !== null && ours !== theirs && theirsSeen < oursSeen) {
        this.#retire(other, kind, theirs, oursSeen, into);
        continue;
      }
      if (ours !== null && ours !== theirs) this.#retire(person, kind, ours, theirsSeen);
      this.#setId(person, { kind, value: theirs }, ours === theirs ? Math.min(oursSeen, theirsSeen) : theirsSeen);
    }
    for (const [key, owned] of this.#owners) {
      if (owned.contactId === from) this.#own(person, owned, key);
    }
    this.#former.changeHands(from, into);
    const { username, name } = other.contact;
    const { contact, since } = person;
    this.#replace(person, { ...contact, username: username ?? contact.username, name: name ?? contact.name }, since);
    this.#people.delete(from);
    this.#touched.delete(from);
  }

  /** Nobody was known by these ids when they were given up; what comes late from them is still this person's. */
  #hadBefore(contactId: string, before: Identity, at: number): void {
    const person = this.#people.get(contactId);
    if (person === undefined) return;
    for (const alias of aliasesOf(before)) {
      const key = aliasKey({ ...alias, tenantId: person.tenantId });
      if (this.#owners.has(key)) continue;
      if (alias.kind !== 'phone') this.#own(person, alias);
      this.#former.add({ ...alias, tenantId: person.tenantId, until: at, contactId });
    }
  }

  /**
   * Another id has taken its place. User ids are never given to anybody else and stay aliases. Phones are, so it goes,
   * with its other spellings (such as without the ninth digit in Brazil).
   */
  #retire(person: Person, kind: AliasKind, value: string, until: number, contactId = person.contact.id): void {
    this.#former.add({ tenantId: person.tenantId, kind, value, until, contactId });
    if (kind !== 'phone') return;
    for (const [key, owned] of this.#owners) {
      if (owned.contactId !== person.contact.id || owned.kind !== 'phone') continue;
      this.#owners.delete(key);
      this.#moved.set(key, owned);
    }
  }

  /** Nobody writes from this phone any more, and the next one is hidden. */
  #dropPhone(person: Person, phone: string | null, at: number): void {
    if (phone === null || person.contact.phone !== phone || at < (person.since.phone ?? 0)) return;
    this.#retire(person, 'phone', phone, at);
    this.#replace(person, { ...person.contact, phone: null }, { ...person.since, phone: at });
  }

  #carryWindows(person: Person, old: ReadonlyMap<string, AliasKind>): void {
    const { id, parentUserId = null } = person.contact;
    const to = aliasesOf({ ...person.contact, parentUserId }).map(({ value }) => value);
    const now = this.#valuesOf(person);
    const forget = [...old].filter(([value, kind]) => kind === 'phone' && !now.has(value)).map(([value]) => value);
    if (forget.length === 0 && to.every((value) => old.has(value))) return;
    this.#carried.push({ contactId: id, from: [...old.keys()], to, forget });
  }

  #valuesOf({ contact }: Person): Map<string, AliasKind> {
    const owned = [...this.#owners.values()].filter(({ contactId }) => contactId === contact.id);
    return new Map(owned.map(({ value, kind }) => [value, kind]));
  }

  #own({ tenantId, contact }: Person, { kind, value }: Alias, key = aliasKey({ tenantId, kind, value })): void {
    const owned = { tenantId, kind, value, contactId: contact.id };
    this.#owners.set(key, owned);
    this.#moved.set(key, owned);
  }

  #setId(person: Person, { kind, value }: Alias, at: number | null): void {
    const { [kind]: _before, ...since } = person.since;
    this.#replace(person, { ...person.contact, [kind]: value }, at === null ? since : { ...since, [kind]: at });
  }

  /** The first time that Meta showed an id is what others are compared with. */
  #sinceThen(person: Person, { kind }: Alias, at: number | null): void {
    if (at === null || at >= (person.since[kind] ?? 0)) return;
    this.#replace(person, person.contact, { ...person.since, [kind]: at });
  }

  #replace(person: Person, contact: Contact, since: Since): void {
    person.contact = contact;
    person.since = since;
    this.#touched.add(contact.id);
  }
}

function idOf({ contact }: Person, kind: AliasKind): string | null {
  return contact[kind] ?? null;
}
