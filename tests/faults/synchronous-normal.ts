import { registerHooks } from 'node:module';

/*
 * The broken build `synchronous=NORMAL`: rewrites the store's source as the rig's process loads it (`node --import`), in
 * its threads too. Nothing in the product can be set to it. Throws when the source is not as it expects.
 */
registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith('/src/adapters/store/sqlite-connection.ts')) return loaded;
    const source = String(loaded.source instanceof Uint8Array ? Buffer.from(loaded.source) : loaded.source);
    const broken = source
      .replace('PRAGMA synchronous = FULL', 'PRAGMA synchronous = NORMAL')
      .replace('FULL = 2', 'FULL = 1');
    if (broken.length !== source.length + 'NORMAL'.length - 'FULL'.length) {
      throw new Error('the store opens its file in another way than this broken build expects');
    }
    return { ...loaded, source: broken };
  },
});
