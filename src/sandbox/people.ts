/** What happens to a message after Meta accepted it. */
export type Step = 'sent' | 'delivered' | 'read';

/** How a person, and Meta on the way to them, behaves. What is left out is ordinary: sent, delivered, read. */
export interface Script {
  /** The call itself answers this error: every time, or so many times before each call that is accepted. */
  refuses?: { code: number; times: number | 'always' };
  /** `lost`: accepted, but the connection breaks without an answer. `after-sent`: `sent` arrives before the answer. */
  answer?: 'lost' | 'after-sent';
  /** Accepted, then a `failed` status with this code and these details. */
  fails?: { code: number; details: string };
  /** The statuses in the order in which they arrive. */
  statuses?: readonly Step[];
  /** Each status arrives so many times. */
  copies?: number;
  /** Answers after reading: each template, and the first session message after it. */
  replies?: string;
}

export interface Person {
  /** Digits without `+`; null for someone known only by a business-scoped user id. */
  phone: string | null;
  userId: string | null;
  username: string | null;
  name: string;
  /** Shown to developers. */
  does: string;
  script: Script;
}

const phonePerson = { userId: null, username: null };

/** Everybody who does not behave as ordinary people do, and one who does. */
export const people: readonly Person[] = [
  {
    ...phonePerson,
    phone: '9647700000000',
    name: 'Ahmed Kareem',
    does: 'Ordinary, like every number that is not listed: sent, delivered, read. Writes only when you say so.',
    script: {},
  },
  {
    ...phonePerson,
    phone: '9647700000001',
    name: 'Noor Al-Rubaie',
    does: 'Never reads: sent, delivered, and that is all.',
    script: { statuses: ['sent', 'delivered'] },
  },
  {
    ...phonePerson,
    phone: '9647700000002',
    name: 'Hassan Jabbar',
    does: 'Is not on WhatsApp: accepted, then a failed status with 131026.',
    script: { fails: { code: 131026, details: 'Message undeliverable: the recipient is not a WhatsApp user.' } },
  },
  {
    ...phonePerson,
    phone: '9647700000003',
    name: 'Mustafa Salim',
    does: 'Rate-limited: two calls are refused with 131056, the third is accepted, and so on.',
    script: { refuses: { code: 131056, times: 2 } },
  },
  {
    ...phonePerson,
    phone: '9647700000004',
    name: 'Zainab Al-Jubouri',
    does: 'Reads within a second and answers, quoting: each template, and the first session message after it.',
    script: { replies: 'Thank you! شكراً جزيلاً 🌷' },
  },
  {
    ...phonePerson,
    phone: '9647700000005',
    name: 'Omar Fadhil',
    does: 'Gets enough marketing already: accepted, then a failed status with 131049.',
    script: {
      fails: { code: 131049, details: 'This message was not delivered to maintain healthy ecosystem engagement.' },
    },
  },
  {
    ...phonePerson,
    phone: '9647700000006',
    name: 'Sara Mahdi',
    does: 'The answer is lost: Meta accepts and delivers, but the connection breaks before you hear of it.',
    script: { answer: 'lost' },
  },
  {
    ...phonePerson,
    phone: '9647700000007',
    name: 'Yusuf Abbas',
    does: 'Statuses arrive twice each and backwards: read, delivered, sent.',
    script: { statuses: ['read', 'delivered', 'sent'], copies: 2 },
  },
  {
    ...phonePerson,
    phone: '9647700000008',
    name: 'Maryam Hadi',
    does: 'The sent status arrives before the answer to the send.',
    script: { answer: 'after-sent' },
  },
  {
    ...phonePerson,
    phone: '9647700000009',
    name: 'Ali Nasser',
    does: 'Meta has a bad day: every call answers HTTP 500 with code 131000; nothing is sent.',
    script: { refuses: { code: 131000, times: 'always' } },
  },
  {
    phone: null,
    userId: 'IQ.1349120865530274',
    username: 'dijla.reader',
    name: 'Huda',
    does: 'Has a username and no visible phone number: write to the user id, as `recipient`. Ordinary otherwise.',
    script: {},
  },
];

const ordinary: Script = {};

/** The script of a phone user (digits) or of a business-scoped user id. */
export function scriptOf(userKey: string): Script {
  return personOf(userKey)?.script ?? ordinary;
}

export function personOf(userKey: string): Person | undefined {
  return people.find(({ phone, userId }) => phone === userKey || userId === userKey);
}
