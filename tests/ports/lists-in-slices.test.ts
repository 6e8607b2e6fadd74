import { expect, it, onTestFinished } from 'vitest';
import { openReading } from '../../src/adapters/store/sqlite-connection.ts';
import { Reads } from '../../src/adapters/store/sqlite-reads.ts';
import { HOME_TENANT } from '../../src/domain/tenant.ts';
import type { Page, PageRequest } from '../../src/ports/store.ts';
import { append, image, inbound, NOW, person } from './fixtures.ts';
import { sqliteRig } from './sqlite-rig.ts';

const MESSAGES = 4_300;
/** Of so many messages, each from a person of its own, one is an image. */
const RARE = 700;

async function filledRig() {
  const rig = await sqliteRig();
  onTestFinished(() => rig.dispose());
  const items = Array.from({ length: MESSAGES }, (_, n) =>
    inbound(`wamid.${n}`, person({ phone: `+9647${String(n).padStart(9, '0')}` }), {
      at: NOW + n * 1_000,
      ...(n % RARE === 0 && { type: 'image', content: image(`${n}`) }),
    }),
  );
  for (let at = 0; at < items.length; at += 1_000) await append(rig.store, ...items.slice(at, at + 1_000));
  return rig;
}

/** All pages, one after the other, from one end. */
async function walked<T>(
  from: PageRequest['from'],
  list: (page: PageRequest) => Promise<Page<T>>,
  placeOf: (row: T) => number,
): Promise<number[]> {
  const places: number[] = [];
  for (let place: number | undefined, more = true; more; ) {
    const page = await list({ limit: 2, from, ...(from === 'newest' ? { before: place } : { after: place }) });
    const rows = from === 'newest' ? page.rows : page.rows.toReversed();
    places.push(...rows.map(placeOf));
    place = places.at(-1);
    ({ more } = page);
  }
  return places;
}

it('a list that a filter makes rare is read in slices, and is the same from both ends', async () => {
  const { store, path } = await filledRig();
  const { messages, conversations } = store;
  const images = (page: PageRequest) => messages.list(HOME_TENANT, { type: 'image' }, page);
  const seqs = await walked('newest', images, ({ seq }) => seq);
  expect(seqs).toHaveLength(Math.ceil(MESSAGES / RARE));
  expect(await walked('oldest', images, ({ seq }) => seq)).toEqual(seqs.toReversed());
  expect(await images({ limit: 100, from: 'newest' })).toMatchObject({ more: false, rows: { length: seqs.length } });
  const [, second = 0, , , fifth = 0] = seqs;
  const between = await images({ limit: 10, from: 'oldest', after: fifth, before: second });
  expect(between.rows.map(({ seq }) => seq)).toEqual(seqs.slice(2, 4));

  const unread = (page: PageRequest) => conversations.list(HOME_TENANT, { unread: true }, { ...page, limit: 1_500 });
  expect(await walked('newest', unread, ({ lastSeq }) => lastSeq)).toHaveLength(MESSAGES);
  const none = (page: PageRequest) => conversations.list(HOME_TENANT, { unread: false }, page);
  expect(await none({ limit: 10, from: 'oldest' })).toEqual({ rows: [], more: false });

  // One call to the reading thread looks through a bounded part, whatever it finds there.
  const db = openReading(path);
  const reads = new Reads(db);
  const slice = reads.listMessages(HOME_TENANT, { type: 'video' }, { limit: 10, from: 'newest' });
  expect(slice).toEqual({ rows: [], more: false, rest: { limit: 10, from: 'newest', before: expect.any(Number) } });
  expect(slice.rest?.before).toBeGreaterThan(MESSAGES / 3);
  const whole = reads.listMessages(HOME_TENANT, {}, { limit: 10, from: 'newest' });
  expect(whole).toMatchObject({ more: true, rest: null });
  db.close();
});
