import sharp from 'sharp';

/** Images whose decoders are let near strangers' bytes. */
export const IMAGE_TYPES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);

const THUMBNAIL_PIXELS = 320;
/** 200 MB once decoded; an image with more pixels, or that takes longer, has no thumbnail. */
const MOST_PIXELS = 50_000_000;
const DECODE_SECONDS = 10;
/** Images decoded at once; the rest wait. libvips decodes in Node's thread pool, which the file system needs too. */
const AT_ONCE = 2;

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif'].map((format) => `VipsForeignLoad${format}File`),
});

const OPTIONS = { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true } as const;

/** Null for an image that cannot be read. */
export function readImage(path: string) {
  return inTurn(async () => {
    const { autoOrient, pages = 1 } = await sharp(path, OPTIONS).metadata();
    return { width: autoOrient.width, height: autoOrient.height, animated: pages > 1 };
  });
}

/** WebP; of an animated image its first frame. Null when it cannot be made. */
export function thumbnailOf(path: string): Promise<Uint8Array | null> {
  return inTurn(() =>
    sharp(path, OPTIONS)
      .autoOrient()
      .resize(THUMBNAIL_PIXELS, THUMBNAIL_PIXELS, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 70 })
      .timeout({ seconds: DECODE_SECONDS })
      .toBuffer(),
  );
}

let free = AT_ONCE;
const waiting: (() => void)[] = [];

/** Whatever an image does to its decoder is an answer of null. */
async function inTurn<T>(work: () => Promise<T>): Promise<T | null> {
  if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
  else free -= 1;
  try {
    return await work();
  } catch {
    return null;
  } finally {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  }
}
