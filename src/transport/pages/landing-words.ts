import { ARABIC } from './landing-words-ar.ts';
import type { Language } from './preferences.ts';

/** The words of `/` in one language. Where words are code they are the same in all. */
export interface LandingWords {
  readonly skip: string;
  readonly otherLanguage: string;
  readonly eyebrow: string;
  /** In two lines. */
  readonly title: readonly [string, string];
  readonly lead: string;
  readonly portal: {
    readonly eyebrow: string;
    readonly title: string;
    readonly text: string;
    readonly checks: readonly string[];
    readonly quick: string;
    readonly enter: string;
    readonly key: string;
    readonly wrong: string;
    readonly signIn: string;
    readonly open: string;
    readonly ended: string;
    readonly needsScript: string;
    /** When the gateway cannot answer, and when it refuses for now. */
    readonly unreachable: string;
    readonly later: string;
  };
  readonly endpoints: {
    readonly eyebrow: string;
    readonly title: string;
    readonly send: string;
    readonly reply: string;
    readonly verify: string;
    readonly receive: string;
  };
  readonly architecture: {
    readonly eyebrow: string;
    readonly title: string;
    readonly standard: readonly [string, string];
    readonly direct: readonly [string, string];
  };
  readonly start: {
    readonly eyebrow: string;
    readonly title: string;
    readonly forms: string;
    readonly client: string;
    readonly copy: string;
    readonly copied: string;
  };
  readonly security: { readonly eyebrow: string; readonly title: string };
  readonly support: {
    readonly eyebrow: string;
    readonly title: string;
    readonly text: string;
    readonly contact: string;
  };
}

/** Copy, word for word. */
const ENGLISH: LandingWords = {
  skip: 'Skip to content',
  otherLanguage: 'العربية',
  eyebrow: '⚡ Production Ready · Multi-Tenant · Real-Time',
  title: ['Dijla WhatsApp', 'Cloud API Gateway'],
  lead: 'Dispatch template messages, run live chat sessions, and stream inbound messages in real-time — built for Dijla Tech LLC.',
  portal: {
    eyebrow: 'Client Portal',
    title: 'Access Your Dashboard',
    text: 'Already have an API key? Log in to your dashboard to send messages, monitor live chat, and track delivery status in real time.',
    checks: [
      '✓ Send template & session messages',
      '✓ Monitor delivery status in real-time',
      '✓ View complete message history',
      '✓ Live inbound message stream',
    ],
    quick: 'Quick Access',
    enter: 'Enter your API key to go directly to your dashboard',
    key: 'API key',
    wrong: 'Invalid API key. Contact support to get your key.',
    signIn: 'Sign in',
    open: 'Open dashboard',
    ended: 'Your session has ended: it was idle for long, or its key was revoked. Sign in to go on.',
    needsScript: 'Signing in needs JavaScript.',
    unreachable: 'The gateway does not answer. Check your connection and try again.',
    later: 'The gateway cannot sign you in now. Try again in a minute.',
  },
  endpoints: {
    eyebrow: 'API Reference',
    title: 'Available Endpoints',
    send: 'Dispatch a pre-approved WhatsApp Template message. Supports master fallback and direct tenant credentials.',
    reply: "Send a free-form session reply within Meta's 24-hour live chat window. Supports text, image, audio, video.",
    verify: 'Meta Webhook verification handshake. Validates hub.verify_token and echoes the hub.challenge.',
    receive:
      'Receives real-time events from Meta (inbound messages, delivery statuses) and broadcasts them via Socket.io.',
  },
  architecture: {
    eyebrow: 'Architecture',
    title: 'Hybrid Multi-Tenant Model',
    standard: [
      'Standard Tenants',
      "Clients rent Dijla Tech's official verified numbers. No whatsappConfig needed — the gateway automatically falls back to master credentials in .env.",
    ],
    direct: [
      'Direct Tenants',
      'Clients supply their own Meta credentials (accessToken + phoneNumberId) in the request payload and route through their own verified business numbers.',
    ],
  },
  start: {
    eyebrow: 'Quick Start',
    title: 'Send Your First Message',
    forms: 'Ways to send',
    client: 'Typed client',
    copy: 'Copy',
    copied: 'Copied',
  },
  security: { eyebrow: 'Security', title: 'Authentication' },
  support: {
    eyebrow: 'Support',
    title: 'Need Help?',
    text: 'Our team is ready to help you integrate and scale your WhatsApp messaging.',
    contact: 'Contact support',
  },
};

export const LANDING_WORDS: Readonly<Record<Language, LandingWords>> = { en: ENGLISH, ar: ARABIC };
