import { scopesOf } from '../../application/scopes.ts';
import { type Caller, HOME_TENANT } from '../../domain/tenant.ts';
import { builder } from './builder.ts';
import { ScopeEnum } from './scope.ts';
import { TenantKind } from './tenant.ts';

const ROLES: Readonly<Record<Caller['kind'], { description: string }>> = {
  operator: { description: 'Holds the master key: may do everything, for any tenant.' },
  tenant: { description: 'Holds a key of one tenant: acts for it alone, within its scopes.' },
};
const MODES: Readonly<Record<'live' | 'sandbox', { description: string }>> = {
  live: { description: "Talks to Meta's Cloud API." },
  sandbox: { description: 'Talks to the built-in stand-in; nobody is written to.' },
};

const Role = builder.enumType('Role', { description: 'Whose key it is.', values: ROLES });
const Mode = builder.enumType('Mode', { description: 'What the gateway is connected to.', values: MODES });

const Viewer = builder.objectRef<Caller>('Viewer').implement({
  description: 'Who asks, as their key says.',
  fields: (t) => ({
    tenant: t.exposeID('tenantId', { description: 'The tenant for whom this request acts.' }),
    tenantName: t.string({
      description: "The tenant's name.",
      resolve: (caller, _args, { services }) => services.tenants.of(caller).name,
    }),
    timeZone: t.string({
      description: "The tenant's time zone, an IANA name: when its day begins.",
      resolve: (caller, _args, { services }) => services.tenants.of(caller).timeZone,
    }),
    tenantKind: t.field({
      type: TenantKind,
      description: "Whose access to Meta the tenant's numbers use.",
      resolve: (caller, _args, { services }) => services.tenants.of(caller).kind,
    }),
    actsForOther: t.boolean({
      description: 'True for the operator while acting for a tenant that is not its own.',
      resolve: ({ kind, tenantId }) => kind === 'operator' && tenantId !== HOME_TENANT,
    }),
    role: t.expose('kind', { type: Role, description: 'Operator or tenant.' }),
    scopes: t.field({ type: [ScopeEnum], description: 'What this key may do.', resolve: scopesOf }),
    keyName: t.exposeString('keyName', { description: "The key's name, as `sentBy` of a message shows it." }),
    version: t.string({
      description: 'The release of the gateway.',
      resolve: (_caller, _args, { services }) => services.about.version,
    }),
    supportUrl: t.string({
      nullable: true,
      description: 'Where help is: an https, mailto or wa.me address; null when the operator has set none.',
      resolve: (_caller, _args, { services }) => services.about.supportUrl,
    }),
    mode: t.field({
      type: Mode,
      description: 'Live or sandbox.',
      resolve: (_caller, _args, { services }) => services.operations.mode,
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({ type: Viewer, description: 'Who you are to the gateway.', resolve: (_root, _args, { caller }) => caller }),
);
