import type { WriterPlace } from './sqlite-sharing.ts';

// Each helping is a write of its own, so that others get their turn.

/** Answers with the tenants concerned. */
export async function untilNoneIsLeft(write: () => Promise<{ tenants: string[]; more: boolean }>): Promise<string[]> {
  const tenants = new Set<string>();
  for (let more = true; more; ) {
    const helping = await write();
    for (const tenantId of helping.tenants) tenants.add(tenantId);
    more = helping.more;
  }
  return [...tenants];
}

/** Until a helping answers that nothing is left. */
export async function whileMore(write: () => Promise<boolean>): Promise<void> {
  while (await write());
}

/** Through all that is noted of who wrote to whom. */
export async function throughWriters(write: (after: WriterPlace) => Promise<WriterPlace | null>): Promise<void> {
  for (let after: WriterPlace | null = ['', '', '']; after !== null; ) after = await write(after);
}
