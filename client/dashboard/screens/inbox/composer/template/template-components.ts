import { membersOf, type TemplateDraft } from '../drafts/draft.ts';
import {
  buttonsIn,
  cardsIn,
  isCode,
  type Part,
  partsOf,
  placeholdersIn,
  productsIn,
  type Taken,
  type Template,
  takenBy,
  upper,
} from './template-fields.ts';

/** A component of a send, in Meta's shape. */
export type Filled = Readonly<Record<string, unknown>>;

type Draft = Pick<TemplateDraft, 'files' | 'values'>;
interface Filling {
  readonly draft: Draft;
  readonly format: Template['parameterFormat'];
  readonly isCode: boolean;
  /** Epoch ms. */
  readonly now: number;
}

const HOUR_MS = 60 * 60 * 1000;

/**
 * What was filled into a template, as Meta's own list of components, which alone reaches every part of one. What is not
 * filled in is left out, or empty. `now` (epoch ms) is when the hours of an offer begin.
 */
export function componentsOf(template: Template, draft: Draft, now: number): Filled[] {
  const filling = { draft, format: template.parameterFormat, isCode: isCode(template), now };
  return partsOf(template.components).flatMap((part) => filledIn(part, '', filling));
}

function filledIn(part: Part, at: string, filling: Filling): Filled[] {
  switch (part.type) {
    case 'HEADER':
      return component('header', headerOf(part, at, filling));
    case 'BODY':
      return component('body', textsOf(part, `${at}body`, filling));
    case 'BUTTONS':
      return buttonsIn(part).flatMap((button, index) => buttonOf(button, index, at, filling));
    case 'LIMITED_TIME_OFFER': {
      if (membersOf(part.raw['limited_time_offer'])['has_expiration'] !== true) return [];
      const ends = filling.now + Number(filling.draft.values['offer'] ?? 0) * HOUR_MS;
      if (Number.isNaN(ends)) return [];
      const offer = { expiration_time_ms: Math.round(ends) };
      return component('limited_time_offer', [{ type: 'limited_time_offer', limited_time_offer: offer }]);
    }
    case 'CAROUSEL': {
      const cards = cardsIn(part).map((parts, index) => ({
        card_index: index,
        components: parts.flatMap((one) => filledIn(one, `card.${index}.`, filling)),
      }));
      return [{ type: 'carousel', cards }];
    }
    default:
      return [];
  }
}

function component(type: string, parameters: readonly Filled[]): Filled[] {
  return parameters.length === 0 ? [] : [{ type, parameters }];
}

function textsOf({ text }: Part, at: string, { draft, format, isCode }: Filling): Filled[] {
  const names = isCode ? ['1'] : placeholdersIn(text, format);
  return names.map((name) => ({
    type: 'text',
    ...(format === 'NAMED' ? { parameter_name: name } : {}),
    text: draft.values[`${at}.${name}`] ?? '',
  }));
}

function headerOf(part: Part, at: string, filling: Filling): Filled[] {
  const place = `${at}header`;
  const { files, values } = filling.draft;
  if (part.format === 'TEXT') return textsOf(part, place, filling);
  if (part.format === 'LOCATION') {
    const [latitude, longitude] = [values[`${place}.latitude`], values[`${place}.longitude`]].map(Number);
    if (Number.isNaN(latitude) || Number.isNaN(longitude)) return [];
    const words = ['name', 'address'].flatMap((one) => {
      const said = values[`${place}.${one}`]?.trim() ?? '';
      return said === '' ? [] : [[one, said] as const];
    });
    return [{ type: 'location', location: { latitude, longitude, ...Object.fromEntries(words) } }];
  }
  if (part.format === 'PRODUCT') {
    const [id, catalog] = [values[`${place}.id`], values[`${place}.catalog`]].map((one) => one?.trim() ?? '');
    if (id === '' || catalog === '') return [];
    return [{ type: 'product', product: { product_retailer_id: id, catalog_id: catalog } }];
  }
  const file = files[place];
  if (file === undefined) return [];
  const { id, name, sendAs } = file;
  return [{ type: sendAs, [sendAs]: sendAs === 'document' ? { id, filename: name.slice(0, 255) } : { id } }];
}

function buttonOf(button: Filled, index: number, at: string, { draft, isCode }: Filling): Filled[] {
  const takes = takenBy(button);
  const place = isCode ? 'body.1' : `${at}button.${index}`;
  const parameter = takes === null ? null : parameterOf(takes, place, draft.values);
  if (takes === null || parameter === null) return [];
  return [{ type: 'button', sub_type: SUB_TYPES[takes], index: String(index), parameters: [parameter] }];
}

const SUB_TYPES: Readonly<Record<Taken, string>> = {
  ...{ url: 'url', code: 'copy_code', flow: 'flow', catalog: 'catalog', products: 'mpm' },
};

function parameterOf(takes: Taken, place: string, values: Draft['values']): Filled | null {
  const value = values[place]?.trim() ?? '';
  if (value === '') return null;
  switch (takes) {
    case 'url':
      return { type: 'text', text: value };
    case 'code':
      return { type: 'coupon_code', coupon_code: value };
    case 'flow':
      return { type: 'action', action: { flow_token: value } };
    case 'catalog':
      return { type: 'action', action: { thumbnail_product_retailer_id: value } };
    case 'products': {
      const items = productsIn(value).map((id) => ({ product_retailer_id: id }));
      const sections = [{ title: values[`${place}.title`]?.trim() ?? '', product_items: items }];
      // The list's own picture is that of its first product.
      return { type: 'action', action: { thumbnail_product_retailer_id: productsIn(value)[0], sections } };
    }
  }
}

/** Whether the whole template asks for nothing that a form cannot: of every kind that Meta has now. */
export function isKnown(template: Pick<Template, 'components'>): boolean {
  const known = ['HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'LIMITED_TIME_OFFER', 'CAROUSEL'];
  const formats = ['', 'TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION', 'PRODUCT'];
  const buttons = [
    ...['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'COPY_CODE', 'OTP', 'FLOW', 'VOICE_CALL'],
    ...['CATALOG', 'MPM', 'SPM', 'REQUEST_CONTACT_INFO'],
  ];
  const fits = (part: Part): boolean =>
    known.includes(part.type) &&
    formats.includes(part.format) &&
    buttonsIn(part).every(({ type }) => buttons.includes(upper(type))) &&
    cardsIn(part).flat().every(fits);
  return partsOf(template.components).every(fits);
}
