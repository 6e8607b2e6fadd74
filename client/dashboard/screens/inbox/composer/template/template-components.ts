import { membersOf, type TemplateDraft } from '../drafts/draft.ts';
import {
  buttonsIn,
  cardsIn,
  isCode,
  type Part,
  partsOf,
  placeholdersIn,
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

function textsOf({ text }: Part, at: string, { draft, format }: Filling): Filled[] {
  return placeholdersIn(text, format).map((name) => ({
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
  const file = files[place];
  if (file === undefined) return [];
  const { id, name, sendAs } = file;
  return [{ type: sendAs, [sendAs]: sendAs === 'document' ? { id, filename: name.slice(0, 255) } : { id } }];
}

function buttonOf(button: Filled, index: number, at: string, { draft, isCode }: Filling): Filled[] {
  const takes = takenBy(button);
  const value = draft.values[isCode ? 'body.1' : `${at}button.${index}`] ?? '';
  if (takes === null || value === '') return [];
  return [
    {
      type: 'button',
      sub_type: takes === 'code' ? 'copy_code' : 'url',
      index: String(index),
      parameters: [takes === 'code' ? { type: 'coupon_code', coupon_code: value } : { type: 'text', text: value }],
    },
  ];
}

/** Whether the whole template asks for nothing that a form cannot: of every kind that Meta has now. */
export function isKnown(template: Pick<Template, 'components'>): boolean {
  const known = ['HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'LIMITED_TIME_OFFER', 'CAROUSEL'];
  const buttons = ['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'COPY_CODE', 'OTP', 'FLOW', 'VOICE_CALL'];
  const fits = (part: Part): boolean =>
    known.includes(part.type) &&
    buttonsIn(part).every(({ type }) => buttons.includes(upper(type))) &&
    cardsIn(part).flat().every(fits);
  return partsOf(template.components).every(fits);
}
