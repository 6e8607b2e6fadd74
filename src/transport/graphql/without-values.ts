import type { Plugin } from '@envelop/core';
import { GraphQLError } from 'graphql';

/** What is secret wherever it stands: Meta's tokens and keys of ours. */
const SECRETS = /EAA\w{16,}|dk_(?:live|test)_\w+|whsec_[\w+/=]+/g;
const SUGGESTION = /(?: Did you mean the enum values? (?:"\w{1,64}"(?:, or |, | or )?){1,6}\?)?$/.source;

/**
 * GraphQL's own messages quote what they refuse, and that may be a token in a wrong place, which would then stand in
 * whatever keeps the answer. They say as well without it what is wrong and where.
 */
export function withoutValues(error: GraphQLError): GraphQLError {
  const message = quoteless(error.message);
  if (message === error.message) return error;
  const { nodes, source, positions, path, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions, path, extensions });
}

/** The same for what is refused before it runs, whichever transport it came over. */
export function unquotedRefusals(): Plugin {
  return {
    onValidate:
      () =>
      ({ result, setResult }) =>
        setResult(result.map((error) => (error instanceof GraphQLError ? withoutValues(error) : error))),
  };
}

/** Long messages are long by what they quote: nothing here looks at one more than a few times over. */
function quoteless(message: string): string {
  return (
    message
      // A text within the value is passed over as one, whatever stands in it.
      .replace(
        /^(Variable "\$\w+" got invalid value) (?:"(?:[^"\\]|\\.)*"|[^"])*?( at "[\w.[\]]+")?; (?=[A-Z])/,
        '$1$2; ',
      )
      .replace(/(?:,| (?=F)) ?[fF]ound: [\s\S]*$/, (start) => (start.startsWith(',') ? '.' : ''))
      .replace(/, found (String|BlockString|Int|Float) [\s\S]*$/, ', found $1.')
      .replace(new RegExp(`( cannot represent [\\w -]{0,40}value): [\\s\\S]*?(${SUGGESTION})`), '$1.$2')
      // A word that is none of an enum's, and might be: a slip is found sooner when it is shown.
      .replace(
        /^(Variable [^;]{0,400}; |)Value "(?!\w{1,32}" does not exist)[\s\S]*" does not exist in /,
        '$1This value does not exist in ',
      )
      .replace(SECRETS, '…')
  );
}
