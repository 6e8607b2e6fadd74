import type { ExecutionResult, Plugin } from '@envelop/core';
import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesPlugin } from '@escape.tech/graphql-armor-max-directives';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  getOperationAST,
  Kind,
  type ValidationContext,
  visit,
} from 'graphql';
import { costOfVariables, documentLimit, limitExceeded, refuseVariables } from './input-limits.ts';

/** Room for what a client of ours asks at once; the introspection of GraphiQL passes. */
const DEPTH = 12;
const ALIASES = 30;
const DIRECTIVES = 20;
const TOKENS = 2_000;
/** Fields that a query may come to, lists counted by the rows they ask for: two full pages of messages with all fields. */
const COST = 25_000;
/** One answer of introspection is as large as a thousand messages; tools ask for one. */
const INTROSPECTION_COST = 5_000;

/** What an operation may cost, whichever transport it came over. Refusals are validation errors: HTTP 400, LIMIT_EXCEEDED. */
export function limits(options: { readonly deadlineMs: number }): Plugin[] {
  return [
    maxTokensPlugin({ n: TOKENS, onReject: [(_context, error) => throwLimit(error)] }),
    documentLimit(),
    maxDepthPlugin({ n: DEPTH, flattenFragments: true, ...reportRejection }),
    maxAliasesPlugin({ n: ALIASES, ...reportRejection }),
    maxDirectivesPlugin({ n: DIRECTIVES, ...reportRejection }),
    costLimit(),
    deadline(options.deadlineMs),
  ];
}

// Left to themselves the plugins throw out of the validation, and the refusal arrives without its status.
const reportRejection = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, error: GraphQLError) => context?.reportError(limitExceeded(error.message)),
  ],
};

function throwLimit(error: GraphQLError): never {
  throw limitExceeded(error.message);
}

/** Reckons with the variables, so it comes after validation, whose results are shared by all uses of a document. */
function costLimit(): Plugin {
  const check = ({
    args,
    setResultAndStopExecution,
  }: {
    readonly args: ExecutionArgs;
    readonly setResultAndStopExecution: (result: ExecutionResult) => void;
  }) => {
    try {
      refuseVariables(args.variableValues);
      const cost = costOf(args);
      if (cost <= COST) return;
      throw limitExceeded(
        `The query asks for too much at once: it costs ${cost}, the limit is ${COST}. Ask for smaller pages.`,
      );
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      setResultAndStopExecution({ errors: [error] });
    }
  };
  return { onExecute: check, onSubscribe: check };
}

function costOf({ schema, document, operationName, variableValues }: ExecutionArgs): number {
  const operation = getOperationAST(document, operationName);
  if (!operation) return 0;
  const chosen: DocumentNode = {
    ...document,
    definitions: document.definitions.filter(
      (definition) => definition.kind !== Kind.OPERATION_DEFINITION || definition === operation,
    ),
  };
  try {
    const { complexity } = complexityFromQuery(chosen, { schema, variables: { ...variableValues } });
    return complexity + costOfVariables(chosen, variableValues) + costOfIntrospection(chosen);
  } catch (error) {
    // Variables that do not fit: the execution refuses them with the better words.
    if (error instanceof GraphQLError) return 0;
    throw error;
  }
}

/** Pothos does not look into what the schema tells of itself. Its depth is limited by a rule of GraphQL's own. */
function costOfIntrospection(document: DocumentNode): number {
  let cost = 0;
  visit(document, {
    [Kind.FIELD]({ name }) {
      if (name.value === '__schema' || name.value === '__type') cost += INTROSPECTION_COST;
    },
  });
  return cost;
}

/** Answers a query or mutation in time. What it has begun is not undone: a message that was accepted is still sent. */
function deadline(ms: number): Plugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn(async (args) => {
        const late = Promise.withResolvers<ExecutionResult>();
        const timer = setTimeout(() => late.resolve({ data: null, errors: [tooLate(ms)] }), ms);
        try {
          return await Promise.race([executeFn(args), late.promise]);
        } finally {
          clearTimeout(timer);
        }
      });
    },
  };
}

function tooLate(ms: number): GraphQLError {
  return new GraphQLError(`The operation took longer than ${ms / 1000} seconds. What it has begun may still be done.`, {
    extensions: { code: 'DEADLINE_EXCEEDED', retryable: true },
  });
}
