import {
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/**
 * Selects all that a type has, so many levels deep: every field that needs no argument. Fields of a union's members that
 * share a name but not a type are told apart by an alias.
 */
export function selectionOf(schema: GraphQLSchema, type: GraphQLOutputType, levels: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isAbstractType(named)) {
    const members = schema.getPossibleTypes(named);
    const shared = new Map<string, Set<string>>();
    for (const member of members) {
      for (const field of Object.values(member.getFields())) {
        shared.set(field.name, (shared.get(field.name) ?? new Set()).add(String(field.type)));
      }
    }
    const ambiguous = new Set([...shared].flatMap(([name, types]) => (types.size > 1 ? [name] : [])));
    const fragments = members.map((member) => `... on ${member.name} ${fieldsOf(schema, member, levels, ambiguous)}`);
    return `{ __typename ${fragments.join(' ')} }`;
  }
  return fieldsOf(schema, named, levels, new Set());
}

function fieldsOf(
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  levels: number,
  ambiguous: ReadonlySet<string>,
): string {
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return [];
    const leaf = isLeafType(getNamedType(field.type));
    if (!leaf && levels <= 1) return [];
    const name = ambiguous.has(field.name) ? `${type.name}_${field.name}: ${field.name}` : field.name;
    return [leaf ? name : `${name} ${selectionOf(schema, field.type, levels - 1)}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}
