import type { FormerAlias, TenantAlias } from './fold-state.ts';

/** Who had an alias in former times: what was loaded, and what the batch adds. */
export class FormerAliases {
  readonly #byKey = new Map<string, FormerAlias[]>();
  readonly added: FormerAlias[] = [];

  constructor(loaded: readonly FormerAlias[]) {
    for (const one of loaded) this.#keep(one);
  }

  /** A repeated one changes nothing. */
  add(one: FormerAlias): void {
    if (this.#keep(one)) this.added.push(one);
  }

  of(alias: TenantAlias): readonly FormerAlias[] {
    return this.#byKey.get(aliasKey(alias)) ?? [];
  }

  /** The contact that had it at that time (epoch ms) and has it no longer; null: at no time. */
  ownerAt(alias: TenantAlias, at: number | null): string | undefined {
    if (at === null) return undefined;
    const after = this.of(alias).filter(({ until }) => until >= at);
    return after.toSorted((a, b) => a.until - b.until)[0]?.contactId;
  }

  /** What was one contact's is another's. */
  changeHands(from: string, into: string): void {
    for (const [key, all] of this.#byKey) {
      const kept = all.map((one) => (one.contactId === from ? { ...one, contactId: into } : one));
      this.#byKey.set(key, kept);
    }
  }

  #keep(one: FormerAlias): boolean {
    const known = this.of(one);
    if (known.some(({ until }) => until === one.until)) return false;
    this.#byKey.set(aliasKey(one), [...known, one]);
    return true;
  }
}

export function aliasKey({ tenantId, kind, value }: TenantAlias): string {
  return `${tenantId}|${kind}|${value}`;
}
