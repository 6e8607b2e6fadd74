import type { Exchange } from '@urql/core';
import { cacheExchange, type KeyingConfig } from '@urql/exchange-graphcache';
import generated from '../generated/possible-types.ts';

const { possibleTypes } = generated;
/** All that can be asked for by id, and two that stand in lists and messages under ids of their own. */
const ENTITIES = new Set([...(possibleTypes['Node'] ?? []), 'Template', 'Media']);

/**
 * Only what has an id of ours is an entity. Other types may have an `id` too (a pressed button's is whatever its author
 * chose) and would run into one another: they belong to the entity that they stand in.
 */
const keys = new Proxy<KeyingConfig>(
  {},
  { get: (_none, type) => (typeof type === 'string' && !ENTITIES.has(type) ? () => null : undefined) },
);

/**
 * The normalised cache: a message, conversation or template is held once, by its id, whichever query or event brought it.
 * So an event changes every screen that shows what it is about; lists are the screens' own to grow.
 */
export function createCache(): Exchange {
  return cacheExchange({
    keys,
    possibleTypes,
    // In development it warns of every field that a union's other members have: the types of these answers are generated.
    logger: (severity, message) => severity === 'error' && console.error(message),
  });
}
