import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../src/adapters/store/open.ts';
import { createLocalWakeup } from '../../src/adapters/wakeup.ts';
import type { Quotas } from '../../src/application/quotas.ts';
import type { Targets } from '../../src/application/send-target.ts';
import type { MediaContent, Message } from '../../src/domain/message.ts';
import type { Answer, NumberCredentials } from '../../src/ports/cloud-api.ts';
import type { Download, MediaDescription, UploadFile } from '../../src/ports/cloud-media.ts';
import type { Files } from '../../src/ports/files.ts';
import {
  ALI,
  image,
  inbound,
  NUMBER,
  OTHER_NUMBER,
  OTHER_TENANT,
  registered,
  routed,
  webhook,
} from '../ports/fixtures.ts';
import { startMedia } from '../support/media.ts';
import { silentLog, TestClock, testSystem } from './support.ts';

export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const PNG_SHA256 = createHash('sha256').update(PNG).digest('hex');

export const NO_TARGETS: Targets = {
  address: () => Promise.reject(new Error('nobody is written to')),
  number: async () => NUMBER,
  tenantOfDirect: (caller) => caller.tenantId,
};

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** What Meta answers, unless a test says otherwise: the picture. */
export class MetasMedia {
  readonly asked: { readonly mediaId: string; readonly credentials: NumberCredentials }[] = [];
  readonly downloaded: string[] = [];
  readonly uploaded: { readonly number: string; readonly file: UploadFile }[] = [];
  description: Answer<MediaDescription> = {
    ok: true,
    value: { url: 'https://lookaside.fbsbx.com/1', mimeType: 'image/png', sha256: PNG_SHA256, sizeBytes: PNG.length },
  };
  /** The next downloads, in order; then the picture. */
  downloads: (Download | (() => Promise<Download>))[] = [];
  uploads: Answer<string>[] = [];

  async describeMedia(credentials: NumberCredentials, mediaId: string) {
    this.asked.push({ mediaId, credentials });
    return this.description;
  }

  async downloadMedia(_credentials: NumberCredentials, url: string): Promise<Download> {
    this.downloaded.push(url);
    const next = this.downloads.shift() ?? { kind: 'bytes', bytes: once(PNG) };
    return typeof next === 'function' ? next() : next;
  }

  async uploadMedia({ phoneNumberId }: NumberCredentials, file: UploadFile): Promise<Answer<string>> {
    this.uploaded.push({ number: phoneNumberId, file });
    return this.uploads.shift() ?? { ok: true, value: `90${this.uploaded.length}` };
  }
}

export type FetchRig = Awaited<ReturnType<typeof fetchRig>>;

/** Media over the real store and a real folder; Meta, the clock and who is called are the test's. */
export async function fetchRig(
  options: {
    readonly credentials?: boolean;
    readonly files?: Partial<Files>;
    readonly quotas?: Pick<Quotas, 'refuseMedia'>;
    /** Every number is reached with the operator's token. */
    readonly rented?: boolean;
  } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-media-'));
  const open = () => openStore({ url: `file:${join(folder, 'store.db')}`, mode: 'live', log: silentLog });
  let store = await open();
  await store.numbers.register(registered(NUMBER));
  await store.numbers.register(registered(OTHER_NUMBER, OTHER_TENANT));
  const clock = new TestClock();
  const wakeup = createLocalWakeup();
  const told: string[] = [];
  wakeup.subscribe((tenantId) => told.push(tenantId));
  const meta = new MetasMedia();
  const credentialsFor = (phoneNumberId: string) =>
    options.credentials === false ? null : { accessToken: 'EAAtest', phoneNumberId };
  const start = () =>
    startMedia(join(folder, 'media'), {
      ...{
        media: store.media,
        usage: store.usage,
        quotas: options.quotas,
        cloudApi: meta,
        credentialsFor,
        targets: NO_TARGETS,
        isRented: () => options.rented === true,
        wakeup,
        system: testSystem(clock),
      },
      files: options.files,
    });
  let media = await start();
  onTestFinished(async () => {
    await media.fetch.stop();
    await store.close();
    await rm(folder, { recursive: true });
  });
  let count = 0;

  return {
    clock,
    folder,
    meta,
    told,
    get store() {
      return store;
    },
    get media() {
      return media;
    },

    /** An image arrives; answers with its message's id. */
    async receive(number = NUMBER, tenantId = 'dijla', more: Partial<MediaContent> = {}): Promise<string> {
      count += 1;
      const { phoneNumberId } = number;
      const content = image(`70${count}`, { mimeType: 'image/png', ...more });
      const item = inbound(`wamid.${count}`, ALI, { type: 'image', content, phoneNumberId, at: clock.now() });
      const route = routed(item, tenantId, number);
      await store.inbound.append(webhook([route], { receivedAt: clock.now() }));
      return `msg_${route.freshId}`;
    },

    /** The file as the message shows it. */
    async shown(messageId: string, tenantId = 'dijla') {
      const [message] = await store.messages.getMany(tenantId, [messageId]);
      return mediaOf(message);
    },

    /** Another process on the same data. */
    async restart() {
      await media.fetch.stop();
      await store.close();
      store = await open();
      media = await start();
    },
  };
}

function mediaOf(message: Message | null | undefined) {
  if (message?.content.kind !== 'media') throw new Error('expected a media message');
  return message.content.media;
}
