import { ControlError } from './control-error.ts';
import { type ErrorPlace, errorCode } from './error-codes.ts';
import { GraphError } from './graph-errors.ts';
import type { User } from './users.ts';

export type FaultyCall = 'messages' | 'media' | 'templates' | 'account';

/** What goes wrong on demand, and for whom. What is left out of the conditions fits everything. */
export interface Fault {
  call: FaultyCall | 'any';
  /** `answer`: the call is refused. `status`: it is accepted, and a `failed` status follows. */
  when: ErrorPlace;
  /** With `status`: the last status before the failure. Meta can fail a message that was sent. */
  after?: 'sent' | 'delivered' | undefined;
  code?: number | undefined;
  subcode?: number | undefined;
  details?: string | undefined;
  httpStatus?: number | undefined;
  transient?: boolean | undefined;
  /** Seconds, as the header `Retry-After`. */
  retryAfter?: number | undefined;
  /** The connection breaks instead of carrying the answer, whatever the answer is. */
  dropAnswer: boolean;
  /** The answer comes so much later than the deed. */
  delayMs: number;
  /** Digits or a user id; a `*` at the end fits all that begin so. */
  to?: string | undefined;
  /** A phone number id. */
  number?: string | undefined;
  template?: string | undefined;
}

/** A fault under its id, with what is left of it. */
export interface FaultRule extends Fault {
  id: string;
  /** How often it will strike still; null: always. */
  left: number | null;
  hits: number;
}

/** What is known of a call when a fault is looked for. */
export interface CallFacts {
  call: FaultyCall;
  number?: string | undefined;
  user?: User | undefined;
  template?: string | undefined;
}

const MOST_RULES = 100;

/** Numbers whose last six digits are a code: `status` first, `answer` second. */
export const codeNumbers: Readonly<Record<ErrorPlace, string>> = { status: '9647708', answer: '9647709' };

const plain = { call: 'messages', dropAnswer: false, delayMs: 0 } as const;

/** The rules by which calls fail, the oldest first. */
export class Faults {
  #rules: FaultRule[] = [];
  #lastId = 0;

  /** Throws `ControlError` when there are too many. `left` null: strikes until it is deleted. */
  add(fault: Fault, left: number | null): FaultRule {
    const spent = this.#rules.findIndex((rule) => rule.left === 0);
    if (this.#rules.length >= MOST_RULES && spent >= 0) this.#rules.splice(spent, 1);
    if (this.#rules.length >= MOST_RULES) {
      throw new ControlError(`There are ${MOST_RULES} faults already. DELETE /sandbox/faults first.`);
    }
    const rule = { id: `fault_${++this.#lastId}`, ...fault, left, hits: 0 };
    this.#rules.push(rule);
    return rule;
  }

  list(): readonly FaultRule[] {
    return this.#rules;
  }

  /** Removes one rule, or all. How many went. */
  remove(id?: string): number {
    const before = this.#rules.length;
    this.#rules = id === undefined ? [] : this.#rules.filter((rule) => rule.id !== id);
    return before - this.#rules.length;
  }

  /** The fault that strikes this call now, used up by one. */
  take(when: ErrorPlace, facts: CallFacts): Fault | undefined {
    const rule = this.#rules.find((one) => one.when === when && one.left !== 0 && fits(one, facts));
    if (rule === undefined) return inNumber(when, facts);
    rule.hits++;
    if (rule.left !== null) rule.left--;
    return rule;
  }
}

function fits(rule: Fault, { call, number, user, template }: CallFacts): boolean {
  if (rule.call !== 'any' && rule.call !== call) return false;
  if (rule.number !== undefined && rule.number !== number) return false;
  if (rule.template !== undefined && rule.template !== template) return false;
  const { to } = rule;
  if (to === undefined) return true;
  const names = [user?.phone, user?.userId].filter((name) => name !== undefined);
  return names.some((name) => (to.endsWith('*') ? name.startsWith(to.slice(0, -1)) : name === to));
}

/** People whose number holds a code of Meta's table are unreachable with that code. */
function inNumber(when: ErrorPlace, { user }: CallFacts): Fault | undefined {
  const head = codeNumbers[when];
  if (user?.phone?.startsWith(head) !== true || user.phone.length !== head.length + 6) return undefined;
  const code = Number(user.phone.slice(head.length));
  return errorCode(code) === undefined ? undefined : { ...plain, when, code };
}

/** The details of a failure on demand. */
export function detailsOf(fault: Fault): string {
  return fault.details ?? 'Sandbox: made to fail (see GET /sandbox/faults).';
}

/** A call refused by a fault. Without a code it is not Graph that answers but what stands before it, in HTML. */
export class FaultError extends GraphError {
  readonly fault: Fault;

  constructor(fault: Fault) {
    const { subcode, httpStatus: http, transient } = fault;
    super(fault.code ?? 1, detailsOf(fault), { subcode, http, transient });
    this.fault = fault;
  }
}

/** Whether a fault refuses the call; otherwise the call is done and only its answer suffers. */
export function refuses({ code, httpStatus }: Fault): boolean {
  return code !== undefined || httpStatus !== undefined;
}
