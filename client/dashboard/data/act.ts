import { useCallback, useState } from 'react';
import { type AnyVariables, type TypedDocumentNode, useClient } from 'urql';
import type { Failure } from '../i18n/explain.ts';

/** An expected failure as every mutation's union has it. */
interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly field: string | null;
  readonly action: string | null;
  readonly meta?: { readonly code: number; readonly meaning: string; readonly action: string } | null;
}

/** Why an act came to nothing. `field` is the input at fault, as the API names it. */
export interface ActFailure extends Failure {
  readonly field: string | null;
}

export interface Acts<T> {
  readonly busy: boolean;
  readonly failure: ActFailure | null;
  /** Resolves with what the act made, or with null when it failed: `failure` then says why. */
  act<TData, TVariables extends AnyVariables>(
    document: TypedDocumentNode<TData, TVariables>,
    variables: TVariables,
    pick: (data: TData) => T | Refusal,
  ): Promise<T | null>;
  forget(): void;
}

/** A change that somebody waits for: under way, refused with a reason, or done. */
export function useAct<T extends object>(): Acts<T> {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ActFailure | null>(null);

  const act = useCallback<Acts<T>['act']>(
    async (document, variables, pick) => {
      setBusy(true);
      setFailure(null);
      const { data } = await client.mutation(document, variables).toPromise();
      const made = data == null ? null : pick(data);
      setBusy(false);
      if (made !== null && !isRefusal(made)) return made;
      setFailure(made === null ? UNREACHABLE : failureOf(made));
      return null;
    },
    [client],
  );
  const forget = useCallback(() => setFailure(null), []);
  return { busy, failure, act, forget };
}

const UNREACHABLE: ActFailure = { code: 'UNREACHABLE', says: '', action: null, field: null };

/** What Meta refused is explained by Meta's code; the rest by ours. The API's own sentence names what is at fault. */
export function failureOf({ action, code, field, message, meta }: Refusal): ActFailure {
  if (meta) return { code: meta.code, says: meta.meaning, action: meta.action, field };
  return { code, says: message, action, field };
}

function isRefusal(made: object): made is Refusal {
  return 'code' in made && 'message' in made && typeof made.message === 'string';
}
