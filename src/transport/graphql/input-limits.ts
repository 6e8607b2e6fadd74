import type { Plugin } from '@envelop/core';
import {
  type DocumentNode,
  type ExecutableDefinitionNode,
  type FieldNode,
  type FragmentSpreadNode,
  GraphQLError,
  type InlineFragmentNode,
  Kind,
  visit,
} from 'graphql';

/** No input of ours nests further; the deepest payload of Meta's that is passed on has 8 levels. REST has the same. */
const VALUE_DEPTH = 32;
/** Values in all variables: lists' items and objects' fields. The largest template there may be has some hundreds. */
const VALUES = 2_000;
/** Clients ask a field once in one place, twice where fragments meet. Comparing its uses takes the square of them. */
const REPEATS = 20;

type Variables = Readonly<Record<string, unknown>> | null | undefined;

/** LIMIT_EXCEEDED, as a validation error: HTTP 400. */
export function limitExceeded(message: string): GraphQLError {
  return new GraphQLError(message.replace(/^Syntax Error: /, ''), {
    extensions: { code: 'LIMIT_EXCEEDED', http: { status: 400, spec: true } },
  });
}

/**
 * Refuses documents whose validation would cost more than their tokens, before it begins: the same field many times in
 * one place, and deeply nested literals. The limit on tokens comes first.
 */
export function documentLimit(): Plugin {
  return {
    onParse({ parseFn, setParseFn }) {
      setParseFn((source: unknown, options: unknown) => {
        const document: DocumentNode = parseFn(source, options);
        refuseDocument(document);
        return document;
      });
    },
  };
}

function refuseDocument(document: DocumentNode): void {
  let depth = 0;
  /** Where in its operation or fragment a field stands; all that stands in one place is compared. */
  const path: string[] = [];
  const uses = new Map<string, number>();
  const nested = {
    enter() {
      depth += 1;
      if (depth > VALUE_DEPTH) throw tooDeep();
    },
    leave() {
      depth -= 1;
    },
  };
  const placed = {
    enter(node: FieldNode | FragmentSpreadNode | InlineFragmentNode | ExecutableDefinitionNode) {
      path.push(nameOf(node));
      if (node.kind !== Kind.FIELD && node.kind !== Kind.FRAGMENT_SPREAD) return;
      const place = path.join('.');
      const times = (uses.get(place) ?? 0) + 1;
      if (times > REPEATS) {
        throw limitExceeded(
          `The limit of ${REPEATS} uses of one field in one place is exceeded by \`${path.at(-1)}\`.`,
        );
      }
      uses.set(place, times);
    },
    leave: () => void path.pop(),
  };
  visit(document, {
    [Kind.LIST]: nested,
    [Kind.OBJECT]: nested,
    [Kind.OPERATION_DEFINITION]: placed,
    [Kind.FRAGMENT_DEFINITION]: placed,
    [Kind.INLINE_FRAGMENT]: placed,
    [Kind.FRAGMENT_SPREAD]: placed,
    [Kind.FIELD]: placed,
  });
}

function nameOf(node: FieldNode | FragmentSpreadNode | InlineFragmentNode | ExecutableDefinitionNode): string {
  if (node.kind === Kind.FIELD) return (node.alias ?? node.name).value;
  if (node.kind === Kind.INLINE_FRAGMENT) return `on ${node.typeCondition?.name.value}`;
  return `${node.kind} ${node.name?.value}`;
}

/** LIMIT_EXCEEDED for variables that are too many or too deep for whatever walks them later. Bounded work. */
export function refuseVariables(variables: Variables): void {
  valuesIn(variables ?? {}, VALUES);
}

/** What the variables of an operation cost: each value once for every place where it is used. */
export function costOfVariables(document: DocumentNode, variables: Variables): number {
  if (variables === null || variables === undefined || Object.keys(variables).length === 0) return 0;
  const sizes = new Map<string, number>();
  let cost = 0;
  visit(document, {
    [Kind.VARIABLE_DEFINITION]: () => false,
    [Kind.VARIABLE]({ name }) {
      const size = sizes.get(name.value) ?? valuesIn(variables[name.value], VALUES);
      sizes.set(name.value, size);
      cost += size;
    },
  });
  return cost;
}

/** How many values lie in a value, level by level, since what is deep would exhaust the stack of a recursion. */
function valuesIn(value: unknown, most: number): number {
  let count = 0;
  let level = isNested(value) ? [value] : [];
  for (let depth = 0; level.length > 0; depth += 1) {
    // The variables are an object themselves.
    if (depth > VALUE_DEPTH) throw tooDeep();
    const next: object[] = [];
    for (const one of level) {
      const values: readonly unknown[] = Array.isArray(one) ? one : Object.values(one);
      count += values.length;
      if (count > most) throw limitExceeded(`The variables hold more than the limit of ${most} values.`);
      for (const inner of values) if (isNested(inner)) next.push(inner);
    }
    level = next;
  }
  return count;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function tooDeep(): GraphQLError {
  return limitExceeded(`The input is nested deeper than the limit of ${VALUE_DEPTH} levels.`);
}
