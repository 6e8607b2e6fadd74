import { byNamespace } from './messages.ts';

export const messages = byNamespace(
  import.meta.glob<object>('../messages/en/*.json', { eager: true, import: 'default' }),
);
