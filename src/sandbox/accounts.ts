import { GraphError, unknownObject } from './graph-errors.ts';
import type { SandboxAccount } from './options.ts';
import type { Callback } from './webhooks.ts';

/** A business number of the sandbox, with the account it belongs to. */
export interface BusinessNumber {
  id: string;
  /** E.164 without `+`. */
  digits: string;
  name: string;
  account: Account;
}

export interface Account {
  wabaId: string;
  token: string;
  numbers: readonly BusinessNumber[];
  /** Whether the app receives this WABA's webhooks (`subscribed_apps`). */
  subscribed: boolean;
  /** An app that it may have of its own; null when only the sandbox's one app can have it. */
  app: { appSecret: string; verifyToken: string } | null;
  /** Where its webhooks go when they go to its own app; null: to the one app of the sandbox. */
  callback: Callback | null;
}

/** Who owns what, and which token may touch it. */
export class Accounts {
  readonly all: readonly Account[];

  constructor(accounts: readonly SandboxAccount[]) {
    this.all = accounts.map((given) => {
      const numbers: BusinessNumber[] = [];
      const account: Account = {
        wabaId: given.wabaId,
        token: given.token,
        numbers,
        subscribed: true,
        app: given.app ?? null,
        callback: null,
      };
      for (const { id, phone, name } of given.numbers) {
        numbers.push({ id, digits: phone.replace(/\D/g, ''), name, account });
      }
      return account;
    });
  }

  get numbers(): readonly BusinessNumber[] {
    return this.all.flatMap((account) => account.numbers);
  }

  /** Meta: no token, or one that it does not know, is 401 with code 190. */
  authenticate(token: string | undefined): void {
    if (token === undefined || token === '') {
      throw new GraphError(190, '', { message: 'An access token is required to request this resource.' });
    }
    if (!this.all.some((account) => account.token === token)) {
      throw new GraphError(190, '', { message: 'Invalid OAuth access token - Cannot parse access token' });
    }
  }

  /** The number behind a phone number id; `unknownObject` when it does not exist or is not the token's. */
  number(id: string, token: string): BusinessNumber {
    const number = this.findNumber(id);
    if (number?.account.token !== token) throw unknownObject(id);
    return number;
  }

  /** The WABA of this id; `unknownObject` when it does not exist or is not the token's. */
  waba(id: string, token: string): Account {
    const account = this.findWaba(id);
    if (account?.token !== token) throw unknownObject(id);
    return account;
  }

  findNumber(id: string): BusinessNumber | undefined {
    return this.numbers.find((number) => number.id === id);
  }

  findWaba(id: string): Account | undefined {
    return this.all.find((account) => account.wabaId === id);
  }
}
