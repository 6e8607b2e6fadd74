import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** A place of an operation into which somebody may write an id: `Mutation.sendReply`, [`input`, `replyTo`]. */
export interface Place {
  readonly operation: string;
  readonly path: readonly string[];
  /** All of it: `Mutation.sendReply.input.replyTo`. */
  readonly name: string;
}

const ROOTS = ['Query', 'Mutation', 'Subscription'] as const;

/** Names of text fields that carry ids, or words by which something may be found. */
const SUSPICIOUS =
  /(?:^|[a-z])(?:id|ids|cursor|after|before|tenant|waba|from|to|phone|number|contact|actor|reference|search|key|token)$|Ids?$/i;
/** Text by which something is looked up, though its name does not say so. */
const LOOKED_UP = ['Query.templates.name', 'Mutation.deleteTemplate.name', 'template.name'];

/** Every operation of a schema, as `Query.message`. */
export function operationsOf(schema: GraphQLSchema): readonly string[] {
  return ROOTS.flatMap((root) =>
    Object.keys(schema.getRootType(ROOT_OF[root])?.getFields() ?? {}).map((name) => `${root}.${name}`),
  );
}

/** Every place of every operation that may carry an id, nested inputs included. */
export function placesOf(schema: GraphQLSchema): readonly Place[] {
  return operationsOf(schema).flatMap((operation) => {
    const args = argumentsOf(schema, operation);
    return [...args].flatMap(([name, type]) => within(operation, [name], type, []));
  });
}

/** The same for fields below the roots: `Conversation.messages.after`. */
export function innerPlacesOf(schema: GraphQLSchema): readonly Place[] {
  const roots = Object.values(ROOT_OF).map((root) => schema.getRootType(root));
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith('__') || roots.includes(type)) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      field.args.flatMap((arg) => within(`${type.name}.${field.name}`, [arg.name], arg.type, [])),
    );
  });
}

export function argumentsOf(schema: GraphQLSchema, operation: string): ReadonlyMap<string, GraphQLInputType> {
  const [root, field] = split(operation);
  const args = schema.getRootType(ROOT_OF[root])?.getFields()[field]?.args ?? [];
  return new Map(args.map(({ name, type }) => [name, type]));
}

const ROOT_OF = { Query: 'query', Mutation: 'mutation', Subscription: 'subscription' } as const;

export function split(operation: string): readonly [(typeof ROOTS)[number], string] {
  const [root, field = ''] = operation.split('.');
  const known = ROOTS.find((one) => one === root);
  if (known === undefined) throw new Error(`${operation} begins with none of ${ROOTS.join(', ')}`);
  return [known, field];
}

function within(operation: string, path: readonly string[], type: GraphQLInputType, above: readonly string[]): Place[] {
  const named = getNamedType(type);
  if (isInputObjectType(named)) {
    if (above.includes(named.name)) return [];
    return Object.values(named.getFields()).flatMap((field) =>
      within(operation, [...path, field.name], field.type, [...above, named.name]),
    );
  }
  const name = [operation, ...path].join('.');
  const looksLikeOne =
    ['ID', 'Cursor', 'JSON'].includes(named.name) ||
    (named.name === 'String' && (SUSPICIOUS.test(path.at(-1) ?? '') || LOOKED_UP.some((one) => name.endsWith(one))));
  return looksLikeOne ? [{ operation, path, name }] : [];
}

/** The entry whose name is the longest end of a place's, cut at a dot, a slash or a space. */
export function entryFor<T>(entries: Readonly<Record<string, T>>, name: string): T | undefined {
  const ends = [...name.matchAll(/[./ ]/g)].map(({ index }) => name.slice(index + 1));
  const end = [name, ...ends].find((one) => Object.hasOwn(entries, one));
  return end === undefined ? undefined : entries[end];
}

/**
 * Variables with a value at a path: what is required around it is filled in by `samples` (by field name) or with
 * something of its type, and of a `@oneOf` only the member on the path stays.
 */
export function putAt(
  type: GraphQLInputType,
  given: unknown,
  [name, ...rest]: readonly string[],
  value: unknown,
  samples: Readonly<Record<string, unknown>>,
): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) {
    const [first] = Array.isArray(given) ? given : [];
    return [putAt(bare.ofType, first, name === undefined ? [] : [name, ...rest], value, samples)];
  }
  if (name === undefined) return value;
  if (!isInputObjectType(bare)) throw new Error(`${String(type)} has no field ${name}`);
  const field = bare.getFields()[name];
  if (field === undefined) throw new Error(`${bare.name} has no field ${name}`);
  const before = isRecord(given) ? given : requiredOf(bare, samples);
  const kept = bare.isOneOf ? {} : before;
  return { ...kept, [name]: putAt(field.type, before[name], rest, value, samples) };
}

function requiredOf(type: GraphQLInputType, samples: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (!isInputObjectType(type) || type.isOneOf) return {};
  const required = Object.values(type.getFields()).filter(
    (one) => isNonNullType(one.type) && one.defaultValue === undefined,
  );
  return Object.fromEntries(required.map((one) => [one.name, samples[one.name] ?? sampleOf(one.type, samples)]));
}

function sampleOf(type: GraphQLInputType, samples: Readonly<Record<string, unknown>>): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [sampleOf(bare.ofType, samples)];
  if (isInputObjectType(bare)) return requiredOf(bare, samples);
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  return { Int: 1, Float: 1, Boolean: true }[String(bare)] ?? 'x';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
