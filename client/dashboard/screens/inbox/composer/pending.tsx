/** What was written here and the gateway has not named yet, behind the thread's last message. */
export function PendingSends(_props: { readonly conversationId: string }) {
  return null;
}
