export interface Place {
  readonly latitude: number;
  readonly longitude: number;
  readonly address: string | null;
}

export interface Card {
  readonly name: string;
  readonly phones: readonly string[];
}

const MOST_CARDS = 10;

/** The place in what Meta was given; null when it is none. */
export function placeIn(raw: unknown): Place | null {
  const latitude = Number(field(raw, 'latitude') ?? Number.NaN);
  const longitude = Number(field(raw, 'longitude') ?? Number.NaN);
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return null;
  return { latitude, longitude, address: textOf(field(raw, 'address')) };
}

/** The contact cards in what Meta was given: those that have a name. */
export function cardsIn(raw: unknown): readonly Card[] {
  return listOf(raw)
    .slice(0, MOST_CARDS)
    .flatMap((card) => {
      const name = textOf(field(field(card, 'name'), 'formatted_name'));
      const phones = listOf(field(card, 'phones')).flatMap((phone) => textOf(field(phone, 'phone')) ?? []);
      return name === null ? [] : [{ name, phones }];
    });
}

/** The code that a button of an authentication template copies: Meta writes such a button as an address of its own. */
export function codeIn(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { hostname, pathname, searchParams } = new URL(address);
  if (hostname !== 'www.whatsapp.com' || !pathname.startsWith('/otp/code')) return null;
  return textOf(searchParams.get('code')?.replace(/^otp/, ''));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
