import { keep, readKept, type Store } from '../../../../data/private-storage.ts';
import { type Draft, isEmpty, membersOf, readDraft } from './draft.ts';

/** More conversations than anybody writes in at once. */
export const MOST_DRAFTS = 50;

/** The drafts of one person, by conversation; the one that was touched longest ago makes room. */
export interface Drafts {
  get(conversationId: string): Draft | null;
  /** An empty draft is no draft. */
  put(conversationId: string, draft: Draft): void;
  /** To the conversation that has the messages of another now; a draft that is there already stays. */
  move(from: string, into: string): void;
}

/** Kept in storage under `key`; read anew each time, since another tab may have written meanwhile. */
export function createDrafts(storage: Store, key: string): Drafts {
  const read = () =>
    new Map(
      Object.entries(membersOf(readKept(storage, key))).flatMap(([id, value]) => {
        const draft = readDraft(value);
        return draft === null ? [] : [[id, draft] as const];
      }),
    );
  const write = (drafts: ReadonlyMap<string, Draft>) => {
    const newest = [...drafts].slice(-MOST_DRAFTS);
    keep(storage, key, newest.length === 0 ? null : Object.fromEntries(newest));
  };
  return {
    get: (conversationId) => read().get(conversationId) ?? null,
    put(conversationId, draft) {
      const drafts = read();
      drafts.delete(conversationId);
      if (!isEmpty(draft)) drafts.set(conversationId, draft);
      write(drafts);
    },
    move(from, into) {
      const drafts = read();
      const draft = drafts.get(from);
      if (draft === undefined) return;
      drafts.delete(from);
      if (!drafts.has(into)) drafts.set(into, draft);
      write(drafts);
    },
  };
}
