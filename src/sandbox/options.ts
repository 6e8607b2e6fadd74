import type { IncomingMessage, ServerResponse } from 'node:http';

/** One WhatsApp Business Account: its own token and its own numbers, as with Meta. */
export interface SandboxAccount {
  wabaId: string;
  token: string;
  /** An app of its own, which signs and asks once the account's webhooks go to an address of their own. */
  app?: { appSecret: string; verifyToken: string };
  /** `id` is Meta's phone number id, `phone` is E.164 with `+`, `name` the verified name. */
  numbers: readonly { id: string; phone: string; name: string }[];
}

/** When things happen to an accepted message, in milliseconds after Meta accepted it. */
export interface Pace {
  sent: number;
  delivered: number;
  read: number;
  /** When a person who answers by script does so. Such a person reads early enough to answer after reading. */
  reply: number;
}

export interface SandboxOptions {
  /** Signs webhooks: `X-Hub-Signature-256`. */
  appSecret: string;
  /** Sent in the handshake as `hub.verify_token`. */
  verifyToken: string;
  /** The gateway's webhook. Asked anew at each delivery when it is a function. */
  callbackUrl: string | (() => string);
  accounts: readonly SandboxAccount[];
  /** Always on 127.0.0.1. Default 0: any free port. */
  port?: number;
  pace?: Pace;
  /** Milliseconds before each redelivery. Default: 1 s doubled up to 1 h, for 7 days in all (Meta's horizon). */
  retryDelays?: readonly number[];
  log?: (message: string, detail?: object) => void;
}

export interface Sandbox {
  /** Base for `META_GRAPH_URL`, for example `http://127.0.0.1:4123`. */
  url: string;
  /** Handles `/sandbox/*`. The caller authenticates, and hands the request over with its body unread. */
  control: (request: IncomingMessage, response: ServerResponse) => void;
  /** Meta's GET handshake with the callback; false when it was refused. The first delivery does it by itself. */
  verifyCallback(): Promise<boolean>;
  /** Resolves when no webhook is scheduled or under way. Waits through redeliveries. */
  idle(): Promise<void>;
  /** Stops timers and servers; drops what was still to be delivered. */
  close(): Promise<void>;
}

/** Within the promise made to developers: sent within 1 s, delivered within 3 s, read within 10 s. */
export const defaultPace: Pace = { sent: 300, delivered: 1200, read: 4000, reply: 1000 };
