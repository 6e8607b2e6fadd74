import type { TemplateParametersInput } from '../../../../generated/graphql.ts';
import { listOf, membersOf, readFile } from '../drafts/draft.ts';
import type { Outgoing, OutgoingContent } from './outgoing.ts';

/** A message that storage held; null when it is none. What it says the gateway judges anew. */
export function readOutgoing(value: unknown): Outgoing | null {
  const { content, replyTo } = membersOf(value);
  const read = readContent(membersOf(content));
  return read === null ? null : { content: read, replyTo: typeof replyTo === 'string' ? replyTo : null };
}

function readContent(content: Readonly<Record<string, unknown>>): OutgoingContent | null {
  const { body, caption, components, file, kind, language, name, parameters, says } = content;
  if (kind === 'text') return typeof body === 'string' ? { kind, body } : null;
  if (kind === 'file') {
    const read = readFile(file);
    return read === null ? null : { kind, file: read, caption: typeof caption === 'string' ? caption : null };
  }
  if (kind !== 'template' || typeof name !== 'string' || typeof language !== 'string') return null;
  return {
    kind,
    name,
    language,
    parameters: readParameters(membersOf(parameters)),
    components: components ?? null,
    says: typeof says === 'string' ? says : '',
  };
}

function readParameters({
  body,
  buttons,
  header,
  namedBody,
}: Readonly<Record<string, unknown>>): TemplateParametersInput {
  return {
    ...(body === undefined ? {} : { body: listOf(body).map(String) }),
    ...(namedBody === undefined
      ? {}
      : {
          namedBody: listOf(namedBody)
            .map(membersOf)
            .map((one) => ({ name: String(one['name']), value: String(one['value']) })),
        }),
    ...(header == null ? {} : { header: headerOf(membersOf(header)) }),
    ...(buttons === undefined ? {} : { buttons: listOf(buttons).map(buttonOf) }),
  };
}

type Header = NonNullable<TemplateParametersInput['header']>;
type Button = NonNullable<TemplateParametersInput['buttons']>[number];

function headerOf(header: Readonly<Record<string, unknown>>): Header {
  if (typeof header['text'] === 'string') return { text: header['text'] };
  const { address, latitude, longitude, name } = membersOf(header['location']);
  if (typeof latitude === 'number' && typeof longitude === 'number') {
    return { location: { latitude, longitude, name: wordsOf(name), address: wordsOf(address) } };
  }
  const { filename, id } = membersOf(header['document'] ?? header['image'] ?? header['video']);
  if (header['video'] != null) return { video: { id: wordsOf(id) } };
  if (header['document'] != null) return { document: { id: wordsOf(id), filename: wordsOf(filename) } };
  return { image: { id: wordsOf(id) } };
}

function buttonOf(value: unknown): Button {
  const { code, flow, payload, url } = membersOf(value);
  if (typeof payload === 'string') return { payload };
  if (typeof url === 'string') return { url };
  if (typeof code === 'string') return { code };
  return flow == null ? null : { flow };
}

function wordsOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
