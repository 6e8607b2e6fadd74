import { readFileSync } from 'node:fs';
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { expect, it } from 'vitest';
import { ERROR_CODES } from '../../src/domain/errors.ts';
import { EVENT_TYPES } from '../../src/domain/event.ts';
import { schema } from '../../src/transport/graphql/schema.ts';

const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const OBVIOUS = new Set(['ID', 'String', 'Int', 'Float', 'Boolean']);

it('keeps schema.graphql in step with the code (npm run codegen)', () => {
  const file = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
  expect(file.trim()).toBe(printSchema(lexicographicSortSchema(schema)).trim());
});

it('describes every type, field, argument and value that an answer can hold', () => {
  const silent = types.flatMap((type) => {
    const parts = partsOf(type).filter(({ description }) => !description);
    const own = type.description || OBVIOUS.has(type.name) ? [] : [type.name];
    return [...own, ...parts.map(({ name }) => `${type.name}.${name}`)];
  });
  expect(silent).toEqual([]);
});

it('has a member for each expected failure of a send', () => {
  const union = schema.getType('SendResult');
  const members = union && 'getTypes' in union ? union.getTypes().map(({ name }) => name) : [];
  expect(members.toSorted()).toEqual([
    'ForbiddenError',
    'IdempotencyConflictError',
    'InvalidInputError',
    'Message',
    'MetaUnavailableError',
    'NotFoundError',
    'OptedOutError',
    'RateLimitedError',
    'RejectedByMetaError',
    'TemplateMismatchError',
    'UnconfirmedError',
    'WindowClosedError',
  ]);
  const names = members
    .filter((name) => name !== 'Message')
    .map((name) =>
      name
        .replace(/Error$/, '')
        .replace(/(?<=.)[A-Z]/g, '_$&')
        .toUpperCase(),
    );
  expect(ERROR_CODES).toEqual(expect.arrayContaining(names));
});

it('names kinds of event as the other transports do', () => {
  const type = schema.getType('EventType');
  const values = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
  expect(values.toSorted()).toEqual([...EVENT_TYPES, 'checkpoint'].toSorted());
});

function partsOf(type: GraphQLNamedType): { name: string; description?: string | null | undefined }[] {
  if (isObjectType(type) || isInterfaceType(type)) {
    return Object.values(type.getFields()).flatMap((field) => [
      field,
      ...field.args.map(({ name, description }) => ({ name: `${field.name}(${name})`, description })),
    ]);
  }
  // Inputs and values may speak for themselves, as `city` and `image` do.
  return isInputObjectType(type) || isEnumType(type) ? [] : [];
}
