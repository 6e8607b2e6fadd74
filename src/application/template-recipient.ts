import type { Address } from '../domain/contact.ts';
import { GatewayError } from '../domain/errors.ts';
import type { MessageContent } from '../domain/message.ts';
import type { Template } from '../domain/tenant.ts';
import { definitionOf, upper } from './template-definition.ts';

/**
 * Refuses a one-time code to a user id: Meta sends authentication templates that copy or fill in their code to phone
 * numbers only (131062). What is not known of the template is Meta's to judge. TEMPLATE_MISMATCH.
 */
export async function refuseCodeToUserId(
  to: Address,
  content: MessageContent,
  named: (name: string) => Promise<readonly Template[]>,
): Promise<void> {
  if (!('userId' in to) || content.kind !== 'template') return;
  const { name, language } = content;
  const template = (await named(name)).find((one) => one.language === language);
  if (template === undefined || !handsOverCode(template)) return;
  throw new GatewayError(
    'TEMPLATE_MISMATCH',
    `The authentication template "${name}" cannot go to a user id: WhatsApp delivers one-time codes to phone numbers only (131062).`,
    {
      field: 'to',
      action: 'Send it to the phone number; a template with a REQUEST_CONTACT_INFO button asks the person for it.',
    },
  );
}

/** Its button copies the code or fills it in. Meta lists such a button as OTP, or as a URL that holds its kind. */
function handsOverCode(template: Template): boolean {
  if (template.category.toUpperCase() !== 'AUTHENTICATION') return false;
  return definitionOf(template).buttons.some(({ type, url }) => {
    if (['OTP', 'COPY_CODE'].includes(upper(type))) return true;
    return upper(type) === 'URL' && typeof url === 'string' && url.includes('otp_type=');
  });
}
