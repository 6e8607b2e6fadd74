import { byNamespace } from './messages.ts';

export const messages = byNamespace(
  import.meta.glob<object>('../messages/ar/*.json', { eager: true, import: 'default' }),
);
