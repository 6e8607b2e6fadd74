import type { ApiKeyView } from '../../application/api-keys.ts';
import { builder } from './builder.ts';
import { ScopeEnum } from './scope.ts';

const STATES = {
  ACTIVE: { value: 'active', description: 'It works.' },
  REPLACED: { value: 'replaced', description: 'It was rotated, and works until its overlap is over.' },
  EXPIRED: { value: 'expired', description: 'Its time is over.' },
  REVOKED: { value: 'revoked', description: 'It was revoked.' },
} as const;

const ApiKeyState = builder.enumType('ApiKeyState', { description: 'Whether a key works.', values: STATES });

export const ApiKeyType = builder.objectRef<ApiKeyView>('ApiKey').implement({
  description: 'A key of a tenant, without its secret.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.exposeID('id', { description: '`key_…`' }),
    tenant: t.exposeID('tenantId', { description: 'Whose it is.' }),
    name: t.exposeString('name', { description: 'The person or system that holds it: `sentBy` of what it sends.' }),
    prefix: t.exposeString('prefix', { description: 'How the key itself begins.' }),
    scopes: t.field({ type: [ScopeEnum], description: 'What it may do.', resolve: ({ scopes }) => scopes }),
    state: t.expose('state', { type: ApiKeyState, description: 'Whether it works.' }),
    allowedIps: t.stringList({
      description: 'IP addresses and CIDR ranges from which it may be used; empty: from anywhere.',
      resolve: ({ allowedIps }) => [...allowedIps],
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it was issued.',
      resolve: ({ createdAt }) => new Date(createdAt).toISOString(),
    }),
    createdBy: t.exposeString('createdBy', { description: 'The name of the key that issued it.' }),
    expiresAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it ends by itself; null: it does not.',
      resolve: ({ expiresAt }) => timeOf(expiresAt),
    }),
    lastUsedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was last used, to the minute; null: never.',
      resolve: ({ lastUsedAt }) => timeOf(lastUsedAt),
    }),
    revokedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was revoked.',
      resolve: ({ revokedAt }) => timeOf(revokedAt),
    }),
    replacedBy: t.exposeID('replacedBy', { nullable: true, description: 'The key that took its place (`key_…`).' }),
  }),
});

function timeOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
