import type { Scope } from '../../domain/tenant.ts';
import { builder } from './builder.ts';

const SCOPES: Readonly<Record<Scope, { description: string }>> = {
  send: { description: 'May send messages.' },
  read: { description: 'May read messages, conversations and events.' },
  manage: { description: 'May manage keys, numbers, templates and webhook endpoints.' },
};

export const ScopeEnum = builder.enumType('Scope', { description: 'What a key may do.', values: SCOPES });
