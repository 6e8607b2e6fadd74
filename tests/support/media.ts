import { openFiles } from '../../src/adapters/files/open.ts';
import { createInspector } from '../../src/adapters/inspection/inspector.ts';
import { createMedia } from '../../src/application/media.ts';
import { createMediaFetch } from '../../src/application/media-fetch.ts';
import { createMediaRoom } from '../../src/application/media-room.ts';
import { createMediaSending } from '../../src/application/media-sending.ts';
import { createMediaUploads } from '../../src/application/media-upload.ts';
import type { Quotas } from '../../src/application/quotas.ts';
import type { Targets } from '../../src/application/send-target.ts';
import type { NumberCredentials } from '../../src/ports/cloud-api.ts';
import type { CloudMedia } from '../../src/ports/cloud-media.ts';
import type { Files } from '../../src/ports/files.ts';
import type { MediaStore } from '../../src/ports/media-store.ts';
import type { System } from '../../src/ports/system.ts';
import type { UsageStore } from '../../src/ports/usage.ts';
import type { Wakeup } from '../../src/ports/wakeup.ts';

/** Media as the gateway builds it, over a folder of the test's own. The fetch loop runs when the test says so. */
export async function startMedia(
  folder: string,
  deps: {
    readonly media: MediaStore;
    readonly cloudApi: CloudMedia;
    readonly credentialsFor: (phoneNumberId: string) => NumberCredentials | null;
    readonly targets: Targets;
    readonly usage: UsageStore;
    /** Left out: every tenant has a token of its own. */
    readonly isRented?: (tenantId: string, phoneNumberId: string) => boolean;
    /** Left out: no tenant has a quota. */
    readonly quotas?: Pick<Quotas, 'refuseMedia'> | undefined;
    readonly wakeup: Wakeup;
    readonly system: System;
    /** Takes the place of parts of the media store. */
    readonly files?: Partial<Files> | undefined;
  },
) {
  const { files: kept, spool } = await openFiles({ kind: 'folder', path: folder });
  const files = { ...kept, ...deps.files };
  const keeping = { files, spool, inspector: createInspector() };
  const { usage, quotas = { refuseMedia() {} } } = deps;
  const room = createMediaRoom({ usage, quotas });
  const fetch = createMediaFetch({ ...deps, ...keeping, room });
  const uploads = createMediaUploads({ ...deps, ...keeping, room });
  return {
    fetch,
    files,
    spool,
    media: createMedia({ media: deps.media, files, fetch, uploads, system: deps.system }),
    resolveMedia: createMediaSending({ isRented: () => false, ...deps, ...keeping }),
  };
}
