import type { NewTemplate } from '../../src/application/template-new.ts';

export const BODY = { type: 'BODY', text: 'Your order {{1}} is here.', example: { body_text: [['77']] } };

/** A definition that Meta would take. */
export function made(over: Partial<NewTemplate> = {}): NewTemplate {
  return {
    ...{ name: 'order_here', language: 'en_US', category: 'UTILITY', parameterFormat: 'POSITIONAL' },
    ...{ components: [BODY], allowCategoryChange: null, messageSendTtlSeconds: null },
    ...over,
  };
}
