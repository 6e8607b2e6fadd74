import { type DocumentNode, type ExecutionArgs, GraphQLError } from 'graphql';
import type { SocketExecution } from '../realtime/execution.ts';
import { withoutValues } from './without-values.ts';
import type { GraphQLServer } from './yoga.ts';

type Pipeline = ReturnType<GraphQLServer['getEnveloped']>;

/** Yoga's pipeline for transports that are not HTTP: the same parser, limits, context and masking. */
export function createSocketExecution(yoga: GraphQLServer): SocketExecution {
  // By the operation's context, which transports hand on untouched; the arguments they may copy.
  const pipelines = new WeakMap<object, Pipeline>();

  const pipelineOf = ({ contextValue }: ExecutionArgs): Pipeline => {
    const known = typeof contextValue === 'object' && contextValue !== null ? pipelines.get(contextValue) : undefined;
    if (known === undefined) throw new TypeError('these arguments were not prepared here');
    return known;
  };

  return {
    async prepare(server, params) {
      const pipeline = yoga.getEnveloped({ ...server, params });
      try {
        const document: DocumentNode = pipeline.parse(params.query);
        const errors: readonly GraphQLError[] = pipeline.validate(pipeline.schema, document);
        if (errors.length > 0) return errors.map((error) => withoutHttp(error));
        const contextValue = await pipeline.contextFactory();
        pipelines.set(contextValue, pipeline);
        const { operationName, variables: variableValues } = params;
        return { schema: pipeline.schema, document, contextValue, operationName, variableValues };
      } catch (error) {
        // Yoga names a syntax error only where it answers a request.
        if (error instanceof GraphQLError) return [withoutHttp(error, 'GRAPHQL_PARSE_FAILED')];
        throw error;
      }
    },
    execute: async (args) => pipelineOf(args).execute(args),
    subscribe: async (args) => pipelineOf(args).subscribe(args),
  };
}

/** Yoga notes an HTTP status on errors and takes it away when it writes a response; here nobody would. */
function withoutHttp(error: GraphQLError, code = 'GRAPHQL_VALIDATION_FAILED'): GraphQLError {
  const { http: _http, ...extensions } = { code, ...error.extensions };
  const { message, nodes, source, positions, path } = withoutValues(error);
  return new GraphQLError(message, { nodes, source, positions, path, extensions });
}
