import type { Json, JsonObject } from '../domain/json.ts';
import { type TemplateDefinition, upper } from './template-definition.ts';
import type { GivenComponent, Misfit } from './template-given.ts';

/** Meta: 15 on one page, 20 on another. What is longer than both is surely refused. */
const COUPON_LIMIT = 20;

/** What a kind of button takes. */
interface Rule {
  /** Under which name the short form gives it. */
  readonly key: 'payload' | 'url' | 'code' | 'flow';
  readonly subType: string;
  readonly required: boolean;
  /** The parameter's member that holds its value. */
  readonly member: string;
}

const RULES: Readonly<Record<string, Rule>> = {
  QUICK_REPLY: { key: 'payload', subType: 'QUICK_REPLY', required: false, member: 'payload' },
  URL: { key: 'url', subType: 'URL', required: true, member: 'text' },
  OTP: { key: 'url', subType: 'URL', required: true, member: 'text' },
  COPY_CODE: { key: 'code', subType: 'COPY_CODE', required: true, member: 'coupon_code' },
  FLOW: { key: 'flow', subType: 'FLOW', required: false, member: 'action' },
};
const SUB_TYPES = Object.values(RULES).map(({ subType }) => subType);

/** What of the buttons' parameters does not fit. Kinds of button that are not listed here are Meta's to judge. */
export function* buttonMisfits(
  { buttons, understood }: TemplateDefinition,
  given: readonly GivenComponent[],
  at: string,
): Generator<Misfit> {
  const sent = given.filter(({ type }) => type === 'BUTTON');
  if (sent.some(({ index }) => index === null)) return;
  for (const [place, button] of buttons.entries()) {
    const mine = sent.filter(({ index }) => index === place);
    if (mine.length < 2) yield* oneMisfits(button, mine[0], `${at}buttons[${place}]`);
  }
  const beyond = sent.find(({ index }) => index !== null && index >= buttons.length);
  if (beyond === undefined || !understood) return;
  yield {
    parameter: `${at}buttons[${beyond.index}]`,
    message: buttons.length === 0 ? 'The template has no buttons.' : `The template has ${buttons.length} buttons.`,
    action: `Leave \`${at}buttons[${beyond.index}]\` out; buttons are counted from 0.`,
  };
}

function* oneMisfits(button: JsonObject, sent: GivenComponent | undefined, path: string): Generator<Misfit> {
  const kind = upper(button['type']);
  const parameters = sent === undefined ? [] : sent.parameters;
  if (parameters === null) return;
  if (kind === 'PHONE_NUMBER' || (kind === 'URL' && !String(button['url']).includes('{{'))) {
    if (parameters.length === 0) return;
    yield { parameter: path, message: 'This button of the template takes no parameter.', action: `Leave it out.` };
    return;
  }
  const rule = Object.hasOwn(RULES, kind) ? RULES[kind] : undefined;
  if (rule === undefined) return;
  const parameter = `${path}.${rule.key}`;
  const wrong = (message: string, action = `Give \`${parameter}\`.`): Misfit => ({ parameter, message, action });
  const [first] = parameters;
  if (first === undefined) {
    if (rule.required) yield wrong(`This button of the template needs \`${rule.key}\`; none was given.`);
    return;
  }
  const subType = sent?.subType ?? '';
  if (subType !== rule.subType) {
    if (!SUB_TYPES.includes(subType)) return;
    const found = Object.values(RULES).find((one) => one.subType === subType)?.key ?? subType;
    yield wrong(`This button of the template takes \`${rule.key}\`; \`${found}\` was given.`);
    return;
  }
  if (parameters.length > 1) yield wrong(`This button takes one parameter, not ${parameters.length}.`);
  yield* valueMisfits(rule, first[rule.member], wrong);
}

function* valueMisfits(
  { key, required }: Rule,
  value: Json | undefined,
  wrong: (message: string, action?: string) => Misfit,
): Generator<Misfit> {
  if (required && (value === undefined || value === null || value === '')) yield wrong(`The button's ${key} is empty.`);
  if (key !== 'code' || typeof value !== 'string') return;
  const { length } = [...value];
  if (length <= COUPON_LIMIT) return;
  yield wrong(`A code to copy has at most ${COUPON_LIMIT} characters; this has ${length}.`, 'Give a shorter code.');
}
