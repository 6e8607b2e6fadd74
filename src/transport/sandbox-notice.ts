/** What every page and every answer of a sandbox says. */
export const SANDBOX_NOTICE = 'Sandbox: nothing is sent to WhatsApp';
