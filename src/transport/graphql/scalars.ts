import { GraphQLError } from 'graphql';
import type { Json } from '../../domain/json.ts';
import { builder } from './builder.ts';

// A cursor is opaque; anything longer than this is surely none of ours, and is not worth decoding.
const CURSOR_LIMIT = 200;
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;

builder.scalarType('DateTime', {
  description: 'A time in ISO 8601, such as `2026-01-31T12:00:00.000Z`. Given out in UTC with milliseconds.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time',
  serialize: (value) => value,
  parseValue(value) {
    const time = typeof value === 'string' && ISO_TIME.test(value) ? Date.parse(value) : Number.NaN;
    if (!Number.isNaN(time)) return time;
    throw new GraphQLError('A DateTime is an ISO 8601 time with its zone, such as 2026-01-31T12:00:00.000Z.');
  },
});

builder.scalarType('JSON', {
  description: 'Any JSON value, as it came.',
  serialize: (value) => value,
  // What arrives has been through a JSON parser or a literal already, so it is JSON.
  parseValue: (value) => value as Json,
});

builder.scalarType('Cursor', {
  description:
    "A place in your event log, opaque. It holds the log's epoch: a log that was recreated or restored honours no " +
    'older cursor.',
  serialize: (value) => value,
  parseValue(value) {
    if (typeof value === 'string' && value.length <= CURSOR_LIMIT) return value;
    throw new GraphQLError('A Cursor is a string exactly as an event or the `cursor` query gave it.');
  },
});
