import type { IncomingHttpHeaders } from 'node:http';
import type { TemplateCommand } from '../../application/send.ts';
import type { Json } from '../../domain/json.ts';
import { BodyReader, isAbsent, type Warning } from './body.ts';
import { orNull, readCommon, readEnvelope } from './message.ts';
import { languageShape, parametersShape, type SendMessage, sendMessageShape, templateShape } from './shapes.ts';

/** A body of `/send`, read: the command, what was ignored, and how the caller wrote fields with several spellings. */
export interface ReadSend {
  readonly command: TemplateCommand;
  readonly warnings: readonly Warning[];
  readonly written: Readonly<Record<string, string>>;
}

/** Takes our short form and Meta's `{ template: { name, language: { code }, components } }`. INVALID_INPUT. */
export function readSend(body: unknown, headers: IncomingHttpHeaders): ReadSend {
  const reader = new BodyReader();
  const envelope = readEnvelope(reader, body);
  const message = reader.read(sendMessageShape, envelope.message, 'message', ['to']);
  const { template, parameters } = message;
  reader.noteUnknown(templateShape, template, 'message.template');
  reader.noteUnknown(languageShape, template?.language, 'message.template.language');
  reader.noteUnknown(parametersShape, parameters, 'message.parameters');
  const metaShape = isAbsent(message.templateName) && template !== undefined && template !== null;
  if (metaShape) reader.requireOneOf(templateShape, template, 'message.template', ['name']);
  else reader.requireOneOf(sendMessageShape, message, 'message', ['templateName']);
  return {
    command: { ...readCommon(reader, message, envelope.whatsappConfig, headers), template: templateOf(message) },
    warnings: reader.warnings,
    written: metaShape
      ? { 'template.name': 'message.template.name', 'template.components': 'message.template.components' }
      : {},
  };
}

function templateOf({ templateName, languageCode, components, parameters, template }: SendMessage) {
  const language = template?.language;
  const short = parametersOf(parameters);
  const long = components ?? template?.components ?? null;
  return {
    name: orNull(templateName) ?? template?.name ?? '',
    language: orNull(languageCode) ?? orNull(typeof language === 'string' ? language : language?.code),
    parameters: short,
    // An empty list beside parameters says nothing; callers leave it in from the example.
    components: short !== null && long?.length === 0 ? null : long,
  };
}

/** A list alone means the body's parameters; an empty object or list means none. */
function parametersOf(parameters: SendMessage['parameters']): TemplateCommand['template']['parameters'] {
  if (parameters === undefined || parameters === null) return null;
  if (isList(parameters)) return parameters.length === 0 ? null : { body: parameters };
  const { header, body, buttons } = parameters;
  if (!header && !body && !buttons) return null;
  return { header: header ?? undefined, body: body ?? undefined, buttons: buttons ?? undefined };
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
