import { type Actor, AUDIT_ACTIONS, type AuditRecord, type AuditResult } from '../../domain/audit.ts';
import { builder } from './builder.ts';
import { connection, connectionCost } from './connections.ts';

const ROLES: Readonly<Record<Actor['role'], { description: string }>> = {
  operator: { description: 'The operator.' },
  tenant: { description: 'A key of a tenant.' },
  nobody: { description: 'Somebody without a key that works.' },
};
const RESULTS: Readonly<Record<AuditResult, { description: string }>> = {
  done: { description: 'It was done.' },
  started: { description: 'It was about to be done outside the gateway; another entry tells what became of it.' },
  refused: { description: 'It was refused; nothing was done.' },
  unconfirmed: { description: 'Meta did not answer and may have done it.' },
};

const ActorRole = builder.enumType('ActorRole', { description: 'Who acts.', values: ROLES });
const AuditResultEnum = builder.enumType('AuditResult', { description: 'What became of an action.', values: RESULTS });

const ActorType = builder.objectRef<Actor>('Actor').implement({
  description: 'Who did it.',
  fields: (t) => ({
    role: t.expose('role', { type: ActorRole, description: 'Operator, tenant or nobody.' }),
    keyId: t.exposeID('keyId', { nullable: true, description: '`key_…`; null for the master key and for nobody.' }),
    keyName: t.exposeString('keyName', { nullable: true, description: 'The name that the key had; `master`.' }),
    session: t.exposeBoolean('session', { description: 'Signed in to the dashboard, rather than with the key.' }),
    tenant: t.exposeID('tenantId', { description: 'The tenant for whom they acted.' }),
  }),
});

const AuditEntryType = builder.objectRef<AuditRecord>('AuditEntry').implement({
  description: 'One thing that somebody did. Entries are only ever added, and kept for ever.',
  fields: (t) => ({
    id: t.exposeID('id', { description: '`aud_…`' }),
    at: t.field({ type: 'DateTime', description: 'When.', resolve: ({ at }) => new Date(at).toISOString() }),
    tenant: t.exposeID('tenantId', { description: 'Whose thing it was.' }),
    actor: t.expose('actor', { type: ActorType, description: 'Who did it.' }),
    address: t.exposeString('address', {
      nullable: true,
      description: "The client's address; null when it is not known, and to tenants when the operator acted.",
    }),
    action: t.exposeString('action', { description: `A stable name: ${AUDIT_ACTIONS.join(', ')}.` }),
    target: t.exposeID('target', { nullable: true, description: 'The id, or the name, of what it was done to.' }),
    changes: t.field({
      type: 'JSON',
      description: 'By setting: `{ before, after }`. Never a secret, a token or what a message says.',
      resolve: ({ changes }) => changes,
    }),
    result: t.expose('result', { type: AuditResultEnum, description: 'What became of it.' }),
  }),
});

const AuditLogFilterInput = builder.inputType('AuditLogFilter', {
  description: 'What is left out does not filter; what is given must all hold.',
  fields: (t) => ({
    tenant: t.id({ description: 'What concerns this tenant (`ten_…`). Another than yours is for the operator.' }),
    action: t.string({ description: 'This action, such as `api_key.revoke`.' }),
    actor: t.string({ description: 'Done with this key: its `key_…`, or its name.' }),
    from: t.field({ type: 'DateTime', description: 'At this time or later.' }),
    to: t.field({ type: 'DateTime', description: 'Before this time.' }),
  }),
});

builder.queryField('auditLog', (t) =>
  t.connection(
    {
      type: AuditEntryType,
      description:
        'Who did what, newest first. Needs the scope `manage`. A key sees what concerns its own tenant, the operator ' +
        'everything, or one tenant by `x-dijla-tenant` or the filter.',
      args: { filter: t.arg({ type: AuditLogFilterInput, description: 'Which entries.' }) },
      complexity: connectionCost,
      resolve: (_root, { filter, ...args }, { caller, services }) => {
        const { tenant, action, actor, from, to } = filter ?? {};
        const wanted = {
          tenant: tenant ?? undefined,
          action: action ?? undefined,
          actor: actor ?? undefined,
          from: from ?? undefined,
          to: to ?? undefined,
        };
        return connection(
          args,
          (page) => services.auditLog.list(caller, wanted, page),
          ({ seq }) => seq,
        );
      },
    },
    { name: 'AuditLogConnection', description: 'Entries of the audit log, newest first.' },
    { name: 'AuditLogEdge', description: 'An entry and its place in the list.' },
  ),
);
