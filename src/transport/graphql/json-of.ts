import type { Json, JsonObject } from '../../domain/json.ts';

/** An object as Meta takes it: what a caller left out or gave as null is not there at all. */
export function jsonOf(fields: Readonly<Record<string, Json | undefined>>): JsonObject {
  const given: Record<string, Json> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined && value !== null) given[name] = value;
  }
  return given;
}
