import type { TypedDocumentNode } from '@urql/core';
import type { TypedDocumentString } from '../generated/graphql.ts';

/** A generated document as urql takes it: its text, which carries the types of what it asks and answers. */
export function documentOf<TResult, TVariables>(
  document: TypedDocumentString<TResult, TVariables>,
): TypedDocumentNode<TResult, TVariables> {
  const text: unknown = document.toString();
  // urql takes a string wherever it takes a document; only the type can carry the types.
  return text as TypedDocumentNode<TResult, TVariables>;
}
