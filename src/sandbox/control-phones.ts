import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { BusinessNumber } from './accounts.ts';
import { businessNumber, orderOf, type Rules, sendThis } from './control-body.ts';
import { ControlError } from './control-error.ts';
import { personFor } from './control-people.ts';
import { queryText } from './http.ts';
import { receive } from './inbound.ts';
import type { Parts } from './parts.ts';
import type { ShownButton, ShownContent } from './phone-content.ts';

/** A phone that waits for news is answered at the latest after this. */
const MOST_WAIT_SECONDS = 25;

interface Phone {
  Params: { who: string };
}

const pressExample = { message: 'wamid.…', button: 0 };
const press = z.strictObject({
  message: z.string().min(1).max(500),
  button: z.union([z.int().min(0).max(1000), z.string().min(1).max(500)]),
  card: z.int().min(0).max(20).optional(),
  to: z.string().optional(),
});
const pressRules: Rules = {
  message: 'must be the wamid of a message on the phone',
  button: "must be the button's place among the message's buttons, from 0, or the words on it",
  card: 'must be the place of a card of the carousel, from 0',
  to: 'must be a string: a phone number id, or one of your numbers as +964…',
};

/** The phone of a customer: what it shows, news of it, and its buttons. And the bytes of files. */
export function addPhoneControls(app: FastifyInstance, parts: Parts): void {
  app.get<Phone>('/sandbox/phones/:who', async (request, reply) => {
    const number = businessNumber(parts, queryText(request.query, 'to'));
    const [after, wait] = ['after', 'wait'].map((name) => wholeNumber(request, name));
    if (after !== undefined && wait !== undefined) {
      await news(parts, number, request, reply, after, Math.min(wait, MOST_WAIT_SECONDS));
    }
    const user = personFor(parts, number, request.params.who);
    const { bubbles, typing, version } = parts.phones.thread(number.id, user.key);
    return {
      person: { phone: user.phone ?? null, userId: user.userId, username: user.username ?? null, name: user.name },
      business: { id: number.id, number: `+${number.digits}` },
      ...{ version, typing, messages: bubbles },
    };
  });

  app.post<Phone>('/sandbox/phones/:who/press', async (request) => {
    const given = orderOf(request, press, pressRules, pressExample);
    const number = businessNumber(parts, given.to);
    const user = personFor(parts, number, request.params.who);
    const bubble = parts.phones.find(number.id, user.key, given.message);
    if (bubble === undefined) throw new ControlError(`The phone shows no message ${given.message}.`);
    const button = buttonOf(given.card === undefined ? bubble.content : bubble.content.cards[given.card], given.button);
    if (button.press === null)
      throw new ControlError(`The button "${button.text}" opens something and writes nothing.`);
    const { id } = receive(parts, number, user, { ...pressed(button, button.press), repliesTo: bubble.id });
    return { id, from: user.phone ?? user.userId, to: number.id };
  });

  app.get<{ Params: { id: string } }>('/sandbox/media/:id', async ({ params: { id } }, reply) => {
    const file = parts.media.find(id);
    if (file === undefined) return reply.code(404).send({ error: `There is no media object ${id}, or not any more.` });
    const inline = /^(?:image\/(?:jpeg|png|webp|gif)|audio\/[\w.+-]+|video\/[\w.+-]+)(?:;|$)/.test(file.mimeType);
    // They come from whoever uses the sandbox, and are shown on the gateway's own address: a browser is to run nothing.
    reply.headers({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'content-disposition': inline ? 'inline' : 'attachment',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, max-age=3600',
    });
    const type = inline ? file.mimeType : 'application/octet-stream';
    return reply.type(type).send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.length));
  });
}

/** Resolves when the phone shows something that it did not at `after`, after `seconds`, or when nobody waits any more. */
async function news(
  parts: Parts,
  number: BusinessNumber,
  { params: { who } }: FastifyRequest<Phone>,
  reply: FastifyReply,
  after: number,
  seconds: number,
): Promise<void> {
  const over = new AbortController();
  reply.raw.once('close', () => over.abort());
  const end = parts.schedule.sleep(seconds * 1000, over.signal);
  let waiting = true;
  void end.then(() => {
    waiting = false;
  });
  try {
    while (waiting) {
      const changed = parts.phones.changed();
      const { key } = personFor(parts, number, who);
      if (parts.phones.thread(number.id, key).version > after) return;
      await Promise.race([changed, end]);
    }
  } finally {
    over.abort();
  }
}

function wholeNumber(request: FastifyRequest, name: string): number | undefined {
  const text = queryText(request.query, name);
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new ControlError(`\`${name}\` must be a whole number.`);
}

function buttonOf(content: ShownContent | undefined, which: number | string): ShownButton {
  const buttons = content?.buttons ?? [];
  const found = typeof which === 'number' ? buttons[which] : buttons.find(({ text }) => text === which);
  if (found !== undefined) return found;
  const known = buttons.map(({ text }) => `"${text}"`).join(', ');
  const has = known === '' ? 'The message has no buttons.' : `The message's buttons are ${known}.`;
  throw new ControlError(`There is no such button. ${has} ${sendThis(pressExample)}`);
}

/** What a press writes, as Meta sends it. */
function pressed({ description, text }: ShownButton, press: NonNullable<ShownButton['press']>) {
  if (press.type === 'button') return { type: 'button', content: { button: { payload: press.payload, text } } };
  const more = press.type === 'list_reply' && description !== null ? { description } : {};
  const reply = { id: press.id, title: text, ...more };
  return { type: 'interactive', content: { interactive: { type: press.type, [press.type]: reply } } };
}
