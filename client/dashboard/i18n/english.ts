import { byNamespace } from './messages.ts';

export const messages = byNamespace(
  import.meta.glob<object>(['../messages/en/*.json', '!../messages/en/errors.json'], {
    eager: true,
    import: 'default',
  }),
);
