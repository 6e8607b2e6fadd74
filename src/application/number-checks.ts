import { GatewayError, invalidInput, type MetaError } from '../domain/errors.ts';
import type { Answer, CloudApi, NumberFacts } from '../ports/cloud-api.ts';

/** A number as its tenant claims it: with the token that reaches it, and the account that it belongs to. */
export interface Claimed {
  readonly accessToken: string;
  readonly phoneNumberId: string;
  readonly wabaId: string;
}

export type AskedApi = Pick<CloudApi, 'describeNumber' | 'describeAccount' | 'hasNumber'>;

/** What Meta says now of one part of a connection. */
export interface ConnectionCheck {
  readonly what: 'TOKEN' | 'NUMBER' | 'ACCOUNT';
  readonly ok: boolean;
  /** In a sentence; never holds a secret. */
  readonly detail: string;
  /** Null when all is well, or when Meta could not be asked. */
  readonly error: MetaError | null;
}

/** A transient failure of Meta's: nobody can say what is wrong. */
const TRANSIENT_CODES: ReadonlySet<number> = new Set([1, 2]);
const TOKEN_CODES: ReadonlySet<number> = new Set([0, 104, 190]);

/**
 * Asks Meta whether the token reaches the number and the account, and whether the one belongs to the other. Answers with what
 * Meta tells of the number. REJECTED_BY_META, INVALID_INPUT (`wabaId`), META_UNAVAILABLE.
 */
export async function askedOf(cloudApi: AskedApi, claimed: Claimed): Promise<NumberFacts> {
  const number = told(await cloudApi.describeNumber(claimed), 'phoneNumberId');
  told(await cloudApi.describeAccount(claimed), 'wabaId');
  if (told(await cloudApi.hasNumber(claimed, claimed.phoneNumberId), 'wabaId')) return number;
  throw invalidInput(
    'wabaId',
    'Meta lists no such number in this account.',
    'Give the id of the account it belongs to.',
  );
}

function told<T>(answer: Answer<T>, field: string): T {
  if (answer.ok) return answer.value;
  const { error, reason } = answer;
  if (error === null || error.retryable || TRANSIENT_CODES.has(error.code)) {
    throw new GatewayError('META_UNAVAILABLE', `Meta could not be asked: ${reason}`, {
      retryable: true,
      action: 'Try again in a moment; nothing was changed.',
    });
  }
  const { action, details, meaning, title } = error;
  throw new GatewayError(
    'REJECTED_BY_META',
    [`${title}: ${meaning}`, ...(details === null ? [] : [details])].join(' '),
    {
      field: TOKEN_CODES.has(error.code) ? 'accessToken' : field,
      meta: error,
      action,
      retryable: false,
    },
  );
}

/** The same questions, each with its own answer, for people to see what is wrong. `number` is null when Meta told nothing. */
export async function checkConnection(
  cloudApi: AskedApi,
  claimed: Claimed,
): Promise<{ readonly checks: readonly ConnectionCheck[]; readonly number: NumberFacts | null }> {
  const [number, account, member] = await Promise.all([
    cloudApi.describeNumber(claimed),
    cloudApi.describeAccount(claimed),
    cloudApi.hasNumber(claimed, claimed.phoneNumberId),
  ]);
  const facts = number.ok ? number.value : null;
  const { display, verifiedName } = facts ?? {};
  const numberCheck = check(
    'NUMBER',
    number,
    `Meta knows the number ${display} (${verifiedName ?? 'no verified name'}).`,
  );
  const belongs = member.ok && !member.value ? notListed() : member;
  const accountCheck = check(
    'ACCOUNT',
    account.ok ? belongs : account,
    `The number belongs to the account "${account.ok ? account.value.name : ''}".`,
  );
  return { number: facts, checks: [tokenCheck([number, account, member]), numberCheck, accountCheck] };
}

/** The token is good when Meta answered any question with it, or refused one for another reason. */
function tokenCheck(answers: readonly Answer<unknown>[]): ConnectionCheck {
  const refused = answers.find((one) => !one.ok && one.error !== null && TOKEN_CODES.has(one.error.code));
  if (refused !== undefined) return check('TOKEN', refused, '');
  const judged = answers.find((one) => one.ok || one.error !== null);
  return check(
    'TOKEN',
    judged === undefined ? (answers[0] ?? notListed()) : { ok: true, value: null },
    'Meta takes the token.',
  );
}

function check(what: ConnectionCheck['what'], answer: Answer<unknown>, good: string): ConnectionCheck {
  if (answer.ok) return { what, ok: true, detail: good, error: null };
  return { what, ok: false, detail: answer.reason, error: answer.error };
}

function notListed(): Answer<never> {
  return { ok: false, reason: 'Meta lists no such number in this account.', error: null };
}
