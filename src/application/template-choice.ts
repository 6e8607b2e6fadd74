import { GatewayError, invalidInput } from '../domain/errors.ts';
import { isJsonObject, type Json } from '../domain/json.ts';
import type { MessageContent } from '../domain/message.ts';
import type { Template } from '../domain/tenant.ts';
import { refuseCredentials } from './content-credentials.ts';
import { misfitOf, unusable } from './template-check.ts';
import { definitionOf, placeholdersOf } from './template-definition.ts';
import type { TemplateList } from './template-list.ts';
import { componentsOf, type TemplateParameters } from './template-parameters.ts';

/** Which template to send, and what fills it. */
export interface TemplateChoice {
  readonly name: string;
  /** Null: the template's only language, else en_US. */
  readonly language: string | null;
  /** The short form, or Meta's own `components`; at most one of the two. */
  readonly parameters: TemplateParameters | null;
  readonly components: readonly Json[] | null;
}

/** What is sent, and why it cannot be. */
interface Judged {
  readonly content: MessageContent;
  readonly problem: GatewayError | null;
}

/**
 * The message of a template, checked against what is known of it. INVALID_INPUT; TEMPLATE_MISMATCH names the parameter
 * that does not fit. `templates` are those of
 * the sending number's account; null for one that we do not know, and a template may be unknown: Meta then
 * judges alone. Definitions change, so what does not fit is looked at again before it is refused.
 */
export async function templateContent(
  choice: TemplateChoice,
  templates: Pick<TemplateList, 'named' | 'namedLately'> | null,
): Promise<MessageContent> {
  const { name, parameters } = choice;
  if (!/^[a-z0-9_]{1,512}$/.test(name)) {
    throw invalidInput(
      'template.name',
      `"${name.slice(0, 64)}" is not the name of a template.`,
      'Template names are lower-case letters, digits and underscores, such as hello_world.',
    );
  }
  if (parameters !== null && choice.components !== null) {
    throw invalidInput('template.components', 'Give either `parameters` or `components`, not both.');
  }
  if (choice.components !== null) refuseCredentials('template.components', choice.components);
  const components = choice.components ?? (parameters === null ? [] : componentsOf(parameters));
  if (templates === null) return judge(choice, components, []).content;
  const first = judge(choice, components, await templates.named(name));
  if (first.problem === null) return first.content;
  const lately = await templates.namedLately(name);
  const second = judge(choice, components, lately ?? []);
  if (second.problem !== null) throw second.problem;
  return lately === null ? first.content : second.content;
}

function judge(choice: TemplateChoice, components: readonly Json[], known: readonly Template[]): Judged {
  const { name } = choice;
  const only = known.length === 1 ? known[0]?.language : undefined;
  const language = choice.language ?? only ?? 'en_US';
  const template = known.find((one) => one.language === language);
  if (template === undefined) {
    const content: MessageContent = { kind: 'template', name, language, components };
    return { content, problem: known.length === 0 ? null : unknownLanguage(name, language, known) };
  }
  const named = choice.components === null ? withHeaderName(template, components) : components;
  const content: MessageContent = { kind: 'template', name, language, components: named };
  const closed = unusable(template);
  if (closed !== null) {
    const { message, action } = closed;
    return { content, problem: new GatewayError('TEMPLATE_MISMATCH', message, { field: 'template.name', action }) };
  }
  const misfit = misfitOf(template, named);
  if (misfit === null) return { content, problem: null };
  const { parameter, message, action } = misfit;
  const short = choice.components === null && parameter !== null && /^(?:header|body|buttons)\b/.test(parameter);
  const field = short ? `parameters.${parameter}` : 'template.components';
  const details = { field, action, ...(parameter !== null && { parameter }) };
  return { content, problem: new GatewayError('TEMPLATE_MISMATCH', message, details) };
}

function unknownLanguage(name: string, language: string, known: readonly Template[]): GatewayError {
  const languages = known.map((one) => one.language).join(', ');
  return new GatewayError('TEMPLATE_MISMATCH', `The template "${name}" is not there in ${language}.`, {
    field: 'template.language',
    action: `Give one of its languages: ${languages}.`,
  });
}

/** The short form gives a header's text without its name, which Meta wants where placeholders have names. */
function withHeaderName(template: Template, components: readonly Json[]): readonly Json[] {
  const { header, parameterFormat } = definitionOf(template);
  const placeholders = header?.format === 'TEXT' ? placeholdersOf(header.text, parameterFormat) : null;
  const name = placeholders?.named === true ? placeholders.names[0] : undefined;
  if (name === undefined) return components;
  return components.map((component) => {
    if (!isJsonObject(component) || component['type'] !== 'header' || !Array.isArray(component['parameters'])) {
      return component;
    }
    const parameters = component['parameters'].map((one: Json) =>
      isJsonObject(one) && one['type'] === 'text' ? { ...one, parameter_name: name } : one,
    );
    return { ...component, parameters };
  });
}
