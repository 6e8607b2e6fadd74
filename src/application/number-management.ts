import { GatewayError, invalidInput } from '../domain/errors.ts';
import type { Caller, PhoneNumber } from '../domain/tenant.ts';
import type { System } from '../ports/system.ts';
import { type Assignment, createNumberAdding, factsOf, type NewNumber } from './number-adding.ts';
import { numberEntry } from './number-auditing.ts';
import { type AskedApi, askedOf, type ConnectionCheck, checkConnection } from './number-checks.ts';
import { checkSecret, checkToken, rotated } from './number-input.ts';
import type { NumberVault } from './number-vault.ts';
import type { Numbers } from './numbers.ts';
import { requireOperator, requireScope } from './scopes.ts';
import type { Tenants } from './tenants.ts';
import { createTurns } from './turns.ts';

export interface NumberChange {
  readonly accessToken: string | null;
  readonly appSecret: string | null;
  readonly verifyToken: string | null;
  /** Only the newest secret and verify token count from now on. */
  readonly finishRotation: boolean;
}

export interface Checked {
  readonly number: PhoneNumber;
  readonly checks: readonly ConnectionCheck[];
  /** Epoch milliseconds. */
  readonly checkedAt: number;
}

/**
 * Which numbers there are, whose they are, and what reaches them. Meta is asked before anything is written, so that nobody
 * gets a number that their token does not reach. A tenant manages its own numbers, the operator all of them.
 */
export interface NumberManagement {
  /**
   * With a token: adds a number of the caller's own tenant, or completes one that a direct call has bound. Without: one of
   * the master account, for the operator alone. May be repeated. FORBIDDEN (also: another tenant's, told only once Meta
   * has taken the token; this gateway stores no credentials), INVALID_INPUT, REJECTED_BY_META, META_UNAVAILABLE.
   */
  add(caller: Caller, number: NewNumber): Promise<PhoneNumber>;
  /**
   * Gives a number of the master account to a tenant, or shares it. What was said stays with who said it; who loses the
   * number may read its conversations and not send. FORBIDDEN but for the operator, NOT_FOUND, INVALID_INPUT.
   */
  assign(caller: Caller, id: string, to: Assignment): Promise<PhoneNumber>;
  /**
   * Replaces stored credentials, and has Meta tell of the number again. A new app secret or verify token counts beside the
   * one before it. FORBIDDEN, NOT_FOUND, INVALID_INPUT, REJECTED_BY_META, META_UNAVAILABLE.
   */
  update(caller: Caller, id: string, change: NumberChange): Promise<PhoneNumber>;
  /**
   * Forgets a number and destroys its credentials; what waits to be sent from it is refused. Answers with it as it was.
   * FORBIDDEN, NOT_FOUND, INVALID_INPUT (the number of the environment).
   */
  remove(caller: Caller, id: string): Promise<PhoneNumber>;
  /** Asks Meta about token, number and account now. FORBIDDEN, NOT_FOUND, INVALID_INPUT (nothing is kept to ask with). */
  verify(caller: Caller, id: string): Promise<Checked>;
  /** The address to enter at Meta for a number with stored credentials; null for any other. */
  webhookUrl(number: PhoneNumber): string | null;
  /** True for the number of META_PHONE_NUMBER_ID: it comes back at every start, and cannot be removed. */
  isConfigured(number: PhoneNumber): boolean;
}

export function createNumberManagement(deps: {
  readonly numbers: Numbers;
  readonly vault: NumberVault;
  readonly tenants: Pick<Tenants, 'get' | 'releaseNumber'>;
  readonly cloudApi: AskedApi;
  readonly master: { readonly accessToken: string; readonly phoneNumberId: string; readonly wabaId: string };
  /** Where Meta finds us, without a slash at the end. */
  readonly address: () => string;
  readonly system: Pick<System, 'clock' | 'ids'>;
  /** Told of a number that is reached otherwise than before, or by others, or not any more. */
  readonly onChanged: (number: PhoneNumber) => void;
}): NumberManagement {
  const { cloudApi, master, numbers, system, tenants, vault } = deps;
  const inTurn = createTurns();
  const { changed, ownersOf, refuseWithoutKey, store, ...adding } = createNumberAdding({ ...deps, inTurn });

  /** The operator finds all, others their own. NOT_FOUND. */
  function find(caller: Caller, id: string): PhoneNumber {
    const number = numbers.byId(id);
    const visible = number !== undefined && (caller.kind === 'operator' || number.tenantId === caller.tenantId);
    if (visible) return number;
    throw new GatewayError('NOT_FOUND', 'There is no such number.', { field: 'id' });
  }

  /** The same, where the caller may change it: what the master credentials reach is the operator's. */
  function manageable(caller: Caller, id: string): PhoneNumber {
    requireScope(caller, 'manage');
    const number = find(caller, id);
    if (number.credentials === 'master') requireOperator(caller);
    return number;
  }

  return {
    async add(caller, given) {
      requireScope(caller, 'manage');
      const { accessToken } = given;
      return accessToken === null ? adding.master(caller, given) : adding.own(caller, given, accessToken);
    },

    async assign(caller, id, to) {
      requireOperator(caller);
      return inTurn(async () => {
        const number = find(caller, id);
        if (number.credentials !== 'master') {
          throw invalidInput(
            'id',
            'This number is its tenant’s own.',
            'Only numbers of the master account are assigned.',
          );
        }
        const owners = ownersOf(to);
        const change = { before: number, after: { ...number, ...owners } };
        const entry = numberEntry(system, caller, 'phone_number.assign', change);
        const assigned = await numbers.assign(number, owners, entry);
        await tenants.releaseNumber(caller, id);
        return changed(assigned);
      });
    },

    async update(caller, id, { accessToken, appSecret, verifyToken, finishRotation }) {
      const number = manageable(caller, id);
      const before = vault.open(number);
      const keyed = accessToken ?? appSecret ?? verifyToken;
      if (number.credentials !== 'stored' && (keyed !== null || finishRotation)) throw nothingStored(number);
      if (number.credentials === 'stored') refuseWithoutKey();
      const fresh = {
        accessToken: accessToken === null ? null : checkToken(accessToken),
        appSecret: appSecret === null ? null : checkSecret('appSecret', appSecret),
        verifyToken: verifyToken === null ? null : checkSecret('verifyToken', verifyToken),
      };
      const token = fresh.accessToken ?? tokenOf(number);
      if (token === null || number.wabaId === null) throw nothingStored(number);
      const told = await askedOf(cloudApi, { ...number, wabaId: number.wabaId, accessToken: token });
      return inTurn(async () => {
        const stands = manageable(caller, id);
        if (stands.credentials !== 'stored') return changed(await numbers.describe(stands, told));
        const latest = vault.open(stands) ?? before;
        const counting = (list: readonly string[]) => (finishRotation ? list.slice(0, 1) : list);
        const after = { ...stands, ...factsOf(told) };
        const credentials = {
          accessToken: fresh.accessToken ?? latest?.accessToken ?? token,
          appSecrets: counting(rotated(latest?.appSecrets ?? [], fresh.appSecret)),
          verifyTokens: counting(rotated(latest?.verifyTokens ?? [], fresh.verifyToken)),
        };
        const change = { before: stands, after, secrets: fresh };
        return store(after, credentials, numberEntry(system, caller, 'phone_number.update', change));
      });
    },

    async remove(caller, id) {
      manageable(caller, id);
      return inTurn(async () => {
        const number = manageable(caller, id);
        if (isConfigured(number)) {
          throw invalidInput('id', 'This is the number of META_PHONE_NUMBER_ID; it comes back at every start.');
        }
        const change = { before: number, after: null };
        await numbers.remove(number, numberEntry(system, caller, 'phone_number.remove', change));
        vault.forget(number.id);
        await tenants.releaseNumber(caller, number.id);
        return changed(number);
      });
    },

    async verify(caller, id) {
      const number = manageable(caller, id);
      const accessToken = tokenOf(number);
      if (accessToken === null || number.wabaId === null) throw nothingStored(number);
      const { checks, number: told } = await checkConnection(cloudApi, {
        ...number,
        wabaId: number.wabaId,
        accessToken,
      });
      const described = told === null ? number : await numbers.describe(number, told);
      return { number: described, checks, checkedAt: system.clock.now() };
    },

    isConfigured,
    webhookUrl: ({ credentials, tenantId }) =>
      credentials === 'stored' ? `${deps.address()}/api/v1/whatsapp/webhook/${tenantId}` : null,
  };

  function isConfigured({ phoneNumberId }: PhoneNumber): boolean {
    return phoneNumberId === master.phoneNumberId;
  }

  function tokenOf(number: PhoneNumber): string | null {
    if (number.credentials === 'master') return master.accessToken;
    return vault.open(number)?.accessToken ?? null;
  }
}

function nothingStored({ credentials }: PhoneNumber): GatewayError {
  return credentials === 'master'
    ? invalidInput('id', 'This number is reached by the credentials of the environment.', 'Change them there.')
    : invalidInput('id', 'No credentials are stored for this number.', 'Store them with addPhoneNumber.');
}
