import { createReadStream } from 'node:fs';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Files } from '../../ports/files.ts';
import { checkedKey } from './keys.ts';

export interface BucketOptions {
  readonly bucket: string;
  /** Before every key, with its slash; '' for none. */
  readonly prefix: string;
  /** Null: Amazon's own, by region. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Media files in a bucket of S3 or of whatever speaks its protocol. */
export function openBucket(options: BucketOptions): Files & { close(): void } {
  const { endpoint, region, accessKeyId, secretAccessKey } = options;
  const client = new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    // Stand-ins for S3 rarely have a host name for each bucket, nor the newer checksums.
    ...(endpoint !== null && { endpoint, forcePathStyle: true }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
  });
  const place = (key: string) => ({ Bucket: options.bucket, Key: `${options.prefix}${checkedKey(key)}` });

  return {
    async put(key, { path, size }) {
      const Body = createReadStream(path);
      try {
        await client.send(new PutObjectCommand({ ...place(key), Body, ContentLength: size }));
      } finally {
        Body.destroy();
      }
    },

    async open(key, range) {
      const Range = range === undefined ? undefined : `bytes=${range.start}-${range.end}`;
      const found = await absentAsNull(client.send(new GetObjectCommand({ ...place(key), Range })));
      // Node's client answers with a readable stream of bytes.
      return found === null ? null : ((found.Body ?? []) as AsyncIterable<Uint8Array>);
    },

    async size(key) {
      return (await absentAsNull(client.send(new HeadObjectCommand(place(key)))))?.ContentLength ?? null;
    },

    async delete(key) {
      await client.send(new DeleteObjectCommand(place(key)));
    },

    close: () => client.destroy(),
  };
}

async function absentAsNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return null;
    throw error;
  }
}
