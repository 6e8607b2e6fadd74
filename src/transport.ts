import type { Services } from './application/services.ts';
import type { Config } from './config.ts';
import type { Metrics } from './ports/system.ts';
import type { Sandbox } from './sandbox/cloud-api.ts';
import { createAuthenticator } from './transport/auth.ts';
import { createSocketExecution } from './transport/graphql/sockets.ts';
import { createGraphQL } from './transport/graphql/yoga.ts';
import { createHttp, type Http, type HttpLimits } from './transport/http.ts';
import { createNewcomers } from './transport/newcomers.ts';
import { createOrigins } from './transport/origins.ts';
import { createGraphqlSse } from './transport/realtime/graphql-sse.ts';
import { createGraphqlWs } from './transport/realtime/graphql-ws.ts';
import { createSocketIo } from './transport/realtime/socket-io.ts';
import { createSockets } from './transport/realtime/sockets.ts';
import { createRestApi } from './transport/rest/api.ts';

/** Puts every transport over the services, on one server; the sandbox's controls hang at `/sandbox`. */
export async function createTransport(deps: {
  readonly config: Config;
  readonly services: Services;
  readonly metrics: Metrics;
  readonly sandbox: Pick<Sandbox, 'control'> | null;
  readonly limits?: Partial<HttpLimits> | undefined;
}): Promise<Http> {
  const { services, metrics, sandbox } = deps;
  const { allowedOrigins, connections, publicUrl, supportUrl, trustedProxies } = deps.config.http;
  const { report } = services.operations;
  const secureCookies = publicUrl?.startsWith('https:') ?? false;
  const origins = createOrigins({ allowed: allowedOrigins, publicUrl, anyLocalhost: sandbox !== null });
  const authenticator = createAuthenticator({
    ...{ access: services.access, headroom: services.headroom, origins, secureCookies, trustedProxies },
  });
  const sockets = createSockets(services.quotas.sockets, connections);
  const newcomers = createNewcomers(deps.limits?.newcomersPerAddress);
  services.access.listen({ ended: sockets.revoke, restored: sockets.restore });
  metrics.gauge('sockets_open', () => sockets.count());

  const { refuseOverfull } = sockets;
  const yoga = createGraphQL({ services, authenticator, origins, refuseOverfull, graphiql: sandbox !== null });
  const execution = createSocketExecution(yoga);
  // Probes ask whether the server drains, and the server is made of what answers them.
  let http: Http | null = null;
  const draining = () => http?.draining() ?? false;
  const rest = createRestApi({
    ...{ services, authenticator, origins, sockets, secureCookies, publicUrl, supportUrl, draining },
  });
  http = await createHttp({
    services,
    authenticator,
    origins,
    sockets,
    plugins: [rest],
    yoga,
    graphqlWs: createGraphqlWs({ execution, authenticator, newcomers, sockets, report }),
    graphqlSse: createGraphqlSse({ execution, authenticator, origins, sockets, report }),
    socketIo: createSocketIo({ feed: services.feed, authenticator, newcomers, origins, sockets, report }),
    connectionsPerAddress: connections.perAddress,
    https: secureCookies,
    ...(deps.limits !== undefined && { limits: deps.limits }),
    mounts: sandbox === null ? {} : { '/sandbox': sandbox.control },
  });
  return http;
}
