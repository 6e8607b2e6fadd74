import { createContext, use } from 'react';

/** The `conv_…` whose thread is shown. */
export const ConversationContext = createContext('');

export function useConversationId(): string {
  return use(ConversationContext);
}
