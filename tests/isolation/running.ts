import { schema } from '../../src/transport/graphql/schema.ts';
import { type Seen, seenOf } from './comparing.ts';
import { type Ids, OPERATIONS, samplesOf } from './graphql-recipes.ts';
import { argumentsOf, type Place, putAt, split } from './places.ts';
import { selectionOf } from './selection.ts';
import type { Side } from './tenant-story.ts';
import type { World } from './world.ts';

/** How deep answers are looked into; an operation may have 2,000 tokens. */
const LEVELS = { Query: 3, Mutation: 2, Subscription: 2 };

function documentOf(operation: string, variables: object): string {
  const [root, field] = split(operation);
  const args = [...argumentsOf(schema, operation)].filter(([name]) => Object.hasOwn(variables, name));
  const declared = args.map(([name, type]) => `$${name}: ${type}`).join(', ');
  const given = args.map(([name]) => `${name}: $${name}`).join(', ');
  const type = schema.getRootType(KINDS[root])?.getFields()[field]?.type;
  const selected = type === undefined ? '' : selectionOf(schema, type, LEVELS[root]);
  const brackets = (text: string) => (text === '' ? '' : `(${text})`);
  return `${KINDS[root]} Asked${brackets(declared)} { ${field}${brackets(given)} ${selected} }`;
}

const KINDS = { Query: 'query', Mutation: 'mutation', Subscription: 'subscription' } as const;

/** Runs an operation as a tenant. Of a subscription its first event is seen, or its end. */
export async function run(world: World, side: Side, operation: string, variables: object): Promise<Seen> {
  const body = { query: documentOf(operation, variables), variables };
  if (!operation.startsWith('Subscription')) return seenOf(await world.call(side.key, 'POST', '/graphql', body));
  const response = await world.call(side.key, 'POST', '/graphql', body, { accept: 'text/event-stream' });
  return { status: response.status, body: await firstEvent(response) };
}

async function firstEvent(response: Response): Promise<string> {
  let text = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    const [event] = /^event: \w+\ndata:.*\n\n/m.exec(text) ?? [];
    if (event !== undefined) return event;
  }
  return text;
}

export function variablesWith(side: Side, { operation, path, name }: Place, ids: Ids, value: string): object {
  const [arg = '', ...rest] = path;
  const type = argumentsOf(schema, operation).get(arg);
  if (type === undefined) throw new Error(`${name} is no place of the schema`);
  const before: Readonly<Record<string, unknown>> = (ids.variables ?? OPERATIONS[operation])?.(side.ids) ?? {};
  return { ...before, [arg]: putAt(type, before[arg], rest, ids.as?.(value) ?? value, samplesOf(side)) };
}
