import type { IssuedKey } from '../../application/api-keys.ts';
import { ApiKeyType } from './api-key.ts';
import { builder } from './builder.ts';
import { asData, ForbiddenError, InvalidInputError, memberOf, NotFoundError } from './errors.ts';
import { ScopeEnum } from './scope.ts';

const IssuedApiKey = builder.objectRef<IssuedKey>('IssuedApiKey').implement({
  description: 'A new key, told this one time.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The key itself. It is not kept and cannot be told again.' }),
    apiKey: t.expose('apiKey', { type: ApiKeyType, description: 'What is kept of it.' }),
  }),
});

const IssueApiKeyResult = builder.unionType('IssueApiKeyResult', {
  description: 'The new key, or why there is none.',
  types: [IssuedApiKey, InvalidInputError, ForbiddenError, NotFoundError],
  resolveType: (result) => ('failure' in result ? memberOf(result) : 'IssuedApiKey'),
});

const RevokeApiKeyResult = builder.unionType('RevokeApiKeyResult', {
  description: 'The key as it stands, or why it could not be revoked.',
  types: [ApiKeyType, ForbiddenError, NotFoundError],
  resolveType: (result) => ('failure' in result ? memberOf(result) : 'ApiKey'),
});

const DAY_HOURS = 24;

builder.queryField('apiKeys', (t) =>
  t.field({
    type: [ApiKeyType],
    description: 'The keys of your tenant, the newest first. Needs the scope `manage`.',
    args: {
      tenant: t.arg.id({ description: 'Of this tenant (`ten_…`); left out: of yours. Another is for the operator.' }),
      includeEnded: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: 'With those that were revoked or have expired, the last 100 of them.',
      }),
    },
    resolve: (_root, { tenant, includeEnded }, { caller, services }) =>
      services.apiKeys.list(caller, tenant ?? null, includeEnded),
  }),
);

builder.mutationFields((t) => ({
  issueApiKey: t.field({
    type: IssueApiKeyResult,
    description:
      'Issues a key. Needs the scope `manage`, and every scope that the key is to have. A tenant may have 100 at a time.',
    args: {
      tenant: t.arg.id({ description: 'For this tenant (`ten_…`); left out: for yours. Another is for the operator.' }),
      name: t.arg.string({
        required: true,
        description: 'The person or system that will hold it: 1–100 characters, and no other active key’s name.',
      }),
      scopes: t.arg({ type: [ScopeEnum], required: true, description: 'What it may do: at least one.' }),
      expiresAt: t.arg({ type: 'DateTime', description: 'When it ends by itself; left out: it does not.' }),
      allowedIps: t.arg.stringList({
        description:
          'IP addresses or CIDR ranges from which it may be used, at most 50; left out or empty: from anywhere.',
      }),
    },
    resolve: (_root, { tenant, name, scopes, expiresAt, allowedIps }, { caller, services }) => {
      const given = { tenantId: tenant ?? null, name, scopes, expiresAt: expiresAt ?? null };
      return asData(() => services.apiKeys.issue(caller, { ...given, allowedIps: allowedIps ?? [] }));
    },
  }),
  rotateApiKey: t.field({
    type: IssueApiKeyResult,
    description:
      'Issues a key in the place of another: with its name, scopes, addresses and lifetime. The old one works until the ' +
      'overlap is over.',
    args: {
      id: t.arg.id({ required: true, description: 'Its `key_…`.' }),
      overlapHours: t.arg.float({
        required: true,
        defaultValue: DAY_HOURS,
        description: 'For how long both work: 0–720 hours.',
      }),
    },
    resolve: (_root, { id, overlapHours }, { caller, services }) =>
      asData(() => services.apiKeys.rotate(caller, id, overlapHours)),
  }),
  revokeApiKey: t.field({
    type: RevokeApiKeyResult,
    description:
      'Ends a key: from now on it opens nothing, and every socket, stream and session that it opened ends. May be repeated.',
    args: { id: t.arg.id({ required: true, description: 'Its `key_…`.' }) },
    resolve: (_root, { id }, { caller, services }) => asData(() => services.apiKeys.revoke(caller, id)),
  }),
}));
