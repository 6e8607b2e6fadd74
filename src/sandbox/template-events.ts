import type { Account } from './accounts.ts';
import { announce, type Parts } from './parts.ts';
import type { Template } from './templates.ts';

/** Why a status changed, as far as Meta tells. */
export interface StatusDetail {
  reason?: string | undefined;
  /** `other_info`. */
  title?: string | undefined;
  description?: string | undefined;
  /** `rejection_info.recommendation`. */
  recommendation?: string | undefined;
}

/** Template webhooks carry the time in the entry, and the id as an integer (see `encodeBody`). */
function tell(parts: Parts, account: Account, template: Template, field: string, value: object): Promise<void> {
  const named = {
    message_template_id: template.id,
    message_template_name: template.name,
    message_template_language: template.language,
  };
  return announce(parts, account, { field, time: Math.floor(Date.now() / 1000), value: { ...value, ...named } });
}

/** `message_template_status_update`. */
export function tellStatus(
  parts: Parts,
  account: Account,
  template: Template,
  event: string,
  detail: StatusDetail = {},
): Promise<void> {
  const { reason = 'NONE', title, description = '', recommendation } = detail;
  const today = Math.floor(Date.now() / 1000);
  return tell(parts, account, template, 'message_template_status_update', {
    event,
    message_template_category: template.category,
    reason,
    ...(title === undefined ? {} : { other_info: { title, description } }),
    ...(event === 'DISABLED' ? { disable_info: { disable_date: today } } : {}),
    ...(recommendation === undefined ? {} : { rejection_info: { reason: description, recommendation } }),
  });
}

/** `message_template_quality_update`. */
export function tellQuality(parts: Parts, account: Account, template: Template, previous: string): Promise<void> {
  return tell(parts, account, template, 'message_template_quality_update', {
    previous_quality_score: previous,
    new_quality_score: template.quality_score.score,
  });
}

/** `template_category_update`: the notice a day before. Meta puts the current category under `new_category`. */
export function tellCategoryNotice(parts: Parts, account: Account, template: Template, to: string): Promise<void> {
  return tell(parts, account, template, 'template_category_update', {
    new_category: template.category,
    correct_category: to,
    category_update_timestamp: Math.floor(Date.now() / 1000) + 24 * 3600,
  });
}

/** `template_category_update`: the category has changed. */
export function tellCategory(parts: Parts, account: Account, template: Template): Promise<void> {
  return tell(parts, account, template, 'template_category_update', {
    previous_category: template.previous_category,
    new_category: template.category,
  });
}

/** `template_correct_category_detection`: a hint that the category is wrong. */
export function tellCorrectCategory(parts: Parts, account: Account, template: Template): Promise<void> {
  return tell(parts, account, template, 'template_correct_category_detection', {
    category: template.category,
    correct_category: template.correct_category,
  });
}

/** `message_template_components_update`: the texts as they are after an edit. */
export function tellComponents(parts: Parts, account: Account, template: Template): Promise<void> {
  const value: Record<string, unknown> = {};
  for (const component of template.components) {
    if (component.type === 'BODY') value['message_template_element'] = component.text;
    if (component.type === 'HEADER' && component.text !== undefined) value['message_template_title'] = component.text;
    if (component.type === 'FOOTER') value['message_template_footer'] = component.text;
    if (component.type === 'BUTTONS') {
      value['message_template_buttons'] = component.buttons.map((button) => ({
        message_template_button_type: button.type,
        message_template_button_text: 'text' in button ? button.text : undefined,
        message_template_button_url: 'url' in button ? button.url : undefined,
        message_template_button_phone_number: 'phone_number' in button ? button.phone_number : undefined,
      }));
    }
  }
  return tell(parts, account, template, 'message_template_components_update', value);
}
