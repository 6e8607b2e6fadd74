import type { AuditEntry } from '../domain/audit.ts';
import { GatewayError, invalidInput } from '../domain/errors.ts';
import { type Caller, HOME_TENANT, mayUse, type PhoneNumber, type Sharing, type Tenant } from '../domain/tenant.ts';
import type { NumberFacts } from '../ports/cloud-api.ts';
import type { System } from '../ports/system.ts';
import { numberEntry } from './number-auditing.ts';
import { type AskedApi, askedOf } from './number-checks.ts';
import { checkMetaId, checkSecret, checkSharing, checkToken, rotated, type SharingInput } from './number-input.ts';
import type { NumberVault, OwnCredentials } from './number-vault.ts';
import { type Numbers, numberIdOf } from './numbers.ts';
import { requireOperator } from './scopes.ts';
import type { Tenants } from './tenants.ts';

/** Numbers of one tenant's own. */
const OWN_LIMIT = 1_000;

/** To whom a number of the master account goes: a tenant alone, or several. Both null: to the operator's own tenant. */
export interface Assignment {
  readonly tenantId: string | null;
  readonly sharing: SharingInput | null;
}

export interface NewNumber extends Assignment {
  readonly phoneNumberId: string;
  /** Null: the master account's. */
  readonly wabaId: string | null;
  /** Null: the operator's own reaches it. */
  readonly accessToken: string | null;
  readonly appSecret: string | null;
  readonly verifyToken: string | null;
}

/** How numbers come to the gateway, and what managing them has in common with it. */
export interface NumberAdding {
  /** A number of the caller's tenant, with its own token. */
  own(caller: Caller, given: NewNumber, accessToken: string): Promise<PhoneNumber>;
  /** A number of the master account. */
  master(caller: Caller, given: NewNumber): Promise<PhoneNumber>;
  /** Stores credentials with their number. FORBIDDEN when it is another tenant's. */
  store(number: PhoneNumber, credentials: OwnCredentials, entry: AuditEntry): Promise<PhoneNumber>;
  /** INVALID_INPUT. */
  ownersOf(assignment: Assignment): Pick<PhoneNumber, 'tenantId' | 'sharing'>;
  /** FORBIDDEN: without an encryption key nothing can be stored. */
  refuseWithoutKey(): void;
  /** Tells that a number has changed, and answers with it. */
  changed(number: PhoneNumber): PhoneNumber;
}

export function createNumberAdding(deps: {
  readonly numbers: Numbers;
  readonly vault: NumberVault;
  readonly tenants: Pick<Tenants, 'get'>;
  readonly cloudApi: AskedApi;
  readonly master: { readonly accessToken: string; readonly wabaId: string };
  readonly system: Pick<System, 'clock' | 'ids'>;
  readonly onChanged: (number: PhoneNumber) => void;
  /** One change of numbers at a time. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}): NumberAdding {
  const { cloudApi, inTurn, master, numbers, tenants, vault } = deps;

  function tenantOf(id: string, field: string): Tenant {
    const tenant = tenants.get(id);
    if (tenant !== null) return tenant;
    throw invalidInput(field, 'There is no such tenant.');
  }

  function ownersOf({ tenantId, sharing }: Assignment): Pick<PhoneNumber, 'tenantId' | 'sharing'> {
    if (tenantId !== null && sharing !== null) {
      throw invalidInput('sharing', 'A number is one tenant’s or shared, not both.', 'Give `tenantId` or `sharing`.');
    }
    if (sharing === null) return { tenantId: tenantOf(tenantId ?? HOME_TENANT, 'tenantId').id, sharing: null };
    const checked = checkSharing(sharing, (id) => tenants.get(id) !== null);
    refuseStrangerAsDefault(checked);
    return { tenantId: HOME_TENANT, sharing: checked };
  }

  /** Who may not send from a number would receive what it cannot answer. */
  function refuseStrangerAsDefault(sharing: Sharing): void {
    const { defaultTenantId } = sharing;
    if (defaultTenantId === null) return;
    const shared = { tenantId: HOME_TENANT, sharing } as PhoneNumber;
    if (mayUse(shared, tenantOf(defaultTenantId, 'sharing.defaultTenantId'))) return;
    throw invalidInput('sharing.defaultTenantId', 'This tenant is not among those that share the number.');
  }

  /** FORBIDDEN when the number is another's. Asked once Meta has taken the token: before, it is nobody's business. */
  function refuseForeign(number: PhoneNumber | undefined, tenantId: string): void {
    if (number === undefined || number.tenantId === tenantId) return;
    throw new GatewayError('FORBIDDEN', 'This number belongs to another tenant.', {
      field: 'phoneNumberId',
      action: 'Ask the operator to remove it there first.',
    });
  }

  function changed(number: PhoneNumber): PhoneNumber {
    deps.onChanged(number);
    return number;
  }

  async function store(number: PhoneNumber, credentials: OwnCredentials, entry: AuditEntry): Promise<PhoneNumber> {
    const stands = await vault.put(number, credentials, entry);
    refuseForeign(stands, number.tenantId);
    numbers.adopt(stands);
    return changed(stands);
  }

  async function own(caller: Caller, given: NewNumber, accessToken: string): Promise<PhoneNumber> {
    const { tenantId } = caller;
    if (given.tenantId !== null || given.sharing !== null) {
      const field = given.sharing === null ? 'tenantId' : 'sharing';
      throw invalidInput(field, 'A number with its own token is its tenant’s alone.', 'Act for that tenant instead.');
    }
    if (given.wabaId === null) throw invalidInput('wabaId', 'The account of the number is missing.');
    const claimed = {
      accessToken: checkToken(accessToken),
      phoneNumberId: checkMetaId('phoneNumberId', given.phoneNumberId),
      wabaId: checkMetaId('wabaId', given.wabaId),
    };
    const appSecret = given.appSecret === null ? null : checkSecret('appSecret', given.appSecret);
    const verifyToken = given.verifyToken === null ? null : checkSecret('verifyToken', given.verifyToken);
    refuseWithoutKey();
    const told = await askedOf(cloudApi, claimed);
    return inTurn(async () => {
      const known = numbers.byMetaId(claimed.phoneNumberId);
      refuseForeign(known, tenantId);
      if (known?.credentials === 'master') throw mastersNumber();
      if (known === undefined) refuseTooMany(tenantId);
      const before = known === undefined ? null : vault.open(known);
      const number: PhoneNumber = {
        id: known?.id ?? numberIdOf(claimed.phoneNumberId),
        tenantId,
        phoneNumberId: claimed.phoneNumberId,
        wabaId: claimed.wabaId,
        credentials: 'stored',
        messagesPerSecond: known?.messagesPerSecond ?? null,
        sharing: null,
        ...factsOf(told),
      };
      const credentials = {
        accessToken,
        appSecrets: rotated(before?.appSecrets ?? [], appSecret),
        verifyTokens: rotated(before?.verifyTokens ?? [], verifyToken),
      };
      const secrets = { accessToken, appSecret, verifyToken };
      const change = { before: known ?? null, after: number, secrets };
      return store(number, credentials, numberEntry(deps.system, caller, 'phone_number.add', change));
    });
  }

  function refuseWithoutKey(): void {
    if (vault.ready) return;
    throw new GatewayError('FORBIDDEN', 'This gateway stores no credentials yet.', {
      field: 'accessToken',
      action: 'Ask the operator to set ENCRYPTION_KEY; or send the credentials with each call (whatsappConfig).',
    });
  }

  function refuseTooMany(tenantId: string): void {
    if (numbers.all().filter((number) => number.tenantId === tenantId).length < OWN_LIMIT) return;
    throw invalidInput('phoneNumberId', `A tenant may have ${OWN_LIMIT} numbers.`);
  }

  async function addMaster(caller: Caller, given: NewNumber): Promise<PhoneNumber> {
    requireOperator(caller);
    if (given.appSecret !== null || given.verifyToken !== null) {
      const field = given.appSecret === null ? 'verifyToken' : 'appSecret';
      throw invalidInput(field, 'A number of the master account has those of the environment.', 'Leave it out.');
    }
    const named = caller.kind === 'operator' && caller.tenantNamed && given.sharing === null;
    const owners = ownersOf(named ? { ...given, tenantId: given.tenantId ?? caller.tenantId } : given);
    const phoneNumberId = checkMetaId('phoneNumberId', given.phoneNumberId);
    const wabaId = given.wabaId === null ? master.wabaId : checkMetaId('wabaId', given.wabaId);
    const told = await askedOf(cloudApi, { accessToken: master.accessToken, phoneNumberId, wabaId });
    return inTurn(async () => {
      const known = numbers.byMetaId(phoneNumberId);
      refuseForeign(known, owners.tenantId);
      if (known?.credentials === 'stored') {
        throw invalidInput('phoneNumberId', 'This number has stored credentials.', 'Remove it first.');
      }
      const messagesPerSecond = known?.messagesPerSecond ?? null;
      const id = known?.id ?? numberIdOf(phoneNumberId);
      const basics = { id, phoneNumberId, wabaId, messagesPerSecond, credentials: 'master' } as const;
      const number: PhoneNumber = { ...basics, ...owners, ...factsOf(told) };
      const change = { before: known ?? null, after: number };
      const entry = numberEntry(deps.system, caller, 'phone_number.add', change);
      const stands = await numbers.register(number, entry);
      refuseForeign(stands, owners.tenantId);
      const assigned = known === undefined ? stands : await numbers.assign(stands, owners);
      return changed(await numbers.describe(assigned, told));
    });
  }

  return { changed, master: addMaster, own, ownersOf, refuseWithoutKey, store };
}

/** What Meta told of a number, as far as it told. */
export function factsOf({ display, quality, verifiedName }: NumberFacts) {
  return { display, ...(quality !== null && { quality }), ...(verifiedName !== null && { verifiedName }) };
}

function mastersNumber(): GatewayError {
  return new GatewayError('FORBIDDEN', 'This number is reached by the operator’s credentials.', {
    field: 'phoneNumberId',
    action: 'Nothing needs to be stored for it; ask the operator to change it.',
  });
}
