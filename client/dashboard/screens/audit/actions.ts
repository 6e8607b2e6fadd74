/** What the audit log tells of; an action of a later release is shown by its own name. */
export const ACTIONS = [
  'tenant.create',
  'tenant.update',
  'api_key.issue',
  'api_key.rotate',
  'api_key.revoke',
  'phone_number.add',
  'phone_number.bind',
  'phone_number.assign',
  'phone_number.update',
  'phone_number.set_rate',
  'phone_number.remove',
  'unrouted.assign',
  'template.create',
  'template.delete',
  'template.sync',
  'message.cancel',
  'message.resolve',
  'media.retry',
  'session.sign_in',
  'session.sign_out',
  'session.refused',
] as const;
export type Action = (typeof ACTIONS)[number];

export function isKnown(action: string): action is Action {
  return ACTIONS.some((known) => known === action);
}

/** Its key among the texts, where a dot divides. */
export function wordOf(action: Action): string {
  return action.replace('.', '_');
}

export interface Change {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What was changed, by setting; nothing where it was told otherwise, or where it was and is not set. */
export function changesOf(changes: unknown): readonly Change[] {
  if (typeof changes !== 'object' || changes === null) return [];
  return Object.entries(changes)
    .map(([name, change]: [string, unknown]): Change => {
      if (typeof change !== 'object' || change === null) return { name, before: undefined, after: change };
      return { name, before: Reflect.get(change, 'before'), after: Reflect.get(change, 'after') };
    })
    .filter(({ after, before }) => shortly(before) !== NOTHING || shortly(after) !== NOTHING);
}

/** Whether a value is a moment in epoch ms: settings name theirs `…At` or `…Until`. */
export function isMoment({ name }: Pick<Change, 'name'>, value: unknown): value is number {
  return typeof value === 'number' && /(?:At|Until)$/.test(name);
}

const NOTHING = '–';

/** A value of a setting in a line; what is not set is left out. */
export function shortly(value: unknown): string {
  if (typeof value === 'string') return value === '' ? NOTHING : value;
  if (typeof value !== 'object') return value === undefined ? NOTHING : String(value);
  if (Array.isArray(value)) return value.length === 0 ? NOTHING : value.map(shortly).join(', ');
  const set = Object.entries(value ?? {}).filter(([, one]: [string, unknown]) => one !== null);
  return set.length === 0
    ? NOTHING
    : set.map(([name, one]: [string, unknown]) => `${name}: ${shortly(one)}`).join(', ');
}
