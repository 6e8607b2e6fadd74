import type { FormerId } from '../domain/contact.ts';

export interface ContactStore {
  /** The ids that contacts had, latest first, per contact in the order of `contactIds`. */
  formerIds(tenantId: string, contactIds: readonly string[]): Promise<readonly (readonly FormerId[])[]>;
}
