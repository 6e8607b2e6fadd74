import { useExtendContext } from '@envelop/core';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { Services } from '../../application/services.ts';
import type { Caller } from '../../domain/tenant.ts';
import type { Authenticator } from '../auth.ts';
import type { Origins } from '../origins.ts';
import { type GraphQLContext, operationContext, type ServerContext } from './context.ts';
import { toGraphQLError } from './errors.ts';
import { graphiqlOptions } from './graphiql.ts';
import { httpRules } from './http-rules.ts';
import { limits } from './limits.ts';
import { queryTurns } from './query-turns.ts';
import { schema } from './schema.ts';
import { unquotedRefusals } from './without-values.ts';

const BODY_LIMIT_BYTES = 1_000_000;
const DEADLINE_MS = 15_000;

/** Usable as a `node:http` request handler; `fetch` answers requests without a server. */
export type GraphQLServer = YogaServerInstance<ServerContext, GraphQLContext>;

/** GraphQL over HTTP at `/graphql`: queries, mutations, and subscriptions as server-sent events. */
export function createGraphQL(deps: {
  readonly services: Services;
  readonly authenticator: Authenticator;
  readonly origins: Origins;
  /** Throws when the caller may open no stream more. */
  readonly refuseOverfull?: (caller: Caller, address: string) => void;
  /** Whether a browser that opens `/graphql` gets GraphiQL. */
  readonly graphiql: boolean;
  /** Milliseconds a query or mutation may take. */
  readonly deadlineMs?: number;
}): GraphQLServer {
  const { services, origins } = deps;
  const report = (error: unknown) => services.operations.report('a GraphQL operation failed', error);

  return createYoga<ServerContext, GraphQLContext>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    multipart: false,
    batching: false,
    maxRequestBodySize: BODY_LIMIT_BYTES,
    // Everything unexpected goes to `report`, once; Yoga would print it a second time, and expected failures with it.
    logging: false,
    graphiql: deps.graphiql && graphiqlOptions,
    // Yoga's own page would load its scripts from another host.
    renderGraphiQL,
    // Ours, in `httpRules`: Yoga answers a preflight before anyone can refuse it.
    cors: false,
    maskedErrors: { maskError: (error) => toGraphQLError(error, report) },
    plugins: [
      httpRules({ authenticator: deps.authenticator, origins, refuseOverfull: deps.refuseOverfull, report }),
      useExtendContext((server: ServerContext) => operationContext(services, server)),
      // Before the limits, whose deadline then counts the wait too.
      queryTurns(services.headroom),
      ...limits({ deadlineMs: deps.deadlineMs ?? DEADLINE_MS }),
      unquotedRefusals(),
    ],
  });
}
