import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import RelayPlugin from '@pothos/plugin-relay';
import type { Json } from '../../domain/json.ts';
import { HOME_TENANT } from '../../domain/tenant.ts';
import type { GraphQLContext } from './context.ts';

/** Which type an id belongs to, by its prefix: the ids of `node(id:)` are the gateway's own, with no base64 around. */
const TYPE_OF_PREFIX: Readonly<Record<string, string>> = {
  con: 'Contact',
  conv: 'Conversation',
  key: 'ApiKey',
  msg: 'Message',
  num: 'PhoneNumber',
  ten: 'Tenant',
};

export function typeOfId(id: string): string | undefined {
  return id === HOME_TENANT ? 'Tenant' : TYPE_OF_PREFIX[id.slice(0, id.indexOf('_'))];
}

/** Every type that implements `Node` has its id under this name. */
function typeOfNode(node: unknown): string | undefined {
  return typeOfId((node as { readonly id: string }).id);
}

/** The one builder. Every file beside this adds a type with the queries, mutations and subscriptions that are its own. */
export const builder = new SchemaBuilder<{
  Context: GraphQLContext;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  Scalars: {
    /** In: epoch milliseconds. Out: ISO 8601. */
    DateTime: { Input: number; Output: string };
    JSON: { Input: Json; Output: Json };
    Cursor: { Input: string; Output: string };
    ID: { Input: string; Output: string };
  };
}>({
  plugins: [RelayPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  relay: {
    clientMutationId: 'omit',
    cursorType: 'String',
    // `node` is ours: it reads through the loaders and needs no type name inside the id.
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    encodeGlobalID: (_typename, id) => String(id),
    decodeGlobalID: (id) => ({ typename: typeOfId(id) ?? '', id }),
    idFieldOptions: { description: 'The same id in REST, Socket.io, SSE and exports.' },
    nodeTypeOptions: {
      description: 'Anything with an id that `node` can find again.',
      resolveType: typeOfNode,
    },
    nodeFieldOptions: { nullable: false, description: 'The item itself.' },
    cursorFieldOptions: { description: 'The place of this item in the list, for `after` and `before`.' },
    edgesFieldOptions: {
      nullable: { list: false, items: false },
      description: 'The items of this page with their cursors.',
      // The connection above has already been multiplied by the page size.
      complexity: { field: 1, multiplier: 1 },
    },
    pageInfoTypeOptions: { description: 'Where a page lies in its list.' },
    pageInfoFieldOptions: { description: 'Where this page lies.' },
    hasNextPageFieldOptions: { description: 'True when the list goes on behind this page.' },
    hasPreviousPageFieldOptions: { description: 'True when the list has items before this page.' },
    startCursorFieldOptions: { description: 'The `before` for the page before; null when this one is empty.' },
    endCursorFieldOptions: { description: 'The `after` for the next page; null when this one is empty.' },
    firstArgOptions: { description: 'How many items from the start of the list: 1–100, 20 when left out.' },
    lastArgOptions: { description: 'How many items from the end of the list: 1–100. Not together with `first`.' },
    afterArgOptions: { description: 'Only items after this cursor.' },
    beforeArgOptions: { description: 'Only items before this cursor.' },
  },
});

builder.queryType({
  description:
    'Reading. Needs the scope `read` (keys and the audit log: `manage`); a key sees its own tenant and nothing else.',
});
builder.mutationType({
  description:
    'Sending needs the scope `send`, managing needs `manage`. Over HTTP by POST with `application/json` only.',
});
builder.subscriptionType({
  description:
    'Events as they happen, at least once, in log order, without a gap. Without `after` a subscription starts at now, ' +
    'fixed before the transport says it is connected; with a cursor it replays what follows that, then goes on live. ' +
    'A cursor that cannot be honoured ends it with `extensions.code` CURSOR_EXPIRED or CURSOR_INVALID.',
});
