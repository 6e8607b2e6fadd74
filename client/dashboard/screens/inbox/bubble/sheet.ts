import type { PreviewFieldsFragment } from '../../../generated/graphql.ts';

/** What templates and interactive messages have in common: a head, words, a foot, and what can be tapped. */
export interface Sheet {
  readonly header: SheetHeader | null;
  readonly body: string | null;
  readonly footer: string | null;
  readonly buttons: readonly SheetButton[];
  /** What a list opens. */
  readonly sections: readonly SheetSection[];
  /** Cards to leaf through. */
  readonly cards: readonly Sheet[];
  /** An offer that ends. */
  readonly offer: { readonly text: string; readonly expiresAt: string | null } | null;
}

export type SheetHeader =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'image' | 'video' | 'document' | 'location';
      readonly name: string | null;
      /** Our id of the file (`med_…`); null for a link or an id of Meta's. */
      readonly mediaId: string | null;
      readonly link: string | null;
    };

export interface SheetButton {
  readonly kind: 'reply' | 'url' | 'phone' | 'copy' | 'flow' | 'list' | 'catalog' | 'location' | 'call';
  /** Null: the kind says it. */
  readonly text: string | null;
  readonly url: string | null;
}

export interface SheetSection {
  readonly title: string | null;
  readonly rows: readonly { readonly title: string; readonly description: string | null }[];
}

type Known = Readonly<Record<string, unknown>>;

const EMPTY: Sheet = { header: null, body: null, footer: null, buttons: [], sections: [], cards: [], offer: null };
const TEMPLATE_BUTTONS: Readonly<Record<string, SheetButton['kind']>> = {
  QUICK_REPLY: 'reply',
  URL: 'url',
  PHONE_NUMBER: 'phone',
  VOICE_CALL: 'call',
  FLOW: 'flow',
  CATALOG: 'catalog',
  MPM: 'catalog',
};
/** Interactive messages with one button that their kind names. */
const KIND_BUTTONS: Readonly<Record<string, SheetButton['kind']>> = {
  location_request_message: 'location',
  catalog_message: 'catalog',
  product: 'catalog',
  product_list: 'catalog',
  voice_call: 'call',
  call_permission_request: 'call',
};

export function sheetOfPreview(preview: PreviewFieldsFragment & { cards?: readonly PreviewFieldsFragment[] }): Sheet {
  const { header } = preview;
  return {
    ...EMPTY,
    header: header === null ? null : headerOf(header.format.toLowerCase(), header.text, header.value),
    body: preview.body?.text ?? null,
    footer: preview.footer,
    buttons: preview.buttons.map(({ kind, phoneNumber, text, url, value }) => ({
      kind: TEMPLATE_BUTTONS[kind] ?? 'copy',
      text: text ?? phoneNumber ?? value,
      url: url ?? null,
    })),
    cards: (preview.cards ?? []).map(sheetOfPreview),
    offer: preview.offer,
  };
}

/** From Meta's own `interactive` object. It may be of a kind that came later: whatever is not understood is left out. */
export function sheetOfInteractive(value: unknown): Sheet {
  const interactive = objectOf(value);
  const action = objectOf(interactive['action']);
  const type = textOf(interactive['type']) ?? '';
  const head = objectOf(interactive['header']);
  const format = textOf(head['type']);
  return {
    ...EMPTY,
    header: format === null ? null : headerOf(format, textOf(head['text']), head[format]),
    body: textOf(objectOf(interactive['body'])['text']),
    footer: textOf(objectOf(interactive['footer'])['text']),
    buttons: buttonsOf(type, action),
    sections: listOf(action['sections']).map(sectionOf),
    cards: listOf(action['cards']).map(sheetOfInteractive),
  };
}

function headerOf(format: string, text: string | null, value: unknown): SheetHeader | null {
  if (format === 'text') return text === null ? null : { kind: 'text', text };
  if (format !== 'image' && format !== 'video' && format !== 'document' && format !== 'location') return null;
  const found = objectOf(value);
  const file = objectOf(found[format] ?? value);
  const id = textOf(file['id']);
  return {
    kind: format,
    name: textOf(file['filename']) ?? textOf(file['name']),
    mediaId: id !== null && /^med_[\w-]+$/.test(id) ? id : null,
    link: textOf(file['link']),
  };
}

function buttonsOf(type: string, action: Known): SheetButton[] {
  const replies = listOf(action['buttons']).map((button): SheetButton => {
    const { quick_reply: quick, reply } = button;
    return { kind: 'reply', text: textOf(objectOf(reply ?? quick)['title']), url: null };
  });
  if (replies.length > 0) return replies;
  const parameters = objectOf(action['parameters']);
  const shown = textOf(parameters['display_text']) ?? textOf(parameters['flow_cta']) ?? textOf(action['button']);
  const url = textOf(parameters['url']);
  if (url !== null) return [{ kind: 'url', text: shown, url }];
  if (type === 'flow') return [{ kind: 'flow', text: shown, url: null }];
  if (type === 'list') return [{ kind: 'list', text: shown, url: null }];
  const kind = KIND_BUTTONS[type];
  return kind === undefined ? [] : [{ kind, text: shown, url: null }];
}

function sectionOf(section: Known): SheetSection {
  const products = listOf(section['product_items']).map((item) => ({
    title: textOf(item['product_retailer_id']) ?? '',
    description: null,
  }));
  const rows = listOf(section['rows']).map((row) => ({
    title: textOf(row['title']) ?? '',
    description: textOf(row['description']),
  }));
  return { title: textOf(section['title']), rows: [...rows, ...products] };
}

function objectOf(value: unknown): Known {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function listOf(value: unknown): Known[] {
  return Array.isArray(value) ? value.map(objectOf) : [];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
