/** The button that opens a new chat. */
export function NewChat() {
  return null;
}
