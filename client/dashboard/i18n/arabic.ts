import { byNamespace } from './messages.ts';

export const messages = byNamespace(
  import.meta.glob<object>(['../messages/ar/*.json', '!../messages/ar/errors.json'], {
    eager: true,
    import: 'default',
  }),
);
