import type { ExecutionResult, Plugin } from '@envelop/core';
import { type ExecutionArgs, GraphQLError, getOperationAST } from 'graphql';
import { Gate } from '../../application/gate.ts';
import { type Headroom, PRICES } from '../../application/headroom.ts';
import type { GraphQLContext } from './context.ts';

/** Queries of one tenant that run at once; more would only take turns of the event loop from others. */
const AT_ONCE = 16;
/** And that wait for their turn; an operation's deadline counts while it waits. */
const WAITING = 256;

interface OfTenant {
  readonly gate: Gate;
  held: number;
}

/**
 * Bounds the queries that a tenant runs at once, whichever transport they came over: the rest wait in line, and beyond
 * that are refused (RATE_LIMITED). Mutations are not held up: most of their time they wait for Meta.
 */
export function queryTurns(headroom: Pick<Headroom, 'enter'>): Plugin<GraphQLContext> {
  const tenants = new Map<string, OfTenant>();

  async function inTurn<T>(tenantId: string, run: () => Promise<T> | T): Promise<T> {
    const tenant = tenants.get(tenantId) ?? { gate: new Gate(AT_ONCE), held: 0 };
    tenants.set(tenantId, tenant);
    tenant.held += 1;
    try {
      using _turn = await tenant.gate.enter(tenantId);
      await headroom.enter(tenantId, PRICES.query);
      return await run();
    } finally {
      tenant.held -= 1;
      if (tenant.held === 0) tenants.delete(tenantId);
    }
  }

  return {
    onExecute({ args, executeFn, setExecuteFn, setResultAndStopExecution }) {
      if (!isQuery(args)) return;
      const { tenantId } = args.contextValue.caller;
      const held = tenants.get(tenantId)?.held ?? 0;
      if (held >= AT_ONCE + WAITING) setResultAndStopExecution(tooMany(held));
      else setExecuteFn((given) => inTurn(tenantId, () => executeFn(given)));
    },
  };
}

function isQuery({ document, operationName }: Pick<ExecutionArgs, 'document' | 'operationName'>): boolean {
  return getOperationAST(document, operationName)?.operation === 'query';
}

function tooMany(held: number): ExecutionResult {
  const extensions = {
    code: 'RATE_LIMITED',
    retryable: true,
    retryAfterSeconds: 1,
    action: 'Ask for fewer things at a time; what changes is told by subscriptions.',
    http: { status: 429, spec: true, headers: { 'retry-after': '1' } },
  };
  const message = `Your tenant has ${held} queries under way; at most so many may be.`;
  return { errors: [new GraphQLError(message, { extensions })] };
}
