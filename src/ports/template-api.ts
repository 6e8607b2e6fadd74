import type { JsonObject } from '../domain/json.ts';
import type { AccountCredentials, SendOutcome } from './cloud-api.ts';

/** What a call that changes something came to; the other kinds are a send's. Asking again is not always safe. */
export type ChangeOutcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | Exclude<SendOutcome, { kind: 'accepted' }>;

/** What Meta makes of a template when it is given one; it is reviewed later. */
export interface MadeTemplate {
  readonly id: string;
  /** PENDING, APPROVED or REJECTED. */
  readonly status: string;
  /** May be another than was asked for, where that was allowed. */
  readonly category: string;
}

/** Changes an account's templates at Meta: each one call, never retried. */
export interface TemplateApi {
  /** `definition` in Meta's shape. Meta takes 100 an hour for each account. */
  create(credentials: AccountCredentials, definition: JsonObject): Promise<ChangeOutcome<MadeTemplate>>;
  /** Every language of a name, or with `id` that one alone. */
  delete(credentials: AccountCredentials, name: string, id: string | null): Promise<ChangeOutcome<null>>;
}
