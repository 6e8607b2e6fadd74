import { HOME_TENANT, RENTED } from '../domain/tenant.ts';
import type { CloudApi } from '../ports/cloud-api.ts';
import type { Log } from '../ports/system.ts';
import { type Numbers, numberIdOf } from './numbers.ts';

/** The master number is the operator's and rented to standard tenants, from the first start on. */
export async function registerMaster(
  numbers: Pick<Numbers, 'register'>,
  { phoneNumberId, wabaId }: { readonly phoneNumberId: string; readonly wabaId: string },
): Promise<void> {
  await numbers.register({
    id: numberIdOf(phoneNumberId),
    tenantId: HOME_TENANT,
    phoneNumberId,
    display: '',
    wabaId,
    credentials: 'master',
    messagesPerSecond: null,
    sharing: RENTED,
  });
}

/**
 * Asks Meta whether the master credentials work and logs each result in one sentence. Never throws and never holds up
 * the start: the gateway takes webhooks and queues sends whatever Meta says.
 */
export async function checkMaster(deps: {
  readonly master: { readonly accessToken: string; readonly phoneNumberId: string; readonly wabaId: string };
  readonly cloudApi: Pick<CloudApi, 'describeNumber' | 'describeAccount'>;
  readonly numbers: Numbers;
  readonly log: Log;
}): Promise<void> {
  const { master, cloudApi, numbers, log } = deps;
  const [number, account] = await Promise.all([cloudApi.describeNumber(master), cloudApi.describeAccount(master)]);
  if (number.ok) {
    const { display, verifiedName, quality } = number.value;
    log.info(
      `Meta knows the number ${display} (${verifiedName ?? 'no verified name'}, quality ${quality ?? 'unknown'}).`,
    );
    const ours = numbers.byMetaId(master.phoneNumberId);
    if (ours !== undefined) await numbers.describe(ours, number.value);
  } else {
    log.error(`Meta did not confirm META_PHONE_NUMBER_ID with META_ACCESS_TOKEN: ${number.reason}`);
  }
  if (account.ok) log.info(`Meta knows the WhatsApp Business Account "${account.value.name}".`);
  else log.error(`Meta did not confirm META_WABA_ID with META_ACCESS_TOKEN: ${account.reason}`);
}
