import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/domain/json.ts';
import { BASE, originOf, receive } from './received.ts';

test('the common message has none', () => {
  expect(receive({ ...BASE, type: 'text', text: { body: 'x' } })).not.toHaveProperty('origin');
  expect(originOf({ context: { from: '1', id: 'wamid.Q' } })).toBeUndefined();
});

test('a forwarded message is told from one that is forwarded often', () => {
  expect(originOf({ context: { forwarded: true } })).toEqual({ forwarded: true });
  expect(originOf({ context: { frequently_forwarded: true } })).toEqual({ forwarded: true, frequentlyForwarded: true });
});

test('a question about a product names it, beside the quoted message', () => {
  const context = { id: 'wamid.Q', referred_product: { catalog_id: '19', product_retailer_id: 'p7' } };
  const item = receive({ ...BASE, type: 'text', text: { body: 'x' }, context });
  expect(item.replyTo).toBe('wamid.Q');
  expect(item.origin).toEqual({ referredProduct: { catalogId: '19', productRetailerId: 'p7' } });
});

test('a referral tells everything of the ad', () => {
  const referral = {
    source_url: 'https://fb.me/1',
    source_id: '120',
    source_type: 'ad',
    headline: 'Offer',
    body: 'Come',
    media_type: 'video',
    image_url: 'https://cdn.example/i',
    video_url: 'https://cdn.example/v',
    thumbnail_url: 'https://cdn.example/t',
    ctwa_clid: 'Af',
    ref: 'spring',
    welcome_message: { text: 'Hello!' },
  };
  expect(originOf({ referral })).toEqual({
    referral: {
      sourceUrl: 'https://fb.me/1',
      sourceId: '120',
      sourceType: 'ad',
      headline: 'Offer',
      body: 'Come',
      mediaType: 'video',
      imageUrl: 'https://cdn.example/i',
      videoUrl: 'https://cdn.example/v',
      thumbnailUrl: 'https://cdn.example/t',
      ctwaClid: 'Af',
      ref: 'spring',
      welcomeMessage: 'Hello!',
    },
  });
  expect(originOf({ referral: { source_type: 'post' } })?.referral).toMatchObject({
    sourceType: 'post',
    ctwaClid: null,
  });
});

test('errors of any message come with our explanation', () => {
  const errors = [{ code: 131052, title: 'Media download error', error_data: { details: 'Too large.' } }];
  const item = receive({ ...BASE, type: 'image', errors });
  expect(item.content).toMatchObject({ kind: 'media', mediaId: null });
  const explained = { code: 131052, details: 'Too large.', meaning: expect.any(String), action: expect.any(String) };
  expect(item.origin).toMatchObject({ errors: [explained] });
  expect(receive({ ...BASE, type: 'interactive', errors: [{ code: 131000 }] }).origin?.errors).toHaveLength(1);
  expect(originOf({ errors: Array.from({ length: 9 }, () => ({ code: 1 })) })?.errors).toHaveLength(5);
});

test.each<JsonObject>([
  { context: 'forwarded' },
  { context: { forwarded: 'true', referred_product: 7 } },
  { context: { referred_product: { catalog_id: {} } } },
  { referral: [] },
  { referral: { source_url: 7 } },
  { errors: { code: 1 } },
  { errors: [{ title: 'no code' }, null] },
])('what is none of it changes nothing: %j', (beside) => {
  expect(originOf(beside)).toBeUndefined();
});
