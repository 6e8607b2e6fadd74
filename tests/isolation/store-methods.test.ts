import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../architecture/imports.ts';

interface Method {
  /** `MessageStore.getMany` */
  readonly name: string;
  readonly first: string;
}

/** The methods of every `…Store` of the ports, as they are written there. */
async function storeMethods(): Promise<readonly Method[]> {
  const folder = join(ROOT, 'src/ports');
  const sources = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')));
  return sources.flatMap((source) =>
    [...source.matchAll(/^export interface (\w+Store) \{\n(.*?)^\}/gms)].flatMap(([, store = '', body = '']) =>
      [...body.matchAll(/^ {2}(?:readonly )?(\w+)[(:]\s*\(?\s*([^,)]*)/gm)].map(([, method = '', first = '']) => ({
        name: `${store}.${method}`,
        first: first.trim(),
      })),
    ),
  );
}

const LOOP = 'for a loop of the gateway’s own, which serves every tenant and no transport can reach';
const MEMORY = 'read whole into memory, where every question names the tenant';
const NAMED = 'what is written names its tenant';
const META = 'of an account at Meta, whose owners are told apart before';
const BOX = 'the unrouted box is the operator’s; a claim names whose each item becomes';
const WEBHOOKS = 'what Meta sent to the operator’s app, for the operator alone';
const SECRET = 'found by a secret’s hash, before anybody knows whose it is';

/** Methods that take no tenant, and why they may. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'AuditStore.add': NAMED,
  'AuditStore.list': 'null for the operator alone, who sees all of it; `application/audit-log` decides',
  'InboundStore.append': LOOP,
  'InboundStore.senderOf': LOOP,
  'QuarantineStore.list': LOOP,
  'QuarantineStore.body': LOOP,
  'QuarantineStore.release': LOOP,
  'OutboxStore.accept': NAMED,
  'OutboxStore.due': LOOP,
  'OutboxStore.claim': LOOP,
  'OutboxStore.nextDue': LOOP,
  'OutboxStore.expireOnWire': LOOP,
  'OutboxStore.expireQueued': LOOP,
  'OutboxStore.queues': LOOP,
  'MediaStore.add': NAMED,
  'MediaStore.due': LOOP,
  'MediaStore.nextDue': LOOP,
  'NumberStore.all': MEMORY,
  'NumberStore.register': NAMED,
  'NumberStore.bind': NAMED,
  'CredentialStore.all': MEMORY,
  'CredentialStore.put': NAMED,
  'TenantStore.all': MEMORY,
  'TenantStore.put': NAMED,
  'KeyStore.all': MEMORY,
  'KeyStore.put': NAMED,
  'SessionStore.put': NAMED,
  'SessionStore.get': SECRET,
  'SessionStore.delete': SECRET,
  'SessionStore.deleteOf': 'by a credential, which is one tenant’s',
  'SessionStore.deleteIdle': LOOP,
  'TemplateStore.replaceAll': META,
  'TemplateStore.list': META,
  'TemplateStore.add': META,
  'TemplateStore.remove': META,
  'TemplateStore.tell': META,
  'UnroutedStore.list': BOX,
  'UnroutedStore.getMany': BOX,
  'UnroutedStore.numbers': BOX,
  'UnroutedStore.claim': BOX,
  'WebhookStore.newest': WEBHOOKS,
  'WebhookStore.quarantined': WEBHOOKS,
};

it('every method of a store takes the tenant first, but for those that are named with a reason', async () => {
  const methods = await storeMethods();
  expect(methods.length).toBeGreaterThan(40);
  const without = methods.filter(({ first }) => first !== 'tenantId: string').map(({ name }) => name);
  expect(without.toSorted(), 'take the tenant first, or give the reason here').toEqual(
    Object.keys(EXCEPTIONS).toSorted(),
  );
});
