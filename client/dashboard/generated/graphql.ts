/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Who acts. */
export type ActorRole =
  /** Somebody without a key that works. */
  | 'nobody'
  /** The operator. */
  | 'operator'
  /** A key of a tenant. */
  | 'tenant';

/** With `accessToken`: a number of your own, which nobody else can have. Without: one of the master account, for the operator alone. */
export type AddPhoneNumberInput = {
  /** A system user's token that reaches the number and its account. Stored encrypted, and never shown again. */
  accessToken?: string | null | undefined;
  /** The secret of your Meta app, which signs its webhooks: 16–256 characters. Stored encrypted. */
  appSecret?: string | null | undefined;
  /** Meta's id of the number: digits. */
  phoneNumberId: string;
  /** How several tenants are to share it. Only without `accessToken`. */
  sharing?: PhoneNumberSharingInput | null | undefined;
  /** The tenant (`ten_…`) that is to have it alone. Not together with `sharing`. Only without `accessToken`. */
  tenantId?: string | number | null | undefined;
  /** Your own choice, entered at Meta with the webhook's address: 8–256 characters. Stored encrypted. */
  verifyToken?: string | null | undefined;
  /** Meta's id of its WhatsApp Business Account: digits. Left out by the operator: the master account's. */
  wabaId?: string | null | undefined;
};

/** Whether a key works. */
export type ApiKeyState =
  /** It works. */
  | 'ACTIVE'
  /** Its time is over. */
  | 'EXPIRED'
  /** It was rotated, and works until its overlap is over. */
  | 'REPLACED'
  /** It was revoked. */
  | 'REVOKED';

/** An audio file or voice note. */
export type AudioInput = {
  /** A file's `med_…`, uploaded or received, or Meta's own id of an upload. Either this or `link`. */
  id?: string | number | null | undefined;
  /** A public https address that Meta fetches; the gateway does not. Either this or `id`. */
  link?: string | null | undefined;
  /** True: a voice note (OGG with Opus). */
  voice?: boolean | null | undefined;
};

/** What is left out does not filter; what is given must all hold. */
export type AuditLogFilter = {
  /** This action, such as `api_key.revoke`. */
  action?: string | null | undefined;
  /** Done with this key: its `key_…`, or its name. */
  actor?: string | null | undefined;
  /** At this time or later. */
  from?: string | null | undefined;
  /** What concerns this tenant (`ten_…`). Another than yours is for the operator. */
  tenant?: string | number | null | undefined;
  /** Before this time. */
  to?: string | null | undefined;
};

/** What became of an action. */
export type AuditResult =
  /** It was done. */
  | 'done'
  /** It was refused; nothing was done. */
  | 'refused'
  /** It was about to be done outside the gateway; another entry tells what became of it. */
  | 'started'
  /** Meta did not answer and may have done it. */
  | 'unconfirmed';

/** Words with one to three reply buttons. */
export type ButtonsInput = {
  /** The words. ≤ 1024 characters. */
  body: string;
  /** One to three. */
  buttons: Array<ReplyButtonInput>;
  /** The small words below. ≤ 60 characters. */
  footer?: string | null | undefined;
  header?: InteractiveHeaderInput | null | undefined;
};

/** What of a connection was checked. */
export type ConnectionPart =
  /** The token reaches the account, and the number belongs to it. */
  | 'ACCOUNT'
  /** The token reaches the number. */
  | 'NUMBER'
  /** Meta takes the access token. */
  | 'TOKEN';

/** A postal address on a card. */
export type ContactAddressInput = {
  city?: string | null | undefined;
  /** Its name. */
  country?: string | null | undefined;
  /** Two letters, such as iq. */
  countryCode?: string | null | undefined;
  state?: string | null | undefined;
  street?: string | null | undefined;
  /** Such as HOME, WORK. */
  type?: string | null | undefined;
  zip?: string | null | undefined;
};

/** A contact card. */
export type ContactCardInput = {
  addresses?: Array<ContactAddressInput> | null | undefined;
  /** YYYY-MM-DD */
  birthday?: string | null | undefined;
  emails?: Array<ContactEmailInput> | null | undefined;
  name: ContactNameInput;
  org?: ContactOrgInput | null | undefined;
  phones?: Array<ContactPhoneInput> | null | undefined;
  urls?: Array<ContactUrlInput> | null | undefined;
};

/** An e-mail address on a card. */
export type ContactEmailInput = {
  email: string;
  /** Such as HOME, WORK. */
  type?: string | null | undefined;
};

/** A name; WhatsApp wants at least one part beside `formattedName`. */
export type ContactNameInput = {
  firstName?: string | null | undefined;
  /** The whole name, as it is shown. */
  formattedName: string;
  lastName?: string | null | undefined;
  middleName?: string | null | undefined;
  /** Such as Dr. */
  prefix?: string | null | undefined;
  /** Such as Jr. */
  suffix?: string | null | undefined;
};

/** Where somebody works. */
export type ContactOrgInput = {
  company?: string | null | undefined;
  department?: string | null | undefined;
  title?: string | null | undefined;
};

/** A phone number on a card. */
export type ContactPhoneInput = {
  /** As it is to be shown. */
  phone: string;
  /** Such as HOME, WORK. */
  type?: string | null | undefined;
  /** Its WhatsApp id, digits: gives the card a button to write to it. */
  waId?: string | null | undefined;
};

/** A web address on a card. */
export type ContactUrlInput = {
  /** Such as HOME, WORK. */
  type?: string | null | undefined;
  url: string;
};

/** What to say: exactly one of these. */
export type ContentInput =
  {   audio: AudioInput; contacts?: never; document?: never; image?: never; interactive?: never; location?: never; raw?: never; reaction?: never; sticker?: never; text?: never; video?: never; }
  |  { audio?: never;   /** 1–257 cards. */
  contacts: Array<ContactCardInput>; document?: never; image?: never; interactive?: never; location?: never; raw?: never; reaction?: never; sticker?: never; text?: never; video?: never; }
  |  { audio?: never; contacts?: never;   document: DocumentInput; image?: never; interactive?: never; location?: never; raw?: never; reaction?: never; sticker?: never; text?: never; video?: never; }
  |  { audio?: never; contacts?: never; document?: never;   image: MediaInput; interactive?: never; location?: never; raw?: never; reaction?: never; sticker?: never; text?: never; video?: never; }
  |  { audio?: never; contacts?: never; document?: never; image?: never;   interactive: InteractiveInput; location?: never; raw?: never; reaction?: never; sticker?: never; text?: never; video?: never; }
  |  { audio?: never; contacts?: never; document?: never; image?: never; interactive?: never;   location: LocationInput; raw?: never; reaction?: never; sticker?: never; text?: never; video?: never; }
  |  { audio?: never; contacts?: never; document?: never; image?: never; interactive?: never; location?: never;   raw: RawInput; reaction?: never; sticker?: never; text?: never; video?: never; }
  |  { audio?: never; contacts?: never; document?: never; image?: never; interactive?: never; location?: never; raw?: never;   reaction: ReactionInput; sticker?: never; text?: never; video?: never; }
  |  { audio?: never; contacts?: never; document?: never; image?: never; interactive?: never; location?: never; raw?: never; reaction?: never;   sticker: StickerInput; text?: never; video?: never; }
  |  { audio?: never; contacts?: never; document?: never; image?: never; interactive?: never; location?: never; raw?: never; reaction?: never; sticker?: never;   text: TextInput; video?: never; }
  |  { audio?: never; contacts?: never; document?: never; image?: never; interactive?: never; location?: never; raw?: never; reaction?: never; sticker?: never; text?: never;   video: MediaInput; };

/** What is left out does not filter; what is given must all hold. */
export type ConversationFilter = {
  /** True: the newest message has failed; false: it has not. */
  failed?: boolean | null | undefined;
  /** One of our numbers, by Meta's id or by its `num_…`. */
  phoneNumberId?: string | number | null | undefined;
  /** Words, in any order: all of them in the person's name, phone and username, or all in the text of one message. Of what very many messages say, the newest 5,000 are looked through. Part of a word is enough; of one or two characters it is the whole word or its beginning. Case, accents, harakat, tatweel and punctuation do not count, nor do أ إ آ from ا, ى from ي, ة from ه, or Arabic digits from 0–9. A phone may be written in groups, with +, 00 or 0 before it. At most 200 characters (INVALID_INPUT); of very many people with the words, the 500 who appeared last are found. */
  search?: string | null | undefined;
  /** True: with unread messages; false: without. */
  unread?: boolean | null | undefined;
  /** True: the customer-service window is open now; false: it is not. */
  window?: boolean | null | undefined;
};

/** A template to be made. */
export type CreateTemplateInput = {
  /** Whether Meta may put it into another category. Left out: Meta's default. */
  allowCategoryChange?: boolean | null | undefined;
  /** What it is for. */
  category: TemplateCategory;
  /** Meta's list of components: a BODY (≤ 1024 characters, ≤ 600 with an offer, words before and after each variable); HEADER (text ≤ 60 with at most one variable, or media with an example's handle), FOOTER (≤ 60), BUTTONS (≤ 10: at most 2 URL, 1 PHONE_NUMBER, 1 COPY_CODE; labels ≤ 25; quick replies together), CAROUSEL (card bodies ≤ 160), LIMITED_TIME_OFFER (text ≤ 16). Every variable needs an example. */
  components: unknown;
  /** Such as `en_US`, `ar`. */
  language: string;
  /** How long Meta tries to deliver a message of it: AUTHENTICATION 30–900, UTILITY 30–43200, MARKETING 43200–2592000 seconds, -1 for 30 days. */
  messageSendTtlSeconds?: number | null | undefined;
  /** 1–512 lower-case letters, digits and underscores. */
  name: string;
  /** How its placeholders are written. */
  parameterFormat: TemplateParameterFormat;
  /** Meta's id of the account; may be left out when you have one. */
  wabaId?: string | number | null | undefined;
};

/** Your own access to a number. Used for this one call, never stored, logged or queued; wins over every other credential. When Meta accepts the call the number becomes your tenant's for what is written to it. */
export type CredentialsInput = {
  /** Meta's token. */
  accessToken: string;
  /** Meta's id of the number: digits. */
  phoneNumberId: string;
};

/** Which way. */
export type Direction =
  /** Written to us. */
  | 'INBOUND'
  /** Written by us. */
  | 'OUTBOUND';

/** A file. */
export type DocumentInput = {
  /** ≤ 1024 characters. */
  caption?: string | null | undefined;
  /** What the person sees; its ending chooses the icon. ≤ 255 characters. */
  filename?: string | null | undefined;
  /** A file's `med_…`, uploaded or received, or Meta's own id of an upload. Either this or `link`. */
  id?: string | number | null | undefined;
  /** A public https address that Meta fetches; the gateway does not. Either this or `id`. */
  link?: string | null | undefined;
};

/** Kinds of event. */
export type EventType =
  /** News of the account or a number. */
  | 'account'
  /** A place in the log and no event. As a filter it selects nothing: these always come. */
  | 'checkpoint'
  /** A conversation was marked as read, from any client. */
  | 'conversation_read'
  /** Somebody wrote. */
  | 'inbound_message'
  /** The file of an inbound message is here, or could not be fetched. */
  | 'message_media'
  /** A message of ours got a status. */
  | 'message_status'
  /** A message of ours was accepted by the gateway, from any client. */
  | 'outbound_message'
  /** Any other of Meta's webhook fields, and contacts that turned out to be one person. */
  | 'platform'
  /** News of a template. */
  | 'template'
  /** Something for a number that is nobody's; the operator alone sees these. */
  | 'unrouted';

/** A file in a header. */
export type HeaderDocumentInput = {
  /** What the person sees. ≤ 255 characters. */
  filename?: string | null | undefined;
  /** A file's `med_…`, uploaded or received, or Meta's own id of an upload. Either this or `link`. */
  id?: string | number | null | undefined;
  /** A public https address that Meta fetches; the gateway does not. Either this or `id`. */
  link?: string | null | undefined;
};

/** An image or video in a header. */
export type HeaderMediaInput = {
  /** A file's `med_…`, uploaded or received, or Meta's own id of an upload. Either this or `link`. */
  id?: string | number | null | undefined;
  /** A public https address that Meta fetches; the gateway does not. Either this or `id`. */
  link?: string | null | undefined;
};

/** What stands above the words: one of these. */
export type InteractiveHeaderInput =
  {   document: HeaderDocumentInput; image?: never; text?: never; video?: never; }
  |  { document?: never;   image: HeaderMediaInput; text?: never; video?: never; }
  |  { document?: never; image?: never;   /** ≤ 60 characters. */
  text: string; video?: never; }
  |  { document?: never; image?: never; text?: never;   video: HeaderMediaInput; };

/** Something to tap: one of these. */
export type InteractiveInput =
  {   buttons: ButtonsInput; custom?: never; list?: never; url?: never; }
  |  { buttons?: never;   /** Meta's own `interactive` object, for flows, products, location requests and what is yet to come. */
  custom: unknown; list?: never; url?: never; }
  |  { buttons?: never; custom?: never;   list: ListInput; url?: never; }
  |  { buttons?: never; custom?: never; list?: never;   url: UrlButtonInput; };

/** Words with a button that opens a list. */
export type ListInput = {
  /** ≤ 4096 characters. */
  body: string;
  /** The words on the button. ≤ 20 characters. */
  button: string;
  /** The small words below. ≤ 60 characters. */
  footer?: string | null | undefined;
  /** ≤ 60 characters. */
  header?: string | null | undefined;
  sections: Array<ListSectionInput>;
};

/** A row to choose. */
export type ListRowInput = {
  /** ≤ 72 characters. */
  description?: string | null | undefined;
  /** Comes back as `InteractiveReplyContent.id`. ≤ 200 characters. */
  id: string;
  /** ≤ 24 characters. */
  title: string;
};

/** Rows under a title. */
export type ListSectionInput = {
  /** Ten at most over all sections. */
  rows: Array<ListRowInput>;
  /** ≤ 24 characters; needed as soon as there are two sections. */
  title?: string | null | undefined;
};

/** A place. */
export type LocationInput = {
  /** Its postal address. Shown only together with a name. ≤ 1000 characters. */
  address?: string | null | undefined;
  /** Degrees, -90 to 90. */
  latitude: number;
  /** Degrees, -180 to 180. */
  longitude: number;
  /** What the place is called. ≤ 1000 characters. */
  name?: string | null | undefined;
};

/** An image or video. */
export type MediaInput = {
  /** ≤ 1024 characters. */
  caption?: string | null | undefined;
  /** A file's `med_…`, uploaded or received, or Meta's own id of an upload. Either this or `link`. */
  id?: string | number | null | undefined;
  /** A public https address that Meta fetches; the gateway does not. Either this or `id`. */
  link?: string | null | undefined;
};

/** What is known of a file. */
export type MediaState =
  /** It could not be fetched; `reason` says why. `retryMedia` tries again. */
  | 'FAILED'
  /** It is being fetched from WhatsApp, again and again for up to 7 days. */
  | 'PENDING'
  /** It is here: `url` serves it. */
  | 'READY';

/** Kinds of media. */
export type MediaType =
  | 'audio'
  | 'document'
  | 'image'
  | 'sticker'
  | 'video';

/** What is left out does not filter; what is given must all hold. */
export type MessageFilter = {
  /** The person, by `con_…`. */
  contact?: string | number | null | undefined;
  /** Inbound or outbound only. */
  direction?: Direction | null | undefined;
  /** Failed with this code of Meta's, such as 131047. */
  errorCode?: number | null | undefined;
  /** Created at this time or later. */
  from?: string | null | undefined;
  /** One of our numbers, by Meta's id or by its `num_…`. */
  phoneNumberId?: string | number | null | undefined;
  /** Words, in any order: all of them in the text, or all in the person's name, phone and username. Part of a word is enough; of one or two characters it is the whole word or its beginning. Case, accents, harakat, tatweel and punctuation do not count, nor do أ إ آ from ا, ى from ي, ة from ه, or Arabic digits from 0–9. A phone may be written in groups, with +, 00 or 0 before it. At most 200 characters (INVALID_INPUT); of very many people with the words, the 500 who appeared last are found. */
  search?: string | null | undefined;
  /** In this status now. */
  status?: MessageStatus | null | undefined;
  /** Created before this time. */
  to?: string | null | undefined;
  /** Of this kind. */
  type?: MessageType | null | undefined;
};

/** Once Meta has spoken about a message its status never goes backwards. */
export type MessageStatus =
  /** Meta has taken it and given it a `whatsappId`. */
  | 'ACCEPTED'
  /** Taken back before it was sent. */
  | 'CANCELLED'
  /** Reached the phone. */
  | 'DELIVERED'
  /** Waited longer than its sender allowed; never sent. */
  | 'EXPIRED'
  /** Refused; `error` says why. */
  | 'FAILED'
  /** Meta has taken it and checks it before sending (marketing pacing). */
  | 'HELD'
  /** The person has played the voice note. */
  | 'PLAYED'
  /** Stored; waits for its turn. */
  | 'QUEUED'
  /** The person has opened it, as far as they let WhatsApp tell. */
  | 'READ'
  /** The one status of an inbound message. */
  | 'RECEIVED'
  /** On the wire to Meta. */
  | 'SENDING'
  /** Left Meta for the phone. */
  | 'SENT'
  /** Meta has not answered and may have sent it. Resolves itself when a status arrives. */
  | 'UNCONFIRMED';

/** Kinds of message by Meta's names; `unknown` came after this release and is kept raw. */
export type MessageType =
  | 'audio'
  | 'button'
  | 'contacts'
  | 'document'
  | 'edit'
  | 'image'
  | 'interactive'
  | 'location'
  | 'order'
  | 'reaction'
  | 'request_welcome'
  | 'revoke'
  | 'sticker'
  | 'system'
  | 'template'
  | 'text'
  | 'unknown'
  | 'unsupported'
  | 'video';

/** What the gateway is connected to. */
export type Mode =
  /** Talks to Meta's Cloud API. */
  | 'live'
  /** Talks to the built-in stand-in; nobody is written to. */
  | 'sandbox';

/** The words for a named placeholder. */
export type NamedParameterInput = {
  /** Without its braces. */
  name: string;
  value: string;
};

/** What reaches a number. */
export type PhoneNumberCredentials =
  /** Only those that come with a call (whatsappConfig). */
  | 'DIRECT'
  /** The operator's credentials. */
  | 'MASTER'
  /** Its tenant's, stored encrypted: usable from the queue. */
  | 'STORED';

/** How tenants share a number of the operator's. */
export type PhoneNumberSharingInput = {
  /** For how many days after a tenant wrote to somebody their messages are answers to it: 1–365; 30 when left out. */
  answerDays?: number | null | undefined;
  /** Who receives what nobody's message explains. Null or left out: it waits in the unrouted box. */
  defaultTenantId?: string | number | null | undefined;
  /** Who may send from it beside the operator: 1–1,000 tenants. Null or left out: every standard tenant. */
  tenants?: Array<string | number> | null | undefined;
};

/** What is left out stays; null lifts a limit. */
export type QuotasInput = {
  /** Bytes of stored media: a whole number. */
  mediaBytes?: number | null | undefined;
  /** Messages accepted for sending in a second; at least 1. */
  messagesPerSecond?: number | null | undefined;
  /** Messages accepted for sending in a day of the tenant's time zone. */
  sendsPerDay?: number | null | undefined;
  /** Sockets, streams and waiting polls that its keys may have open at a time. */
  sockets?: number | null | undefined;
  /** Readers of the event log that its keys may have open at a time, over every transport. */
  subscriptions?: number | null | undefined;
};

/** A kind of message that Meta has and this gateway does not know yet. Meta judges it; only its frame is checked here. */
export type RawInput = {
  /** Meta's name of the kind: 1–64 lower-case letters and underscores. */
  type: string;
  /** The object that stands under that name, in Meta's shape. ≤ 65536 bytes; no address, no credentials. */
  value: unknown;
};

/** An emoji under a message. */
export type ReactionInput = {
  /** One emoji; null takes an earlier reaction away. */
  emoji?: string | null | undefined;
  /** The message to react to: its `msg_…` or its `wamid`. */
  messageId: string | number;
};

/** To whom: exactly one of these. */
export type RecipientInput =
  {   /** The person of a conversation of yours, from its number. */
  conversationId: string | number; phone?: never; userId?: never; }
  |  { conversationId?: never;   /** E.164 with or without `+` or with `00`; spaces, dashes, brackets, Arabic-Indic and Persian digits are understood. */
  phone: string; userId?: never; }
  |  { conversationId?: never; phone?: never;   /** Business-scoped user id, such as `IQ.1349120865530274`. */
  userId: string; };

/** A button that answers with its id. */
export type ReplyButtonInput = {
  /** Comes back as `InteractiveReplyContent.id`. ≤ 256 characters. */
  id: string;
  /** ≤ 20 characters. */
  title: string;
};

/** What became of an unconfirmed message. */
export type ResolveAs =
  /** It did not; it may be sent again. What Meta tells later still counts. */
  | 'NOT_SENT'
  /** It went out. */
  | 'SENT';

/** What comes of sending a message again. */
export type RetrySafety =
  /** The person may get it twice: WhatsApp did not say whether it took this one. */
  | 'MAY_REPEAT'
  /** It would fail again, until what `error.action` says is done. */
  | 'NO_USE'
  /** It surely did not arrive, and the same message may succeed now. */
  | 'SAFE';

/** Whose key it is. */
export type Role =
  /** Holds the master key: may do everything, for any tenant. */
  | 'operator'
  /** Holds a key of one tenant: acts for it alone, within its scopes. */
  | 'tenant';

/** What a key may do. */
export type Scope =
  /** May manage keys, numbers, templates and webhook endpoints. */
  | 'manage'
  /** May read messages, conversations and events. */
  | 'read'
  /** May send messages. */
  | 'send';

/** A free-form message, possible for 24 hours after the person's last one. */
export type SendReplyInput = {
  /** What is said. */
  content: ContentInput;
  /** Your own access to a number, for this call alone. */
  credentials?: CredentialsInput | null | undefined;
  /** How long it may be queued before it is given up as EXPIRED: 60 to 2592000 seconds (a minute to 30 days); 24 hours when left out. Means nothing with `credentials`, since such a send is never queued. */
  expiresInSeconds?: number | null | undefined;
  /** Which of your numbers: `num_…`, Meta's id, or E.164. Left out: for a reply the one this person last wrote to, then your default. */
  from?: string | number | null | undefined;
  /** Makes repeating the call safe for 7 days: the same key and input answer with the same message as it stands then; other input is an IdempotencyConflictError. 1–255 characters. */
  idempotencyKey?: string | null | undefined;
  /** Your own word for it, given back as it came. ≤ 512 characters. */
  reference?: string | null | undefined;
  /** The message to quote: its `msg_…` or its `wamid`. Not for a reaction, which names its message itself. */
  replyTo?: string | number | null | undefined;
  /** To whom. */
  to: RecipientInput;
  /** True: answer when Meta has, or after 10 s with the message QUEUED or SENDING. False: answer once it is durably queued. */
  wait?: boolean | null | undefined;
};

/** A template message, possible at any time. */
export type SendTemplateInput = {
  /** Your own access to a number, for this call alone. */
  credentials?: CredentialsInput | null | undefined;
  /** How long it may be queued before it is given up as EXPIRED: 60 to 2592000 seconds (a minute to 30 days); 24 hours when left out. Means nothing with `credentials`, since such a send is never queued. */
  expiresInSeconds?: number | null | undefined;
  /** Which of your numbers: `num_…`, Meta's id, or E.164. Left out: for a reply the one this person last wrote to, then your default. */
  from?: string | number | null | undefined;
  /** Makes repeating the call safe for 7 days: the same key and input answer with the same message as it stands then; other input is an IdempotencyConflictError. 1–255 characters. */
  idempotencyKey?: string | null | undefined;
  /** Your own word for it, given back as it came. ≤ 512 characters. */
  reference?: string | null | undefined;
  /** The message to quote: its `msg_…` or its `wamid`. Not for a reaction, which names its message itself. */
  replyTo?: string | number | null | undefined;
  /** What is said. */
  template: TemplateInput;
  /** To whom. */
  to: RecipientInput;
  /** True: answer when Meta has, or after 10 s with the message QUEUED or SENDING. False: answer once it is durably queued. */
  wait?: boolean | null | undefined;
};

/** What was wrong with a signature. */
export type SignatureFault =
  /** It was no `sha256=` and 64 hexadecimal digits: probably not Meta. */
  | 'MALFORMED'
  /** There was none: probably not Meta. */
  | 'MISSING'
  /** It was made with another secret, or for another body: compare META_APP_SECRET, or what is stored for your number. */
  | 'WRONG_SECRET';

/** A WebP sticker. */
export type StickerInput = {
  /** A file's `med_…`, uploaded or received, or Meta's own id of an upload. Either this or `link`. */
  id?: string | number | null | undefined;
  /** A public https address that Meta fetches; the gateway does not. Either this or `id`. */
  link?: string | null | undefined;
};

/** A button's parameter: the one that its kind takes. */
export type TemplateButtonInput =
  {   /** Copy code: the code. */
  code: string; flow?: never; payload?: never; url?: never; }
  |  { code?: never;   /** Flow: Meta's `action` object, `{ flow_token, flow_action_data }`. */
  flow: unknown; payload?: never; url?: never; }
  |  { code?: never; flow?: never;   /** Quick reply: comes back as `InteractiveReplyContent.id`. */
  payload: string; url?: never; }
  |  { code?: never; flow?: never; payload?: never;   /** Web page: what is put at the end of its address. */
  url: string; };

/** The categories a template can be made in. */
export type TemplateCategory =
  | 'AUTHENTICATION'
  | 'MARKETING'
  | 'UTILITY';

/** What a webhook about a template tells. */
export type TemplateChange =
  /** Meta changed its category: `category`, `previousCategory`. */
  | 'CATEGORY'
  /** Its words were edited. */
  | 'COMPONENTS'
  /** Meta finds another category right: `correctCategory`, and `categoryChangesAt` when it will change it. */
  | 'CORRECT_CATEGORY'
  /** What came after this release; `data` holds it. */
  | 'OTHER'
  /** It has another quality: `quality`, `previousQuality`. */
  | 'QUALITY'
  /** It has another status: `status`, `reason`, `details`, `pausedUntil`. */
  | 'STATUS';

/** The header's parameter: the one that the template has. */
export type TemplateHeaderInput =
  {   document: HeaderDocumentInput; image?: never; location?: never; text?: never; video?: never; }
  |  { document?: never;   image: HeaderMediaInput; location?: never; text?: never; video?: never; }
  |  { document?: never; image?: never;   location: LocationInput; text?: never; video?: never; }
  |  { document?: never; image?: never; location?: never;   /** Fills the placeholder of a text header. */
  text: string; video?: never; }
  |  { document?: never; image?: never; location?: never; text?: never;   video: HeaderMediaInput; };

/** Which template, and what fills it. */
export type TemplateInput = {
  /** Instead of `parameters`: Meta's own list of components, passed on as it is. */
  components?: unknown;
  /** Such as `en_US`. Left out: the template's only language, else `en_US`. */
  language?: string | null | undefined;
  /** Lower-case letters, digits and underscores. */
  name: string;
  /** The short form. */
  parameters?: TemplateParametersInput | null | undefined;
};

/** How a template's placeholders are written. */
export type TemplateParameterFormat =
  /** `{{customer}}` …: give `parameters.namedBody`. */
  | 'NAMED'
  /** `{{1}}`, `{{2}}` …: give `parameters.body`. */
  | 'POSITIONAL';

/** What fills a template's placeholders. */
export type TemplateParametersInput = {
  /** For `{{1}}`, `{{2}}` …, in order. */
  body?: Array<string> | null | undefined;
  /** By the button's place in the template; null for one that takes no parameter. */
  buttons?: Array<TemplateButtonInput | null | undefined> | null | undefined;
  /** When the header takes a parameter. */
  header?: TemplateHeaderInput | null | undefined;
  /** For `{{customer}}` …; instead of `body`. */
  namedBody?: Array<NamedParameterInput> | null | undefined;
};

/** Whose access to Meta a tenant's numbers use. */
export type TenantKind =
  /** Brings its own access to Meta. */
  | 'DIRECT'
  /** May use the operator's access to Meta. */
  | 'STANDARD';

/** Whether a tenant may use the gateway. */
export type TenantState =
  /** Its keys work. */
  | 'ACTIVE'
  /** Its keys open nothing, their sockets are closed, and nothing is sent for it: what is queued waits. What people write to it is still stored. */
  | 'SUSPENDED';

/** Words. */
export type TextInput = {
  /** 1–4096 characters. */
  body: string;
  /** True: WhatsApp shows a preview of the first link. False when left out. */
  previewUrl?: boolean | null | undefined;
};

/** Everything that a person wrote to a number. */
export type UnroutedAuthorInput = {
  /** The person: phone (E.164) or user id. */
  contact: string;
  /** The number: Meta's id or `num_…`. */
  phoneNumberId: string | number;
};

/** Which messages of the unrouted box. */
export type UnroutedChoiceInput =
  {   /** All of a person. */
  author: UnroutedAuthorInput; ids?: never; }
  |  { author?: never;   /** 1–100 of them, by `unr_…`. */
  ids: Array<string | number>; };

/** What is left out stays. */
export type UpdatePhoneNumberInput = {
  /** A system user's token that reaches the number and its account. Stored encrypted, and never shown again. */
  accessToken?: string | null | undefined;
  /** The secret of your Meta app, which signs its webhooks: 16–256 characters. Stored encrypted. The one before it counts too, until the next. */
  appSecret?: string | null | undefined;
  /** Only the newest app secret and verify token count from now on. */
  finishRotation: boolean;
  /** Your own choice, entered at Meta with the webhook's address: 8–256 characters. Stored encrypted. The one before it counts too, until the next. */
  verifyToken?: string | null | undefined;
};

/** Words with a button that opens a web page. */
export type UrlButtonInput = {
  /** The words. ≤ 1024 characters. */
  body: string;
  /** The words on the button. ≤ 20 characters. */
  button: string;
  /** The small words below. ≤ 60 characters. */
  footer?: string | null | undefined;
  header?: InteractiveHeaderInput | null | undefined;
  url: string;
};

/** By what usage can be told apart. */
export type UsageDimension =
  /** By the day, in the tenant's time zone, on which it was stored. */
  | 'day'
  /** Inbound or outbound. */
  | 'direction'
  /** By Meta's code of those that failed. */
  | 'failure'
  /** By Meta's words on what it costs. */
  | 'pricing'
  /** By kind of message. */
  | 'type';

/** What a queued message waits for. */
export type WaitsFor =
  /** An earlier message of its conversation. */
  | 'EARLIER_MESSAGE'
  /** Meta's limit to one person: 45 at once, then one per 6 seconds. */
  | 'PAIR_LIMIT'
  /** The number is paused; `phoneNumber.queue.pauseError` or `pauseReason` says why. */
  | 'PAUSED_NUMBER'
  /** Its turn within the number's messages per second. */
  | 'RATE'
  /** Another attempt, since Meta could not be reached or asked to wait. */
  | 'RETRY'
  /** Its tenant, to be active again; until then it may expire. */
  | 'TENANT_SUSPENDED';

/** What became of a webhook with a true signature. */
export type WebhookResult =
  /** It could not be stored and was answered 503: Meta sends it again. */
  | 'FAILED'
  /** Too much was under way and it was answered 503: Meta sends it again. */
  | 'OVERLOADED'
  /** Its bytes are kept, since not all of it could be understood or stored. */
  | 'QUARANTINED'
  /** Everything in it is stored. */
  | 'STORED';

type SendAnswer_ForbiddenError_Fragment = { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type SendAnswer_IdempotencyConflictError_Fragment = { __typename: 'IdempotencyConflictError', code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type SendAnswer_InvalidInputError_Fragment = { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type SendAnswer_Message_Fragment = { __typename: 'Message', id: string, conversation: { id: string } };

type SendAnswer_MetaUnavailableError_Fragment = { __typename: 'MetaUnavailableError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, conversation: { id: string } } | null };

type SendAnswer_NotFoundError_Fragment = { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type SendAnswer_OptedOutError_Fragment = { __typename: 'OptedOutError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, conversation: { id: string } } | null };

type SendAnswer_RateLimitedError_Fragment = { __typename: 'RateLimitedError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, conversation: { id: string } } | null };

type SendAnswer_RejectedByMetaError_Fragment = { __typename: 'RejectedByMetaError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, conversation: { id: string } } | null };

type SendAnswer_TemplateMismatchError_Fragment = { __typename: 'TemplateMismatchError', parameter: string | null, code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type SendAnswer_UnconfirmedError_Fragment = { __typename: 'UnconfirmedError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, conversation: { id: string } } | null };

type SendAnswer_WindowClosedError_Fragment = { __typename: 'WindowClosedError', code: string, message: string, field: string | null, retryable: boolean, action: string | null };

export type SendAnswerFragment =
  | SendAnswer_ForbiddenError_Fragment
  | SendAnswer_IdempotencyConflictError_Fragment
  | SendAnswer_InvalidInputError_Fragment
  | SendAnswer_Message_Fragment
  | SendAnswer_MetaUnavailableError_Fragment
  | SendAnswer_NotFoundError_Fragment
  | SendAnswer_OptedOutError_Fragment
  | SendAnswer_RateLimitedError_Fragment
  | SendAnswer_RejectedByMetaError_Fragment
  | SendAnswer_TemplateMismatchError_Fragment
  | SendAnswer_UnconfirmedError_Fragment
  | SendAnswer_WindowClosedError_Fragment
;

export type ComposerReplyMutationVariables = Exact<{
  input: SendReplyInput;
}>;


export type ComposerReplyMutation = { sendReply:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'IdempotencyConflictError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'Message', id: string, conversation: { id: string } }
    | { __typename: 'MetaUnavailableError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, conversation: { id: string } } | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'OptedOutError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, conversation: { id: string } } | null }
    | { __typename: 'RateLimitedError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, conversation: { id: string } } | null }
    | { __typename: 'RejectedByMetaError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, conversation: { id: string } } | null }
    | { __typename: 'TemplateMismatchError', parameter: string | null, code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'UnconfirmedError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, conversation: { id: string } } | null }
    | { __typename: 'WindowClosedError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
   };

export type ComposerTemplateMutationVariables = Exact<{
  input: SendTemplateInput;
}>;


export type ComposerTemplateMutation = { sendTemplate:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'IdempotencyConflictError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'Message', id: string, conversation: { id: string } }
    | { __typename: 'MetaUnavailableError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, conversation: { id: string } } | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'OptedOutError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, conversation: { id: string } } | null }
    | { __typename: 'RateLimitedError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, conversation: { id: string } } | null }
    | { __typename: 'RejectedByMetaError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, conversation: { id: string } } | null }
    | { __typename: 'TemplateMismatchError', parameter: string | null, code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'UnconfirmedError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, conversation: { id: string } } | null }
    | { __typename: 'WindowClosedError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
   };

export type ComposerNewestQueryVariables = Exact<{
  id: string | number;
}>;


export type ComposerNewestQuery = { conversation: { id: string, messages: { edges: Array<{ node: { createdAt: string, id: string, direction: Direction, type: MessageType, text: string | null, sentBy: string | null, revokedAt: string | null, content:
            | { __typename: 'ContactsContent' }
            | { __typename: 'EditContent' }
            | { __typename: 'InteractiveContent' }
            | { __typename: 'InteractiveReplyContent' }
            | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null }
            | { __typename: 'MediaContent', mediaType: MediaType, voice: boolean, filename: string | null, media: { id: string, thumbnailUrl: string | null } | null }
            | { __typename: 'OrderContent' }
            | { __typename: 'OtherContent' }
            | { __typename: 'ReactionContent' }
            | { __typename: 'RequestWelcomeContent' }
            | { __typename: 'RevokeContent' }
            | { __typename: 'SystemContent' }
            | { __typename: 'TemplateContent', name: string | null }
            | { __typename: 'TextContent' }
            | { __typename: 'UnsupportedContent' }
           | null } }> } } | null };

export type TemplateChoiceFragment = { id: string, wabaId: string, name: string, language: string, status: string, statusDetails: string | null, rejectedReason: string | null, category: string, parameterFormat: TemplateParameterFormat, components: Array<unknown> };

export type ComposerTemplatesQueryVariables = Exact<{ [key: string]: never; }>;


export type ComposerTemplatesQuery = { templates: Array<{ id: string, wabaId: string, name: string, language: string, status: string, statusDetails: string | null, rejectedReason: string | null, category: string, parameterFormat: TemplateParameterFormat, components: Array<unknown> }> };

export type ComposerPreviewQueryVariables = Exact<{
  name: string;
  language: string;
  wabaId: string | number;
  components?: unknown;
}>;


export type ComposerPreviewQuery = { templates: Array<{ id: string, preview: { footer: string | null, cards: Array<{ footer: string | null, header: { format: string, text: string | null, value: unknown } | null, body: { text: string } | null, buttons: Array<{ kind: string, text: string | null, url: string | null, phoneNumber: string | null, value: string | null }>, offer: { text: string, expiresAt: string | null } | null }>, header: { format: string, text: string | null, value: unknown } | null, body: { text: string } | null, buttons: Array<{ kind: string, text: string | null, url: string | null, phoneNumber: string | null, value: string | null }>, offer: { text: string, expiresAt: string | null } | null } }> };

export type ComposerNumbersQueryVariables = Exact<{ [key: string]: never; }>;


export type ComposerNumbersQuery = { phoneNumbers: Array<{ wabaId: string | null, id: string, phoneNumberId: string, display: string }> };

export type NewChatKnownQueryVariables = Exact<{
  search: string;
}>;


export type NewChatKnownQuery = { conversations: { edges: Array<{ node: { id: string, contact: { id: string, phone: string | null, userId: string | null }, phoneNumber: { id: string } } }> } };

export type ConnectionQueryVariables = Exact<{ [key: string]: never; }>;


export type ConnectionQuery = { connection: { callbackUrl: string, publicUrlSet: boolean, verifyToken: string | null, fields: Array<string>, acceptedHandshakeAt: string | null, startedAt: string, quarantined: number | null, backlog: number | null, last: { at: string, result: WebhookResult } | null, refusedSignature: { at: string, fault: SignatureFault, address: string } | null, refusedHandshake: { at: string, address: string } | null, last24Hours: { stored: number, quarantined: number, failed: number, overloaded: number, refused: number }, storing: { count: number, median: number, p95: number } | null } | null, phoneNumbers: Array<{ wabaId: string | null, credentials: PhoneNumberCredentials | null, id: string, phoneNumberId: string, display: string }> };

export type ConnectionChangesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ConnectionChangesSubscription = { connectionChanges: { startedAt: string } | null };

export type DashboardEventsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DashboardEventsSubscription = { events:
    | { __typename: 'Checkpoint', receivedAt: string | null, recordedAt: string | null, live: boolean, cursor: string, type: EventType, at: string }
    | { __typename: 'InboundMessage', receivedAt: string | null, recordedAt: string | null, cursor: string, type: EventType, at: string, message: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, conversation: { id: string, marketingOptOut: string | null, unreadCount: number, readUpTo: string | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, window: { open: boolean, expiresAt: string | null, freeEntryPoint: { since: string, source: string | null, expiresAt: string | null } | null }, lastMessage: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
              | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
              | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
                  | { __typename: 'ContactsContent' }
                  | { __typename: 'EditContent' }
                  | { __typename: 'InteractiveContent' }
                  | { __typename: 'InteractiveReplyContent' }
                  | { __typename: 'LocationContent' }
                  | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
                  | { __typename: 'OrderContent' }
                  | { __typename: 'OtherContent' }
                  | { __typename: 'ReactionContent' }
                  | { __typename: 'RequestWelcomeContent' }
                  | { __typename: 'RevokeContent' }
                  | { __typename: 'SystemContent' }
                  | { __typename: 'TemplateContent' }
                  | { __typename: 'TextContent', body: string }
                  | { __typename: 'UnsupportedContent' }
                 }
              | { __typename: 'InteractiveContent', interactive: unknown }
              | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
              | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
              | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
              | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
              | { __typename: 'OtherContent', type: string, value: unknown }
              | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
              | { __typename: 'RequestWelcomeContent', type: string }
              | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
              | { __typename: 'TextContent', body: string, previewUrl: boolean }
              | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
             | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null }, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } }
    | { __typename: 'MediaEvent', receivedAt: string | null, recordedAt: string | null, cursor: string, type: EventType, at: string, message: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } }
    | { __typename: 'NoticeEvent', receivedAt: string | null, recordedAt: string | null, data: unknown, cursor: string, type: EventType, at: string, conversation: { id: string, marketingOptOut: string | null, unreadCount: number, readUpTo: string | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, window: { open: boolean, expiresAt: string | null, freeEntryPoint: { since: string, source: string | null, expiresAt: string | null } | null }, lastMessage: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
            | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
            | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
                | { __typename: 'ContactsContent' }
                | { __typename: 'EditContent' }
                | { __typename: 'InteractiveContent' }
                | { __typename: 'InteractiveReplyContent' }
                | { __typename: 'LocationContent' }
                | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
                | { __typename: 'OrderContent' }
                | { __typename: 'OtherContent' }
                | { __typename: 'ReactionContent' }
                | { __typename: 'RequestWelcomeContent' }
                | { __typename: 'RevokeContent' }
                | { __typename: 'SystemContent' }
                | { __typename: 'TemplateContent' }
                | { __typename: 'TextContent', body: string }
                | { __typename: 'UnsupportedContent' }
               }
            | { __typename: 'InteractiveContent', interactive: unknown }
            | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
            | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
            | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
            | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
            | { __typename: 'OtherContent', type: string, value: unknown }
            | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
            | { __typename: 'RequestWelcomeContent', type: string }
            | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
            | { __typename: 'SystemContent' }
            | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
            | { __typename: 'TextContent', body: string, previewUrl: boolean }
            | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
           | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null } | null }
    | { __typename: 'OutboundMessage', receivedAt: string | null, recordedAt: string | null, cursor: string, type: EventType, at: string, message: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, conversation: { id: string, marketingOptOut: string | null, unreadCount: number, readUpTo: string | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, window: { open: boolean, expiresAt: string | null, freeEntryPoint: { since: string, source: string | null, expiresAt: string | null } | null }, lastMessage: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
              | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
              | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
                  | { __typename: 'ContactsContent' }
                  | { __typename: 'EditContent' }
                  | { __typename: 'InteractiveContent' }
                  | { __typename: 'InteractiveReplyContent' }
                  | { __typename: 'LocationContent' }
                  | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
                  | { __typename: 'OrderContent' }
                  | { __typename: 'OtherContent' }
                  | { __typename: 'ReactionContent' }
                  | { __typename: 'RequestWelcomeContent' }
                  | { __typename: 'RevokeContent' }
                  | { __typename: 'SystemContent' }
                  | { __typename: 'TemplateContent' }
                  | { __typename: 'TextContent', body: string }
                  | { __typename: 'UnsupportedContent' }
                 }
              | { __typename: 'InteractiveContent', interactive: unknown }
              | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
              | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
              | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
              | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
              | { __typename: 'OtherContent', type: string, value: unknown }
              | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
              | { __typename: 'RequestWelcomeContent', type: string }
              | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
              | { __typename: 'TextContent', body: string, previewUrl: boolean }
              | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
             | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null }, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } }
    | { __typename: 'StatusUpdate', receivedAt: string | null, recordedAt: string | null, status: MessageStatus, cursor: string, type: EventType, at: string, error: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null, message: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } }
    | { __typename: 'TemplateEvent', receivedAt: string | null, recordedAt: string | null, change: TemplateChange, templateId: string | null, wabaId: string | null, name: string | null, language: string | null, reason: string | null, details: string | null, pausedUntil: string | null, quality: string | null, previousQuality: string | null, category: string | null, previousCategory: string | null, correctCategory: string | null, categoryChangesAt: string | null, data: unknown, cursor: string, type: EventType, at: string, templateStatus: string | null }
   };

export type BubbleFieldsFragment = { waitsFor: WaitsFor | null, retrySafety: RetrySafety | null, expiresAt: string | null, id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
    | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
    | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
        | { __typename: 'ContactsContent' }
        | { __typename: 'EditContent' }
        | { __typename: 'InteractiveContent' }
        | { __typename: 'InteractiveReplyContent' }
        | { __typename: 'LocationContent' }
        | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
        | { __typename: 'OrderContent' }
        | { __typename: 'OtherContent' }
        | { __typename: 'ReactionContent' }
        | { __typename: 'RequestWelcomeContent' }
        | { __typename: 'RevokeContent' }
        | { __typename: 'SystemContent' }
        | { __typename: 'TemplateContent' }
        | { __typename: 'TextContent', body: string }
        | { __typename: 'UnsupportedContent' }
       }
    | { __typename: 'InteractiveContent', interactive: unknown }
    | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
    | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
    | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
    | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
    | { __typename: 'OtherContent', type: string, value: unknown }
    | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
    | { __typename: 'RequestWelcomeContent', type: string }
    | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
    | { __typename: 'SystemContent', change: string, phone: string | null, sentence: string | null }
    | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown>, preview: { footer: string | null, cards: Array<{ footer: string | null, header: { format: string, text: string | null, value: unknown } | null, body: { text: string } | null, buttons: Array<{ kind: string, text: string | null, url: string | null, phoneNumber: string | null, value: string | null }>, offer: { text: string, expiresAt: string | null } | null }>, header: { format: string, text: string | null, value: unknown } | null, body: { text: string } | null, buttons: Array<{ kind: string, text: string | null, url: string | null, phoneNumber: string | null, value: string | null }>, offer: { text: string, expiresAt: string | null } | null } | null }
    | { __typename: 'TextContent', body: string, previewUrl: boolean }
    | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
   | null, replyTo: { id: string, direction: Direction, type: MessageType, text: string | null, sentBy: string | null, revokedAt: string | null, content:
      | { __typename: 'ContactsContent' }
      | { __typename: 'EditContent' }
      | { __typename: 'InteractiveContent' }
      | { __typename: 'InteractiveReplyContent' }
      | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null }
      | { __typename: 'MediaContent', mediaType: MediaType, voice: boolean, filename: string | null, media: { id: string, thumbnailUrl: string | null } | null }
      | { __typename: 'OrderContent' }
      | { __typename: 'OtherContent' }
      | { __typename: 'ReactionContent' }
      | { __typename: 'RequestWelcomeContent' }
      | { __typename: 'RevokeContent' }
      | { __typename: 'SystemContent' }
      | { __typename: 'TemplateContent', name: string | null }
      | { __typename: 'TextContent' }
      | { __typename: 'UnsupportedContent' }
     | null } | null, reactions: Array<{ emoji: string, from: Direction, at: string, message: { id: string } }>, error: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> };

export type QuoteFieldsFragment = { id: string, direction: Direction, type: MessageType, text: string | null, sentBy: string | null, revokedAt: string | null, content:
    | { __typename: 'ContactsContent' }
    | { __typename: 'EditContent' }
    | { __typename: 'InteractiveContent' }
    | { __typename: 'InteractiveReplyContent' }
    | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null }
    | { __typename: 'MediaContent', mediaType: MediaType, voice: boolean, filename: string | null, media: { id: string, thumbnailUrl: string | null } | null }
    | { __typename: 'OrderContent' }
    | { __typename: 'OtherContent' }
    | { __typename: 'ReactionContent' }
    | { __typename: 'RequestWelcomeContent' }
    | { __typename: 'RevokeContent' }
    | { __typename: 'SystemContent' }
    | { __typename: 'TemplateContent', name: string | null }
    | { __typename: 'TextContent' }
    | { __typename: 'UnsupportedContent' }
   | null };

export type PreviewFieldsFragment = { footer: string | null, header: { format: string, text: string | null, value: unknown } | null, body: { text: string } | null, buttons: Array<{ kind: string, text: string | null, url: string | null, phoneNumber: string | null, value: string | null }>, offer: { text: string, expiresAt: string | null } | null };

export type ThreadPageFragment = { edges: Array<{ cursor: string, node: { waitsFor: WaitsFor | null, retrySafety: RetrySafety | null, expiresAt: string | null, id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
        | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
        | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
            | { __typename: 'ContactsContent' }
            | { __typename: 'EditContent' }
            | { __typename: 'InteractiveContent' }
            | { __typename: 'InteractiveReplyContent' }
            | { __typename: 'LocationContent' }
            | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
            | { __typename: 'OrderContent' }
            | { __typename: 'OtherContent' }
            | { __typename: 'ReactionContent' }
            | { __typename: 'RequestWelcomeContent' }
            | { __typename: 'RevokeContent' }
            | { __typename: 'SystemContent' }
            | { __typename: 'TemplateContent' }
            | { __typename: 'TextContent', body: string }
            | { __typename: 'UnsupportedContent' }
           }
        | { __typename: 'InteractiveContent', interactive: unknown }
        | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
        | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
        | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
        | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
        | { __typename: 'OtherContent', type: string, value: unknown }
        | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
        | { __typename: 'RequestWelcomeContent', type: string }
        | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
        | { __typename: 'SystemContent', change: string, phone: string | null, sentence: string | null }
        | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown>, preview: { footer: string | null, cards: Array<{ footer: string | null, header: { format: string, text: string | null, value: unknown } | null, body: { text: string } | null, buttons: Array<{ kind: string, text: string | null, url: string | null, phoneNumber: string | null, value: string | null }>, offer: { text: string, expiresAt: string | null } | null }>, header: { format: string, text: string | null, value: unknown } | null, body: { text: string } | null, buttons: Array<{ kind: string, text: string | null, url: string | null, phoneNumber: string | null, value: string | null }>, offer: { text: string, expiresAt: string | null } | null } | null }
        | { __typename: 'TextContent', body: string, previewUrl: boolean }
        | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
       | null, replyTo: { id: string, direction: Direction, type: MessageType, text: string | null, sentBy: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent' }
          | { __typename: 'EditContent' }
          | { __typename: 'InteractiveContent' }
          | { __typename: 'InteractiveReplyContent' }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, voice: boolean, filename: string | null, media: { id: string, thumbnailUrl: string | null } | null }
          | { __typename: 'OrderContent' }
          | { __typename: 'OtherContent' }
          | { __typename: 'ReactionContent' }
          | { __typename: 'RequestWelcomeContent' }
          | { __typename: 'RevokeContent' }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null }
          | { __typename: 'TextContent' }
          | { __typename: 'UnsupportedContent' }
         | null } | null, reactions: Array<{ emoji: string, from: Direction, at: string, message: { id: string } }>, error: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean } };

export type InboxConversationsQueryVariables = Exact<{
  filter?: ConversationFilter | null | undefined;
  after?: string | null | undefined;
  first: number;
}>;


export type InboxConversationsQuery = { conversations: { edges: Array<{ node: { id: string, marketingOptOut: string | null, unreadCount: number, readUpTo: string | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, window: { open: boolean, expiresAt: string | null, freeEntryPoint: { since: string, source: string | null, expiresAt: string | null } | null }, lastMessage: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
            | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
            | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
                | { __typename: 'ContactsContent' }
                | { __typename: 'EditContent' }
                | { __typename: 'InteractiveContent' }
                | { __typename: 'InteractiveReplyContent' }
                | { __typename: 'LocationContent' }
                | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
                | { __typename: 'OrderContent' }
                | { __typename: 'OtherContent' }
                | { __typename: 'ReactionContent' }
                | { __typename: 'RequestWelcomeContent' }
                | { __typename: 'RevokeContent' }
                | { __typename: 'SystemContent' }
                | { __typename: 'TemplateContent' }
                | { __typename: 'TextContent', body: string }
                | { __typename: 'UnsupportedContent' }
               }
            | { __typename: 'InteractiveContent', interactive: unknown }
            | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
            | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
            | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
            | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
            | { __typename: 'OtherContent', type: string, value: unknown }
            | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
            | { __typename: 'RequestWelcomeContent', type: string }
            | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
            | { __typename: 'SystemContent' }
            | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
            | { __typename: 'TextContent', body: string, previewUrl: boolean }
            | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
           | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type InboxNumbersQueryVariables = Exact<{ [key: string]: never; }>;


export type InboxNumbersQuery = { phoneNumbers: Array<{ id: string, phoneNumberId: string, display: string }> };

export type InboxConversationQueryVariables = Exact<{
  id: string | number;
}>;


export type InboxConversationQuery = { conversation: { id: string, marketingOptOut: string | null, unreadCount: number, readUpTo: string | null, firstUnread: { id: string } | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, window: { open: boolean, expiresAt: string | null, freeEntryPoint: { since: string, source: string | null, expiresAt: string | null } | null }, lastMessage: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
        | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
        | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
            | { __typename: 'ContactsContent' }
            | { __typename: 'EditContent' }
            | { __typename: 'InteractiveContent' }
            | { __typename: 'InteractiveReplyContent' }
            | { __typename: 'LocationContent' }
            | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
            | { __typename: 'OrderContent' }
            | { __typename: 'OtherContent' }
            | { __typename: 'ReactionContent' }
            | { __typename: 'RequestWelcomeContent' }
            | { __typename: 'RevokeContent' }
            | { __typename: 'SystemContent' }
            | { __typename: 'TemplateContent' }
            | { __typename: 'TextContent', body: string }
            | { __typename: 'UnsupportedContent' }
           }
        | { __typename: 'InteractiveContent', interactive: unknown }
        | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
        | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
        | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
        | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
        | { __typename: 'OtherContent', type: string, value: unknown }
        | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
        | { __typename: 'RequestWelcomeContent', type: string }
        | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
        | { __typename: 'SystemContent' }
        | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
        | { __typename: 'TextContent', body: string, previewUrl: boolean }
        | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
       | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null } | null };

export type ThreadOlderQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
  first: number;
}>;


export type ThreadOlderQuery = { conversation: { id: string, messages: { edges: Array<{ cursor: string, node: { waitsFor: WaitsFor | null, retrySafety: RetrySafety | null, expiresAt: string | null, id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
            | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
            | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
                | { __typename: 'ContactsContent' }
                | { __typename: 'EditContent' }
                | { __typename: 'InteractiveContent' }
                | { __typename: 'InteractiveReplyContent' }
                | { __typename: 'LocationContent' }
                | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
                | { __typename: 'OrderContent' }
                | { __typename: 'OtherContent' }
                | { __typename: 'ReactionContent' }
                | { __typename: 'RequestWelcomeContent' }
                | { __typename: 'RevokeContent' }
                | { __typename: 'SystemContent' }
                | { __typename: 'TemplateContent' }
                | { __typename: 'TextContent', body: string }
                | { __typename: 'UnsupportedContent' }
               }
            | { __typename: 'InteractiveContent', interactive: unknown }
            | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
            | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
            | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
            | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
            | { __typename: 'OtherContent', type: string, value: unknown }
            | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
            | { __typename: 'RequestWelcomeContent', type: string }
            | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
            | { __typename: 'SystemContent', change: string, phone: string | null, sentence: string | null }
            | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown>, preview: { footer: string | null, cards: Array<{ footer: string | null, header: { format: string, text: string | null, value: unknown } | null, body: { text: string } | null, buttons: Array<{ kind: string, text: string | null, url: string | null, phoneNumber: string | null, value: string | null }>, offer: { text: string, expiresAt: string | null } | null }>, header: { format: string, text: string | null, value: unknown } | null, body: { text: string } | null, buttons: Array<{ kind: string, text: string | null, url: string | null, phoneNumber: string | null, value: string | null }>, offer: { text: string, expiresAt: string | null } | null } | null }
            | { __typename: 'TextContent', body: string, previewUrl: boolean }
            | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
           | null, replyTo: { id: string, direction: Direction, type: MessageType, text: string | null, sentBy: string | null, revokedAt: string | null, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null }
              | { __typename: 'MediaContent', mediaType: MediaType, voice: boolean, filename: string | null, media: { id: string, thumbnailUrl: string | null } | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent', name: string | null }
              | { __typename: 'TextContent' }
              | { __typename: 'UnsupportedContent' }
             | null } | null, reactions: Array<{ emoji: string, from: Direction, at: string, message: { id: string } }>, error: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean } } } | null };

export type ThreadNewerQueryVariables = Exact<{
  id: string | number;
  before: string;
  last: number;
}>;


export type ThreadNewerQuery = { conversation: { id: string, messages: { edges: Array<{ cursor: string, node: { waitsFor: WaitsFor | null, retrySafety: RetrySafety | null, expiresAt: string | null, id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
            | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
            | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
                | { __typename: 'ContactsContent' }
                | { __typename: 'EditContent' }
                | { __typename: 'InteractiveContent' }
                | { __typename: 'InteractiveReplyContent' }
                | { __typename: 'LocationContent' }
                | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
                | { __typename: 'OrderContent' }
                | { __typename: 'OtherContent' }
                | { __typename: 'ReactionContent' }
                | { __typename: 'RequestWelcomeContent' }
                | { __typename: 'RevokeContent' }
                | { __typename: 'SystemContent' }
                | { __typename: 'TemplateContent' }
                | { __typename: 'TextContent', body: string }
                | { __typename: 'UnsupportedContent' }
               }
            | { __typename: 'InteractiveContent', interactive: unknown }
            | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
            | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
            | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
            | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
            | { __typename: 'OtherContent', type: string, value: unknown }
            | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
            | { __typename: 'RequestWelcomeContent', type: string }
            | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
            | { __typename: 'SystemContent', change: string, phone: string | null, sentence: string | null }
            | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown>, preview: { footer: string | null, cards: Array<{ footer: string | null, header: { format: string, text: string | null, value: unknown } | null, body: { text: string } | null, buttons: Array<{ kind: string, text: string | null, url: string | null, phoneNumber: string | null, value: string | null }>, offer: { text: string, expiresAt: string | null } | null }>, header: { format: string, text: string | null, value: unknown } | null, body: { text: string } | null, buttons: Array<{ kind: string, text: string | null, url: string | null, phoneNumber: string | null, value: string | null }>, offer: { text: string, expiresAt: string | null } | null } | null }
            | { __typename: 'TextContent', body: string, previewUrl: boolean }
            | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
           | null, replyTo: { id: string, direction: Direction, type: MessageType, text: string | null, sentBy: string | null, revokedAt: string | null, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null }
              | { __typename: 'MediaContent', mediaType: MediaType, voice: boolean, filename: string | null, media: { id: string, thumbnailUrl: string | null } | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent', name: string | null }
              | { __typename: 'TextContent' }
              | { __typename: 'UnsupportedContent' }
             | null } | null, reactions: Array<{ emoji: string, from: Direction, at: string, message: { id: string } }>, error: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean } } } | null };

export type ThreadAroundQueryVariables = Exact<{
  id: string | number;
  message: string | number;
  size: number;
}>;


export type ThreadAroundQuery = { conversation: { id: string, around: { edges: Array<{ cursor: string, node: { waitsFor: WaitsFor | null, retrySafety: RetrySafety | null, expiresAt: string | null, id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
            | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
            | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
                | { __typename: 'ContactsContent' }
                | { __typename: 'EditContent' }
                | { __typename: 'InteractiveContent' }
                | { __typename: 'InteractiveReplyContent' }
                | { __typename: 'LocationContent' }
                | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
                | { __typename: 'OrderContent' }
                | { __typename: 'OtherContent' }
                | { __typename: 'ReactionContent' }
                | { __typename: 'RequestWelcomeContent' }
                | { __typename: 'RevokeContent' }
                | { __typename: 'SystemContent' }
                | { __typename: 'TemplateContent' }
                | { __typename: 'TextContent', body: string }
                | { __typename: 'UnsupportedContent' }
               }
            | { __typename: 'InteractiveContent', interactive: unknown }
            | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
            | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
            | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
            | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
            | { __typename: 'OtherContent', type: string, value: unknown }
            | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
            | { __typename: 'RequestWelcomeContent', type: string }
            | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
            | { __typename: 'SystemContent', change: string, phone: string | null, sentence: string | null }
            | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown>, preview: { footer: string | null, cards: Array<{ footer: string | null, header: { format: string, text: string | null, value: unknown } | null, body: { text: string } | null, buttons: Array<{ kind: string, text: string | null, url: string | null, phoneNumber: string | null, value: string | null }>, offer: { text: string, expiresAt: string | null } | null }>, header: { format: string, text: string | null, value: unknown } | null, body: { text: string } | null, buttons: Array<{ kind: string, text: string | null, url: string | null, phoneNumber: string | null, value: string | null }>, offer: { text: string, expiresAt: string | null } | null } | null }
            | { __typename: 'TextContent', body: string, previewUrl: boolean }
            | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
           | null, replyTo: { id: string, direction: Direction, type: MessageType, text: string | null, sentBy: string | null, revokedAt: string | null, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null }
              | { __typename: 'MediaContent', mediaType: MediaType, voice: boolean, filename: string | null, media: { id: string, thumbnailUrl: string | null } | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent', name: string | null }
              | { __typename: 'TextContent' }
              | { __typename: 'UnsupportedContent' }
             | null } | null, reactions: Array<{ emoji: string, from: Direction, at: string, message: { id: string } }>, error: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean } } | null } | null };

export type ThreadMessageQueryVariables = Exact<{
  id: string | number;
}>;


export type ThreadMessageQuery = { message: { waitsFor: WaitsFor | null, retrySafety: RetrySafety | null, expiresAt: string | null, id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
      | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
      | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
          | { __typename: 'ContactsContent' }
          | { __typename: 'EditContent' }
          | { __typename: 'InteractiveContent' }
          | { __typename: 'InteractiveReplyContent' }
          | { __typename: 'LocationContent' }
          | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
          | { __typename: 'OrderContent' }
          | { __typename: 'OtherContent' }
          | { __typename: 'ReactionContent' }
          | { __typename: 'RequestWelcomeContent' }
          | { __typename: 'RevokeContent' }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent' }
          | { __typename: 'TextContent', body: string }
          | { __typename: 'UnsupportedContent' }
         }
      | { __typename: 'InteractiveContent', interactive: unknown }
      | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
      | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
      | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
      | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
      | { __typename: 'OtherContent', type: string, value: unknown }
      | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
      | { __typename: 'RequestWelcomeContent', type: string }
      | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
      | { __typename: 'SystemContent', change: string, phone: string | null, sentence: string | null }
      | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown>, preview: { footer: string | null, cards: Array<{ footer: string | null, header: { format: string, text: string | null, value: unknown } | null, body: { text: string } | null, buttons: Array<{ kind: string, text: string | null, url: string | null, phoneNumber: string | null, value: string | null }>, offer: { text: string, expiresAt: string | null } | null }>, header: { format: string, text: string | null, value: unknown } | null, body: { text: string } | null, buttons: Array<{ kind: string, text: string | null, url: string | null, phoneNumber: string | null, value: string | null }>, offer: { text: string, expiresAt: string | null } | null } | null }
      | { __typename: 'TextContent', body: string, previewUrl: boolean }
      | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
     | null, replyTo: { id: string, direction: Direction, type: MessageType, text: string | null, sentBy: string | null, revokedAt: string | null, content:
        | { __typename: 'ContactsContent' }
        | { __typename: 'EditContent' }
        | { __typename: 'InteractiveContent' }
        | { __typename: 'InteractiveReplyContent' }
        | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null }
        | { __typename: 'MediaContent', mediaType: MediaType, voice: boolean, filename: string | null, media: { id: string, thumbnailUrl: string | null } | null }
        | { __typename: 'OrderContent' }
        | { __typename: 'OtherContent' }
        | { __typename: 'ReactionContent' }
        | { __typename: 'RequestWelcomeContent' }
        | { __typename: 'RevokeContent' }
        | { __typename: 'SystemContent' }
        | { __typename: 'TemplateContent', name: string | null }
        | { __typename: 'TextContent' }
        | { __typename: 'UnsupportedContent' }
       | null } | null, reactions: Array<{ emoji: string, from: Direction, at: string, message: { id: string } }>, error: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null };

export type MessageTimelineQueryVariables = Exact<{
  id: string | number;
}>;


export type MessageTimelineQuery = { message: { id: string, timeline: Array<{ status: MessageStatus, at: string, recordedAt: string, error: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null }>, pricing: { billable: boolean | null, category: string | null, type: string | null } | null } | null };

export type ConversationMediaQueryVariables = Exact<{
  contact: string | number;
  number: string | number;
  first: number;
}>;


export type ConversationMediaQuery = { images: { edges: Array<{ node: { id: string, createdAt: string, revokedAt: string | null, content:
          | { __typename: 'ContactsContent' }
          | { __typename: 'EditContent' }
          | { __typename: 'InteractiveContent' }
          | { __typename: 'InteractiveReplyContent' }
          | { __typename: 'LocationContent' }
          | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null, filename: string | null, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent' }
          | { __typename: 'OtherContent' }
          | { __typename: 'ReactionContent' }
          | { __typename: 'RequestWelcomeContent' }
          | { __typename: 'RevokeContent' }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent' }
          | { __typename: 'TextContent' }
          | { __typename: 'UnsupportedContent' }
         | null } }> }, videos: { edges: Array<{ node: { id: string, createdAt: string, revokedAt: string | null, content:
          | { __typename: 'ContactsContent' }
          | { __typename: 'EditContent' }
          | { __typename: 'InteractiveContent' }
          | { __typename: 'InteractiveReplyContent' }
          | { __typename: 'LocationContent' }
          | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null, filename: string | null, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent' }
          | { __typename: 'OtherContent' }
          | { __typename: 'ReactionContent' }
          | { __typename: 'RequestWelcomeContent' }
          | { __typename: 'RevokeContent' }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent' }
          | { __typename: 'TextContent' }
          | { __typename: 'UnsupportedContent' }
         | null } }> }, documents: { edges: Array<{ node: { id: string, createdAt: string, revokedAt: string | null, content:
          | { __typename: 'ContactsContent' }
          | { __typename: 'EditContent' }
          | { __typename: 'InteractiveContent' }
          | { __typename: 'InteractiveReplyContent' }
          | { __typename: 'LocationContent' }
          | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null, filename: string | null, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent' }
          | { __typename: 'OtherContent' }
          | { __typename: 'ReactionContent' }
          | { __typename: 'RequestWelcomeContent' }
          | { __typename: 'RevokeContent' }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent' }
          | { __typename: 'TextContent' }
          | { __typename: 'UnsupportedContent' }
         | null } }> } };

export type MediaMessageFragment = { id: string, createdAt: string, revokedAt: string | null, content:
    | { __typename: 'ContactsContent' }
    | { __typename: 'EditContent' }
    | { __typename: 'InteractiveContent' }
    | { __typename: 'InteractiveReplyContent' }
    | { __typename: 'LocationContent' }
    | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null, filename: string | null, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
    | { __typename: 'OrderContent' }
    | { __typename: 'OtherContent' }
    | { __typename: 'ReactionContent' }
    | { __typename: 'RequestWelcomeContent' }
    | { __typename: 'RevokeContent' }
    | { __typename: 'SystemContent' }
    | { __typename: 'TemplateContent' }
    | { __typename: 'TextContent' }
    | { __typename: 'UnsupportedContent' }
   | null };

export type NumberPauseQueryVariables = Exact<{
  id: string | number;
}>;


export type NumberPauseQuery = { node:
    | { id: string, queue: { pausedUntil: string | null, pauseError: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null } | null }
    | Record<PropertyKey, never>
   | null };

export type InboxMarkReadMutationVariables = Exact<{
  conversationId: string | number;
  upTo: string | number;
  receipt: boolean;
}>;


export type InboxMarkReadMutation = { markRead:
    | { __typename: 'Conversation', id: string, unreadCount: number, readUpTo: string | null }
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
   };

export type InboxResolveMutationVariables = Exact<{
  id: string | number;
  as: ResolveAs;
}>;


export type InboxResolveMutation = { resolveMessage:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'Message', id: string, status: MessageStatus }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
   };

export type InboxCancelMutationVariables = Exact<{
  id: string | number;
}>;


export type InboxCancelMutation = { cancelMessage:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'Message', id: string, status: MessageStatus }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
   };

export type InboxRetryMediaMutationVariables = Exact<{
  messageId: string | number;
}>;


export type InboxRetryMediaMutation = { retryMedia:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'Message', id: string }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
   };

export type InboxSendReplyMutationVariables = Exact<{
  input: SendReplyInput;
}>;


export type InboxSendReplyMutation = { sendReply:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'IdempotencyConflictError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'Message', id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
        | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
        | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
            | { __typename: 'ContactsContent' }
            | { __typename: 'EditContent' }
            | { __typename: 'InteractiveContent' }
            | { __typename: 'InteractiveReplyContent' }
            | { __typename: 'LocationContent' }
            | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
            | { __typename: 'OrderContent' }
            | { __typename: 'OtherContent' }
            | { __typename: 'ReactionContent' }
            | { __typename: 'RequestWelcomeContent' }
            | { __typename: 'RevokeContent' }
            | { __typename: 'SystemContent' }
            | { __typename: 'TemplateContent' }
            | { __typename: 'TextContent', body: string }
            | { __typename: 'UnsupportedContent' }
           }
        | { __typename: 'InteractiveContent', interactive: unknown }
        | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
        | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
        | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
        | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
        | { __typename: 'OtherContent', type: string, value: unknown }
        | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
        | { __typename: 'RequestWelcomeContent', type: string }
        | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
        | { __typename: 'SystemContent' }
        | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
        | { __typename: 'TextContent', body: string, previewUrl: boolean }
        | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
       | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
    | { __typename: 'MetaUnavailableError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'OptedOutError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null }
    | { __typename: 'RateLimitedError', retryAfterSeconds: number | null, code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null }
    | { __typename: 'RejectedByMetaError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, meta: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null }
    | { __typename: 'TemplateMismatchError', parameter: string | null, code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'UnconfirmedError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null }
    | { __typename: 'WindowClosedError', templates: Array<string>, code: string, message: string, field: string | null, retryable: boolean, action: string | null }
   };

export type InboxSendTemplateMutationVariables = Exact<{
  input: SendTemplateInput;
}>;


export type InboxSendTemplateMutation = { sendTemplate:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'IdempotencyConflictError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'Message', id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
        | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
        | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
            | { __typename: 'ContactsContent' }
            | { __typename: 'EditContent' }
            | { __typename: 'InteractiveContent' }
            | { __typename: 'InteractiveReplyContent' }
            | { __typename: 'LocationContent' }
            | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
            | { __typename: 'OrderContent' }
            | { __typename: 'OtherContent' }
            | { __typename: 'ReactionContent' }
            | { __typename: 'RequestWelcomeContent' }
            | { __typename: 'RevokeContent' }
            | { __typename: 'SystemContent' }
            | { __typename: 'TemplateContent' }
            | { __typename: 'TextContent', body: string }
            | { __typename: 'UnsupportedContent' }
           }
        | { __typename: 'InteractiveContent', interactive: unknown }
        | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
        | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
        | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
        | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
        | { __typename: 'OtherContent', type: string, value: unknown }
        | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
        | { __typename: 'RequestWelcomeContent', type: string }
        | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
        | { __typename: 'SystemContent' }
        | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
        | { __typename: 'TextContent', body: string, previewUrl: boolean }
        | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
       | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
    | { __typename: 'MetaUnavailableError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'OptedOutError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null }
    | { __typename: 'RateLimitedError', retryAfterSeconds: number | null, code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null }
    | { __typename: 'RejectedByMetaError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, meta: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null }
    | { __typename: 'TemplateMismatchError', parameter: string | null, code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'UnconfirmedError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null }
    | { __typename: 'WindowClosedError', templates: Array<string>, code: string, message: string, field: string | null, retryable: boolean, action: string | null }
   };

export type KeyFieldsFragment = { id: string, name: string, prefix: string, scopes: Array<Scope>, state: ApiKeyState, allowedIps: Array<string>, createdAt: string, createdBy: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null };

export type KeysQueryVariables = Exact<{
  tenant?: string | number | null | undefined;
  includeEnded: boolean;
}>;


export type KeysQuery = { apiKeys: Array<{ id: string, name: string, prefix: string, scopes: Array<Scope>, state: ApiKeyState, allowedIps: Array<string>, createdAt: string, createdBy: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null }> };

export type IssueKeyMutationVariables = Exact<{
  tenant?: string | number | null | undefined;
  name: string;
  scopes: Array<Scope> | Scope;
  expiresAt?: string | null | undefined;
  allowedIps?: Array<string> | string | null | undefined;
}>;


export type IssueKeyMutation = { issueApiKey:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'IssuedApiKey', key: string, apiKey: { id: string, name: string, prefix: string, scopes: Array<Scope>, state: ApiKeyState, allowedIps: Array<string>, createdAt: string, createdBy: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null } }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
   };

export type RotateKeyMutationVariables = Exact<{
  id: string | number;
  overlapHours: number;
}>;


export type RotateKeyMutation = { rotateApiKey:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'IssuedApiKey', key: string, apiKey: { id: string, name: string, prefix: string, scopes: Array<Scope>, state: ApiKeyState, allowedIps: Array<string>, createdAt: string, createdBy: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null } }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
   };

export type RevokeKeyMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeKeyMutation = { revokeApiKey:
    | { __typename: 'ApiKey', id: string, name: string, prefix: string, scopes: Array<Scope>, state: ApiKeyState, allowedIps: Array<string>, createdAt: string, createdBy: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null }
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
   };

export type NotificationsUnreadQueryVariables = Exact<{ [key: string]: never; }>;


export type NotificationsUnreadQuery = { unread: { conversations: number, messages: number, more: boolean } };

export type NumberFieldsFragment = { wabaId: string | null, verifiedName: string | null, quality: string | null, credentials: PhoneNumberCredentials | null, tenantId: string | null, shared: boolean, webhookUrl: string | null, configured: boolean, messagesPerSecond: number | null, id: string, phoneNumberId: string, display: string, sharing: { tenants: Array<string> | null, defaultTenantId: string | null, answerDays: number } | null, queue: { depth: number, oldestAt: string | null, rate: number, pausedUntil: string | null, pauseReason: string | null } | null };

export type NumbersQueryVariables = Exact<{
  all?: boolean | null | undefined;
}>;


export type NumbersQuery = { phoneNumbers: Array<{ wabaId: string | null, verifiedName: string | null, quality: string | null, credentials: PhoneNumberCredentials | null, tenantId: string | null, shared: boolean, webhookUrl: string | null, configured: boolean, messagesPerSecond: number | null, id: string, phoneNumberId: string, display: string, sharing: { tenants: Array<string> | null, defaultTenantId: string | null, answerDays: number } | null, queue: { depth: number, oldestAt: string | null, rate: number, pausedUntil: string | null, pauseReason: string | null } | null }> };

export type VerifyNumberMutationVariables = Exact<{
  id: string | number;
}>;


export type VerifyNumberMutation = { verifyPhoneNumber:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'PhoneNumberConnection', checkedAt: string, checks: Array<{ what: ConnectionPart, ok: boolean, detail: string, error: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null }>, phoneNumber: { id: string, display: string, verifiedName: string | null, quality: string | null } }
   };

export type AddNumberMutationVariables = Exact<{
  input: AddPhoneNumberInput;
}>;


export type AddNumberMutation = { addPhoneNumber:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'MetaUnavailableError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'PhoneNumber', wabaId: string | null, verifiedName: string | null, quality: string | null, credentials: PhoneNumberCredentials | null, tenantId: string | null, shared: boolean, webhookUrl: string | null, configured: boolean, messagesPerSecond: number | null, id: string, phoneNumberId: string, display: string, sharing: { tenants: Array<string> | null, defaultTenantId: string | null, answerDays: number } | null, queue: { depth: number, oldestAt: string | null, rate: number, pausedUntil: string | null, pauseReason: string | null } | null }
    | { __typename: 'RejectedByMetaError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, meta: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null }
   };

export type AssignNumberMutationVariables = Exact<{
  id: string | number;
  tenantId?: string | number | null | undefined;
  sharing?: PhoneNumberSharingInput | null | undefined;
}>;


export type AssignNumberMutation = { assignPhoneNumber:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'PhoneNumber', wabaId: string | null, verifiedName: string | null, quality: string | null, credentials: PhoneNumberCredentials | null, tenantId: string | null, shared: boolean, webhookUrl: string | null, configured: boolean, messagesPerSecond: number | null, id: string, phoneNumberId: string, display: string, sharing: { tenants: Array<string> | null, defaultTenantId: string | null, answerDays: number } | null, queue: { depth: number, oldestAt: string | null, rate: number, pausedUntil: string | null, pauseReason: string | null } | null }
   };

export type ChangeNumberMutationVariables = Exact<{
  id: string | number;
  input: UpdatePhoneNumberInput;
}>;


export type ChangeNumberMutation = { updatePhoneNumber:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'MetaUnavailableError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'PhoneNumber', wabaId: string | null, verifiedName: string | null, quality: string | null, credentials: PhoneNumberCredentials | null, tenantId: string | null, shared: boolean, webhookUrl: string | null, configured: boolean, messagesPerSecond: number | null, id: string, phoneNumberId: string, display: string, sharing: { tenants: Array<string> | null, defaultTenantId: string | null, answerDays: number } | null, queue: { depth: number, oldestAt: string | null, rate: number, pausedUntil: string | null, pauseReason: string | null } | null }
    | { __typename: 'RejectedByMetaError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, meta: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null }
   };

export type RemoveNumberMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveNumberMutation = { removePhoneNumber:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'PhoneNumber', id: string }
   };

export type SetNumberRateMutationVariables = Exact<{
  id: string | number;
  messagesPerSecond?: number | null | undefined;
}>;


export type SetNumberRateMutation = { setPhoneNumberRate:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'PhoneNumber', wabaId: string | null, verifiedName: string | null, quality: string | null, credentials: PhoneNumberCredentials | null, tenantId: string | null, shared: boolean, webhookUrl: string | null, configured: boolean, messagesPerSecond: number | null, id: string, phoneNumberId: string, display: string, sharing: { tenants: Array<string> | null, defaultTenantId: string | null, answerDays: number } | null, queue: { depth: number, oldestAt: string | null, rate: number, pausedUntil: string | null, pauseReason: string | null } | null }
   };

export type UnroutedBoxQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type UnroutedBoxQuery = { unroutedMessages: { edges: Array<{ cursor: string, node: { id: string, phoneNumberId: string, type: MessageType, text: string | null, createdAt: string, receivedAt: string, from: { phone: string | null, userId: string | null, username: string | null, name: string | null } } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type GiveUnroutedMutationVariables = Exact<{
  choice: UnroutedChoiceInput;
  tenant: string | number;
}>;


export type GiveUnroutedMutation = { assignUnrouted:
    | { __typename: 'AssignedUnrouted', messages: number, tenant: { id: string, name: string } }
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
   };

export type PhoneNumbersToWriteToQueryVariables = Exact<{ [key: string]: never; }>;


export type PhoneNumbersToWriteToQuery = { phoneNumbers: Array<{ id: string, phoneNumberId: string, display: string }> };

export type RecordsNumbersQueryVariables = Exact<{ [key: string]: never; }>;


export type RecordsNumbersQuery = { phoneNumbers: Array<{ id: string, phoneNumberId: string, display: string, queue: { depth: number, oldestAt: string | null, rate: number, pausedUntil: string | null, pauseReason: string | null } | null }> };

export type RecordsMessagesQueryVariables = Exact<{
  filter?: MessageFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type RecordsMessagesQuery = { messages: { edges: Array<{ cursor: string, node: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, error: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RecordsMessageQueryVariables = Exact<{
  id: string | number;
}>;


export type RecordsMessageQuery = { message: { answer: unknown, retrySafety: RetrySafety | null, expiresAt: string | null, waitsFor: WaitsFor | null, raw: unknown, id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, timeline: Array<{ raw: unknown, status: MessageStatus, at: string, recordedAt: string, error: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null }>, content:
      | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
      | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
          | { __typename: 'ContactsContent' }
          | { __typename: 'EditContent' }
          | { __typename: 'InteractiveContent' }
          | { __typename: 'InteractiveReplyContent' }
          | { __typename: 'LocationContent' }
          | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
          | { __typename: 'OrderContent' }
          | { __typename: 'OtherContent' }
          | { __typename: 'ReactionContent' }
          | { __typename: 'RequestWelcomeContent' }
          | { __typename: 'RevokeContent' }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent' }
          | { __typename: 'TextContent', body: string }
          | { __typename: 'UnsupportedContent' }
         }
      | { __typename: 'InteractiveContent', interactive: unknown }
      | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
      | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
      | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
      | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
      | { __typename: 'OtherContent', type: string, value: unknown }
      | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
      | { __typename: 'RequestWelcomeContent', type: string }
      | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
      | { __typename: 'SystemContent' }
      | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown>, preview: { footer: string | null, header: { text: string | null } | null, body: { text: string } | null } | null }
      | { __typename: 'TextContent', body: string, previewUrl: boolean }
      | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
     | null, conversation: { id: string }, replyTo: { id: string, direction: Direction, type: MessageType, text: string | null } | null, reactions: Array<{ emoji: string, from: Direction, at: string, message: { id: string } }>, error: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null, pricing: { billable: boolean | null, model: string | null, type: string | null, category: string | null } | null, metaConversation: { id: string | null, originType: string | null, expiresAt: string | null } | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null };

export type RecordsRawQueryVariables = Exact<{
  id: string | number;
}>;


export type RecordsRawQuery = { message: { id: string, raw: unknown, answer: unknown, timeline: Array<{ status: MessageStatus, at: string, recordedAt: string, raw: unknown }> } | null };

type DeliveryCountFields_Delivery_Fragment = { total: number, statuses: Array<{ status: MessageStatus, count: number }> };

type DeliveryCountFields_DeliveryDay_Fragment = { total: number, statuses: Array<{ status: MessageStatus, count: number }> };

type DeliveryCountFields_NumberDelivery_Fragment = { total: number, statuses: Array<{ status: MessageStatus, count: number }> };

type DeliveryCountFields_TemplateDelivery_Fragment = { total: number, statuses: Array<{ status: MessageStatus, count: number }> };

export type DeliveryCountFieldsFragment =
  | DeliveryCountFields_Delivery_Fragment
  | DeliveryCountFields_DeliveryDay_Fragment
  | DeliveryCountFields_NumberDelivery_Fragment
  | DeliveryCountFields_TemplateDelivery_Fragment
;

export type DeliveryTimeFieldsFragment = { median: number, p95: number, count: number };

export type RecordsDeliveryQueryVariables = Exact<{
  from: string;
  to: string;
  phoneNumberId?: string | number | null | undefined;
}>;


export type RecordsDeliveryQuery = { delivery: { at: string, from: string, to: string, timeZone: string, total: number, statuses: Array<{ status: MessageStatus, count: number }>, days: Array<{ day: string, total: number, statuses: Array<{ status: MessageStatus, count: number }> }>, failures: Array<{ count: number, error: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } }>, templates: Array<{ name: string, language: string, total: number, statuses: Array<{ status: MessageStatus, count: number }> }>, numbers: Array<{ phoneNumberId: string, total: number, phoneNumber: { id: string, phoneNumberId: string, display: string } | null, statuses: Array<{ status: MessageStatus, count: number }> }>, delivered: { median: number, p95: number, count: number } | null, read: { median: number, p95: number, count: number } | null } };

export type RecordsUsageQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type RecordsUsageQuery = { usage: { tenant: string, from: string, to: string, timeZone: string, totals: { messages: number, inbound: number, outbound: number, failed: number, billable: number, notBillable: number }, rows: Array<{ day: string | null, direction: Direction | null, messages: number }>, stored: { files: number, bytes: number } }, kinds: { rows: Array<{ direction: Direction | null, type: MessageType | null, failed: boolean | null, messages: number }> }, prices: { rows: Array<{ messages: number, pricing: { billable: boolean | null, category: string | null, type: string | null, model: string | null } | null }> } };

export type RecordsAuditLogQueryVariables = Exact<{
  filter?: AuditLogFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type RecordsAuditLogQuery = { auditLog: { edges: Array<{ cursor: string, node: { id: string, at: string, tenant: string, address: string | null, action: string, target: string | null, changes: unknown, result: AuditResult, actor: { role: ActorRole, keyId: string | null, keyName: string | null, session: boolean, tenant: string } } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type DashboardStartQueryVariables = Exact<{ [key: string]: never; }>;


export type DashboardStartQuery = { cursor: string, viewer: { tenant: string, tenantName: string, timeZone: string, role: Role, scopes: Array<Scope>, keyName: string, mode: Mode } };

export type DashboardCursorQueryVariables = Exact<{ [key: string]: never; }>;


export type DashboardCursorQuery = { cursor: string };

export type TenantNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type TenantNamesQuery = { tenants: Array<{ id: string, name: string, state: TenantState }> };

export type TemplatesScreenQueryVariables = Exact<{ [key: string]: never; }>;


export type TemplatesScreenQuery = { templates: Array<{ id: string, wabaId: string, name: string, language: string, status: string, statusDetails: string | null, pausedUntil: string | null, rejectedReason: string | null, quality: string | null, category: string, subCategory: string | null, previousCategory: string | null, correctCategory: string | null, categoryChangesAt: string | null, parameterFormat: TemplateParameterFormat, components: Array<unknown>, updatedAt: string | null, syncedAt: string | null }> };

export type TemplateSendersQueryVariables = Exact<{ [key: string]: never; }>;


export type TemplateSendersQuery = { phoneNumbers: Array<{ wabaId: string | null, id: string, phoneNumberId: string, display: string }> };

export type SendTestMutationVariables = Exact<{
  input: SendTemplateInput;
}>;


export type SendTestMutation = { sendTemplate:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'IdempotencyConflictError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'Message', id: string }
    | { __typename: 'MetaUnavailableError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'OptedOutError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'RateLimitedError', retryAfterSeconds: number | null, code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'RejectedByMetaError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, meta: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null }
    | { __typename: 'TemplateMismatchError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'UnconfirmedError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'WindowClosedError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
   };

export type TestSentQueryVariables = Exact<{
  id: string | number;
}>;


export type TestSentQuery = { message: { id: string, status: MessageStatus, contact: { id: string, phone: string | null }, error: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null, conversation: { id: string } } | null };

export type FetchTemplatesMutationVariables = Exact<{ [key: string]: never; }>;


export type FetchTemplatesMutation = { syncTemplates:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'MetaUnavailableError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'RateLimitedError', retryAfterSeconds: number | null, code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'RejectedByMetaError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, meta: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null }
    | { __typename: 'TemplateSync', added: number, changed: number, removed: number, total: number }
   };

export type TenantFieldsFragment = { id: string, name: string, kind: TenantKind, state: TenantState, timeZone: string, defaultNumberId: string | null, createdAt: string, quotas: { sendsPerDay: number | null, messagesPerSecond: number | null, sockets: number | null, subscriptions: number | null, mediaBytes: number | null } };

export type TenantsQueryVariables = Exact<{ [key: string]: never; }>;


export type TenantsQuery = { tenants: Array<{ sendsToday: number, id: string, name: string, kind: TenantKind, state: TenantState, timeZone: string, defaultNumberId: string | null, createdAt: string, quotas: { sendsPerDay: number | null, messagesPerSecond: number | null, sockets: number | null, subscriptions: number | null, mediaBytes: number | null } }> };

export type NewTenantMutationVariables = Exact<{
  name: string;
  kind: TenantKind;
  timeZone: string;
}>;


export type NewTenantMutation = { createTenant:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'Tenant', id: string, name: string, kind: TenantKind, state: TenantState, timeZone: string, defaultNumberId: string | null, createdAt: string, quotas: { sendsPerDay: number | null, messagesPerSecond: number | null, sockets: number | null, subscriptions: number | null, mediaBytes: number | null } }
   };

export type ChangeTenantMutationVariables = Exact<{
  id: string | number;
  name?: string | null | undefined;
  kind?: TenantKind | null | undefined;
  state?: TenantState | null | undefined;
  timeZone?: string | null | undefined;
  quotas?: QuotasInput | null | undefined;
}>;


export type ChangeTenantMutation = { updateTenant:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'Tenant', id: string, name: string, kind: TenantKind, state: TenantState, timeZone: string, defaultNumberId: string | null, createdAt: string, quotas: { sendsPerDay: number | null, messagesPerSecond: number | null, sockets: number | null, subscriptions: number | null, mediaBytes: number | null } }
   };

export type MetaErrorFieldsFragment = { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean };

type ContentFields_ContactsContent_Fragment = { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> };

type ContentFields_EditContent_Fragment = { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
    | { __typename: 'ContactsContent' }
    | { __typename: 'EditContent' }
    | { __typename: 'InteractiveContent' }
    | { __typename: 'InteractiveReplyContent' }
    | { __typename: 'LocationContent' }
    | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
    | { __typename: 'OrderContent' }
    | { __typename: 'OtherContent' }
    | { __typename: 'ReactionContent' }
    | { __typename: 'RequestWelcomeContent' }
    | { __typename: 'RevokeContent' }
    | { __typename: 'SystemContent' }
    | { __typename: 'TemplateContent' }
    | { __typename: 'TextContent', body: string }
    | { __typename: 'UnsupportedContent' }
   };

type ContentFields_InteractiveContent_Fragment = { __typename: 'InteractiveContent', interactive: unknown };

type ContentFields_InteractiveReplyContent_Fragment = { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null };

type ContentFields_LocationContent_Fragment = { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null };

type ContentFields_MediaContent_Fragment = { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null };

type ContentFields_OrderContent_Fragment = { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> };

type ContentFields_OtherContent_Fragment = { __typename: 'OtherContent', type: string, value: unknown };

type ContentFields_ReactionContent_Fragment = { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null };

type ContentFields_RequestWelcomeContent_Fragment = { __typename: 'RequestWelcomeContent', type: string };

type ContentFields_RevokeContent_Fragment = { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null };

type ContentFields_SystemContent_Fragment = { __typename: 'SystemContent' };

type ContentFields_TemplateContent_Fragment = { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> };

type ContentFields_TextContent_Fragment = { __typename: 'TextContent', body: string, previewUrl: boolean };

type ContentFields_UnsupportedContent_Fragment = { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> };

export type ContentFieldsFragment =
  | ContentFields_ContactsContent_Fragment
  | ContentFields_EditContent_Fragment
  | ContentFields_InteractiveContent_Fragment
  | ContentFields_InteractiveReplyContent_Fragment
  | ContentFields_LocationContent_Fragment
  | ContentFields_MediaContent_Fragment
  | ContentFields_OrderContent_Fragment
  | ContentFields_OtherContent_Fragment
  | ContentFields_ReactionContent_Fragment
  | ContentFields_RequestWelcomeContent_Fragment
  | ContentFields_RevokeContent_Fragment
  | ContentFields_SystemContent_Fragment
  | ContentFields_TemplateContent_Fragment
  | ContentFields_TextContent_Fragment
  | ContentFields_UnsupportedContent_Fragment
;

export type ContactFieldsFragment = { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null };

export type PhoneNumberFieldsFragment = { id: string, phoneNumberId: string, display: string };

export type ManagedPhoneNumberFieldsFragment = { wabaId: string | null, tenantId: string | null, credentials: PhoneNumberCredentials | null, shared: boolean, verifiedName: string | null, quality: string | null, webhookUrl: string | null, id: string, phoneNumberId: string, display: string };

export type MessageFieldsFragment = { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
    | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
    | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
        | { __typename: 'ContactsContent' }
        | { __typename: 'EditContent' }
        | { __typename: 'InteractiveContent' }
        | { __typename: 'InteractiveReplyContent' }
        | { __typename: 'LocationContent' }
        | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
        | { __typename: 'OrderContent' }
        | { __typename: 'OtherContent' }
        | { __typename: 'ReactionContent' }
        | { __typename: 'RequestWelcomeContent' }
        | { __typename: 'RevokeContent' }
        | { __typename: 'SystemContent' }
        | { __typename: 'TemplateContent' }
        | { __typename: 'TextContent', body: string }
        | { __typename: 'UnsupportedContent' }
       }
    | { __typename: 'InteractiveContent', interactive: unknown }
    | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
    | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
    | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
    | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
    | { __typename: 'OtherContent', type: string, value: unknown }
    | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
    | { __typename: 'RequestWelcomeContent', type: string }
    | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
    | { __typename: 'SystemContent' }
    | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
    | { __typename: 'TextContent', body: string, previewUrl: boolean }
    | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
   | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> };

export type MessageDetailsFragment = { raw: unknown, id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, conversation: { id: string }, replyTo: { id: string, direction: Direction, type: MessageType, text: string | null } | null, reactions: Array<{ emoji: string, from: Direction, at: string, message: { id: string } }>, timeline: Array<{ status: MessageStatus, at: string, recordedAt: string, error: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null }>, error: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null, pricing: { billable: boolean | null, model: string | null, type: string | null, category: string | null } | null, metaConversation: { id: string | null, originType: string | null, expiresAt: string | null } | null, content:
    | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
    | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
        | { __typename: 'ContactsContent' }
        | { __typename: 'EditContent' }
        | { __typename: 'InteractiveContent' }
        | { __typename: 'InteractiveReplyContent' }
        | { __typename: 'LocationContent' }
        | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
        | { __typename: 'OrderContent' }
        | { __typename: 'OtherContent' }
        | { __typename: 'ReactionContent' }
        | { __typename: 'RequestWelcomeContent' }
        | { __typename: 'RevokeContent' }
        | { __typename: 'SystemContent' }
        | { __typename: 'TemplateContent' }
        | { __typename: 'TextContent', body: string }
        | { __typename: 'UnsupportedContent' }
       }
    | { __typename: 'InteractiveContent', interactive: unknown }
    | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
    | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
    | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
    | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
    | { __typename: 'OtherContent', type: string, value: unknown }
    | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
    | { __typename: 'RequestWelcomeContent', type: string }
    | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
    | { __typename: 'SystemContent' }
    | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
    | { __typename: 'TextContent', body: string, previewUrl: boolean }
    | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
   | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> };

export type ConversationFieldsFragment = { id: string, marketingOptOut: string | null, unreadCount: number, readUpTo: string | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, window: { open: boolean, expiresAt: string | null, freeEntryPoint: { since: string, source: string | null, expiresAt: string | null } | null }, lastMessage: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
      | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
      | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
          | { __typename: 'ContactsContent' }
          | { __typename: 'EditContent' }
          | { __typename: 'InteractiveContent' }
          | { __typename: 'InteractiveReplyContent' }
          | { __typename: 'LocationContent' }
          | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
          | { __typename: 'OrderContent' }
          | { __typename: 'OtherContent' }
          | { __typename: 'ReactionContent' }
          | { __typename: 'RequestWelcomeContent' }
          | { __typename: 'RevokeContent' }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent' }
          | { __typename: 'TextContent', body: string }
          | { __typename: 'UnsupportedContent' }
         }
      | { __typename: 'InteractiveContent', interactive: unknown }
      | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
      | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
      | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
      | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
      | { __typename: 'OtherContent', type: string, value: unknown }
      | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
      | { __typename: 'RequestWelcomeContent', type: string }
      | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
      | { __typename: 'SystemContent' }
      | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
      | { __typename: 'TextContent', body: string, previewUrl: boolean }
      | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
     | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null };

type ErrorFields_ForbiddenError_Fragment = { code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type ErrorFields_IdempotencyConflictError_Fragment = { code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type ErrorFields_InvalidInputError_Fragment = { code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type ErrorFields_MetaUnavailableError_Fragment = { code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type ErrorFields_NotFoundError_Fragment = { code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type ErrorFields_OptedOutError_Fragment = { code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type ErrorFields_RateLimitedError_Fragment = { code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type ErrorFields_RejectedByMetaError_Fragment = { code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type ErrorFields_TemplateMismatchError_Fragment = { code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type ErrorFields_UnconfirmedError_Fragment = { code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type ErrorFields_WindowClosedError_Fragment = { code: string, message: string, field: string | null, retryable: boolean, action: string | null };

export type ErrorFieldsFragment =
  | ErrorFields_ForbiddenError_Fragment
  | ErrorFields_IdempotencyConflictError_Fragment
  | ErrorFields_InvalidInputError_Fragment
  | ErrorFields_MetaUnavailableError_Fragment
  | ErrorFields_NotFoundError_Fragment
  | ErrorFields_OptedOutError_Fragment
  | ErrorFields_RateLimitedError_Fragment
  | ErrorFields_RejectedByMetaError_Fragment
  | ErrorFields_TemplateMismatchError_Fragment
  | ErrorFields_UnconfirmedError_Fragment
  | ErrorFields_WindowClosedError_Fragment
;

type RefusalFields_ForbiddenError_Fragment = { code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type RefusalFields_IdempotencyConflictError_Fragment = { code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type RefusalFields_InvalidInputError_Fragment = { code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type RefusalFields_MetaUnavailableError_Fragment = { code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type RefusalFields_NotFoundError_Fragment = { code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type RefusalFields_OptedOutError_Fragment = { code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type RefusalFields_RateLimitedError_Fragment = { retryAfterSeconds: number | null, code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type RefusalFields_RejectedByMetaError_Fragment = { code: string, message: string, field: string | null, retryable: boolean, action: string | null, meta: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null };

type RefusalFields_TemplateMismatchError_Fragment = { code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type RefusalFields_UnconfirmedError_Fragment = { code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type RefusalFields_WindowClosedError_Fragment = { code: string, message: string, field: string | null, retryable: boolean, action: string | null };

export type RefusalFieldsFragment =
  | RefusalFields_ForbiddenError_Fragment
  | RefusalFields_IdempotencyConflictError_Fragment
  | RefusalFields_InvalidInputError_Fragment
  | RefusalFields_MetaUnavailableError_Fragment
  | RefusalFields_NotFoundError_Fragment
  | RefusalFields_OptedOutError_Fragment
  | RefusalFields_RateLimitedError_Fragment
  | RefusalFields_RejectedByMetaError_Fragment
  | RefusalFields_TemplateMismatchError_Fragment
  | RefusalFields_UnconfirmedError_Fragment
  | RefusalFields_WindowClosedError_Fragment
;

type SendResultFields_ForbiddenError_Fragment = { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type SendResultFields_IdempotencyConflictError_Fragment = { __typename: 'IdempotencyConflictError', code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type SendResultFields_InvalidInputError_Fragment = { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type SendResultFields_Message_Fragment = { __typename: 'Message', id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
    | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
    | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
        | { __typename: 'ContactsContent' }
        | { __typename: 'EditContent' }
        | { __typename: 'InteractiveContent' }
        | { __typename: 'InteractiveReplyContent' }
        | { __typename: 'LocationContent' }
        | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
        | { __typename: 'OrderContent' }
        | { __typename: 'OtherContent' }
        | { __typename: 'ReactionContent' }
        | { __typename: 'RequestWelcomeContent' }
        | { __typename: 'RevokeContent' }
        | { __typename: 'SystemContent' }
        | { __typename: 'TemplateContent' }
        | { __typename: 'TextContent', body: string }
        | { __typename: 'UnsupportedContent' }
       }
    | { __typename: 'InteractiveContent', interactive: unknown }
    | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
    | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
    | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
    | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
    | { __typename: 'OtherContent', type: string, value: unknown }
    | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
    | { __typename: 'RequestWelcomeContent', type: string }
    | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
    | { __typename: 'SystemContent' }
    | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
    | { __typename: 'TextContent', body: string, previewUrl: boolean }
    | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
   | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> };

type SendResultFields_MetaUnavailableError_Fragment = { __typename: 'MetaUnavailableError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
      | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
      | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
          | { __typename: 'ContactsContent' }
          | { __typename: 'EditContent' }
          | { __typename: 'InteractiveContent' }
          | { __typename: 'InteractiveReplyContent' }
          | { __typename: 'LocationContent' }
          | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
          | { __typename: 'OrderContent' }
          | { __typename: 'OtherContent' }
          | { __typename: 'ReactionContent' }
          | { __typename: 'RequestWelcomeContent' }
          | { __typename: 'RevokeContent' }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent' }
          | { __typename: 'TextContent', body: string }
          | { __typename: 'UnsupportedContent' }
         }
      | { __typename: 'InteractiveContent', interactive: unknown }
      | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
      | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
      | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
      | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
      | { __typename: 'OtherContent', type: string, value: unknown }
      | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
      | { __typename: 'RequestWelcomeContent', type: string }
      | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
      | { __typename: 'SystemContent' }
      | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
      | { __typename: 'TextContent', body: string, previewUrl: boolean }
      | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
     | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null };

type SendResultFields_NotFoundError_Fragment = { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type SendResultFields_OptedOutError_Fragment = { __typename: 'OptedOutError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
      | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
      | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
          | { __typename: 'ContactsContent' }
          | { __typename: 'EditContent' }
          | { __typename: 'InteractiveContent' }
          | { __typename: 'InteractiveReplyContent' }
          | { __typename: 'LocationContent' }
          | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
          | { __typename: 'OrderContent' }
          | { __typename: 'OtherContent' }
          | { __typename: 'ReactionContent' }
          | { __typename: 'RequestWelcomeContent' }
          | { __typename: 'RevokeContent' }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent' }
          | { __typename: 'TextContent', body: string }
          | { __typename: 'UnsupportedContent' }
         }
      | { __typename: 'InteractiveContent', interactive: unknown }
      | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
      | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
      | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
      | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
      | { __typename: 'OtherContent', type: string, value: unknown }
      | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
      | { __typename: 'RequestWelcomeContent', type: string }
      | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
      | { __typename: 'SystemContent' }
      | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
      | { __typename: 'TextContent', body: string, previewUrl: boolean }
      | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
     | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null };

type SendResultFields_RateLimitedError_Fragment = { __typename: 'RateLimitedError', retryAfterSeconds: number | null, code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
      | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
      | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
          | { __typename: 'ContactsContent' }
          | { __typename: 'EditContent' }
          | { __typename: 'InteractiveContent' }
          | { __typename: 'InteractiveReplyContent' }
          | { __typename: 'LocationContent' }
          | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
          | { __typename: 'OrderContent' }
          | { __typename: 'OtherContent' }
          | { __typename: 'ReactionContent' }
          | { __typename: 'RequestWelcomeContent' }
          | { __typename: 'RevokeContent' }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent' }
          | { __typename: 'TextContent', body: string }
          | { __typename: 'UnsupportedContent' }
         }
      | { __typename: 'InteractiveContent', interactive: unknown }
      | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
      | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
      | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
      | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
      | { __typename: 'OtherContent', type: string, value: unknown }
      | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
      | { __typename: 'RequestWelcomeContent', type: string }
      | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
      | { __typename: 'SystemContent' }
      | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
      | { __typename: 'TextContent', body: string, previewUrl: boolean }
      | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
     | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null };

type SendResultFields_RejectedByMetaError_Fragment = { __typename: 'RejectedByMetaError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, meta: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
      | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
      | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
          | { __typename: 'ContactsContent' }
          | { __typename: 'EditContent' }
          | { __typename: 'InteractiveContent' }
          | { __typename: 'InteractiveReplyContent' }
          | { __typename: 'LocationContent' }
          | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
          | { __typename: 'OrderContent' }
          | { __typename: 'OtherContent' }
          | { __typename: 'ReactionContent' }
          | { __typename: 'RequestWelcomeContent' }
          | { __typename: 'RevokeContent' }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent' }
          | { __typename: 'TextContent', body: string }
          | { __typename: 'UnsupportedContent' }
         }
      | { __typename: 'InteractiveContent', interactive: unknown }
      | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
      | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
      | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
      | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
      | { __typename: 'OtherContent', type: string, value: unknown }
      | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
      | { __typename: 'RequestWelcomeContent', type: string }
      | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
      | { __typename: 'SystemContent' }
      | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
      | { __typename: 'TextContent', body: string, previewUrl: boolean }
      | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
     | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null };

type SendResultFields_TemplateMismatchError_Fragment = { __typename: 'TemplateMismatchError', parameter: string | null, code: string, message: string, field: string | null, retryable: boolean, action: string | null };

type SendResultFields_UnconfirmedError_Fragment = { __typename: 'UnconfirmedError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
      | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
      | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
          | { __typename: 'ContactsContent' }
          | { __typename: 'EditContent' }
          | { __typename: 'InteractiveContent' }
          | { __typename: 'InteractiveReplyContent' }
          | { __typename: 'LocationContent' }
          | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
          | { __typename: 'OrderContent' }
          | { __typename: 'OtherContent' }
          | { __typename: 'ReactionContent' }
          | { __typename: 'RequestWelcomeContent' }
          | { __typename: 'RevokeContent' }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent' }
          | { __typename: 'TextContent', body: string }
          | { __typename: 'UnsupportedContent' }
         }
      | { __typename: 'InteractiveContent', interactive: unknown }
      | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
      | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
      | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
      | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
      | { __typename: 'OtherContent', type: string, value: unknown }
      | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
      | { __typename: 'RequestWelcomeContent', type: string }
      | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
      | { __typename: 'SystemContent' }
      | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
      | { __typename: 'TextContent', body: string, previewUrl: boolean }
      | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
     | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null };

type SendResultFields_WindowClosedError_Fragment = { __typename: 'WindowClosedError', templates: Array<string>, code: string, message: string, field: string | null, retryable: boolean, action: string | null };

export type SendResultFieldsFragment =
  | SendResultFields_ForbiddenError_Fragment
  | SendResultFields_IdempotencyConflictError_Fragment
  | SendResultFields_InvalidInputError_Fragment
  | SendResultFields_Message_Fragment
  | SendResultFields_MetaUnavailableError_Fragment
  | SendResultFields_NotFoundError_Fragment
  | SendResultFields_OptedOutError_Fragment
  | SendResultFields_RateLimitedError_Fragment
  | SendResultFields_RejectedByMetaError_Fragment
  | SendResultFields_TemplateMismatchError_Fragment
  | SendResultFields_UnconfirmedError_Fragment
  | SendResultFields_WindowClosedError_Fragment
;

export type MediaFieldsFragment = { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null };

type EventFields_Checkpoint_Fragment = { __typename: 'Checkpoint', live: boolean, cursor: string, type: EventType, at: string };

type EventFields_InboundMessage_Fragment = { __typename: 'InboundMessage', cursor: string, type: EventType, at: string, message: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
      | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
      | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
          | { __typename: 'ContactsContent' }
          | { __typename: 'EditContent' }
          | { __typename: 'InteractiveContent' }
          | { __typename: 'InteractiveReplyContent' }
          | { __typename: 'LocationContent' }
          | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
          | { __typename: 'OrderContent' }
          | { __typename: 'OtherContent' }
          | { __typename: 'ReactionContent' }
          | { __typename: 'RequestWelcomeContent' }
          | { __typename: 'RevokeContent' }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent' }
          | { __typename: 'TextContent', body: string }
          | { __typename: 'UnsupportedContent' }
         }
      | { __typename: 'InteractiveContent', interactive: unknown }
      | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
      | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
      | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
      | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
      | { __typename: 'OtherContent', type: string, value: unknown }
      | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
      | { __typename: 'RequestWelcomeContent', type: string }
      | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
      | { __typename: 'SystemContent' }
      | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
      | { __typename: 'TextContent', body: string, previewUrl: boolean }
      | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
     | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } };

type EventFields_MediaEvent_Fragment = { __typename: 'MediaEvent', cursor: string, type: EventType, at: string, message: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
      | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
      | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
          | { __typename: 'ContactsContent' }
          | { __typename: 'EditContent' }
          | { __typename: 'InteractiveContent' }
          | { __typename: 'InteractiveReplyContent' }
          | { __typename: 'LocationContent' }
          | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
          | { __typename: 'OrderContent' }
          | { __typename: 'OtherContent' }
          | { __typename: 'ReactionContent' }
          | { __typename: 'RequestWelcomeContent' }
          | { __typename: 'RevokeContent' }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent' }
          | { __typename: 'TextContent', body: string }
          | { __typename: 'UnsupportedContent' }
         }
      | { __typename: 'InteractiveContent', interactive: unknown }
      | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
      | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
      | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
      | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
      | { __typename: 'OtherContent', type: string, value: unknown }
      | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
      | { __typename: 'RequestWelcomeContent', type: string }
      | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
      | { __typename: 'SystemContent' }
      | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
      | { __typename: 'TextContent', body: string, previewUrl: boolean }
      | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
     | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } };

type EventFields_NoticeEvent_Fragment = { __typename: 'NoticeEvent', data: unknown, cursor: string, type: EventType, at: string };

type EventFields_OutboundMessage_Fragment = { __typename: 'OutboundMessage', cursor: string, type: EventType, at: string, message: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
      | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
      | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
          | { __typename: 'ContactsContent' }
          | { __typename: 'EditContent' }
          | { __typename: 'InteractiveContent' }
          | { __typename: 'InteractiveReplyContent' }
          | { __typename: 'LocationContent' }
          | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
          | { __typename: 'OrderContent' }
          | { __typename: 'OtherContent' }
          | { __typename: 'ReactionContent' }
          | { __typename: 'RequestWelcomeContent' }
          | { __typename: 'RevokeContent' }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent' }
          | { __typename: 'TextContent', body: string }
          | { __typename: 'UnsupportedContent' }
         }
      | { __typename: 'InteractiveContent', interactive: unknown }
      | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
      | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
      | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
      | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
      | { __typename: 'OtherContent', type: string, value: unknown }
      | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
      | { __typename: 'RequestWelcomeContent', type: string }
      | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
      | { __typename: 'SystemContent' }
      | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
      | { __typename: 'TextContent', body: string, previewUrl: boolean }
      | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
     | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } };

type EventFields_StatusUpdate_Fragment = { __typename: 'StatusUpdate', status: MessageStatus, cursor: string, type: EventType, at: string, error: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null, message: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
      | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
      | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
          | { __typename: 'ContactsContent' }
          | { __typename: 'EditContent' }
          | { __typename: 'InteractiveContent' }
          | { __typename: 'InteractiveReplyContent' }
          | { __typename: 'LocationContent' }
          | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
          | { __typename: 'OrderContent' }
          | { __typename: 'OtherContent' }
          | { __typename: 'ReactionContent' }
          | { __typename: 'RequestWelcomeContent' }
          | { __typename: 'RevokeContent' }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent' }
          | { __typename: 'TextContent', body: string }
          | { __typename: 'UnsupportedContent' }
         }
      | { __typename: 'InteractiveContent', interactive: unknown }
      | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
      | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
      | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
      | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
      | { __typename: 'OtherContent', type: string, value: unknown }
      | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
      | { __typename: 'RequestWelcomeContent', type: string }
      | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
      | { __typename: 'SystemContent' }
      | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
      | { __typename: 'TextContent', body: string, previewUrl: boolean }
      | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
     | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } };

type EventFields_TemplateEvent_Fragment = { __typename: 'TemplateEvent', change: TemplateChange, templateId: string | null, wabaId: string | null, name: string | null, language: string | null, reason: string | null, details: string | null, pausedUntil: string | null, quality: string | null, previousQuality: string | null, category: string | null, previousCategory: string | null, correctCategory: string | null, categoryChangesAt: string | null, data: unknown, cursor: string, type: EventType, at: string, templateStatus: string | null };

export type EventFieldsFragment =
  | EventFields_Checkpoint_Fragment
  | EventFields_InboundMessage_Fragment
  | EventFields_MediaEvent_Fragment
  | EventFields_NoticeEvent_Fragment
  | EventFields_OutboundMessage_Fragment
  | EventFields_StatusUpdate_Fragment
  | EventFields_TemplateEvent_Fragment
;

export type TemplateFieldsFragment = { id: string, wabaId: string, name: string, language: string, status: string, statusDetails: string | null, pausedUntil: string | null, rejectedReason: string | null, quality: string | null, category: string, subCategory: string | null, previousCategory: string | null, correctCategory: string | null, categoryChangesAt: string | null, parameterFormat: TemplateParameterFormat, components: Array<unknown>, updatedAt: string | null, syncedAt: string | null };

export type PageFieldsFragment = { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null };

export type SendTemplateMutationVariables = Exact<{
  input: SendTemplateInput;
}>;


export type SendTemplateMutation = { sendTemplate:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'IdempotencyConflictError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'Message', id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
        | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
        | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
            | { __typename: 'ContactsContent' }
            | { __typename: 'EditContent' }
            | { __typename: 'InteractiveContent' }
            | { __typename: 'InteractiveReplyContent' }
            | { __typename: 'LocationContent' }
            | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
            | { __typename: 'OrderContent' }
            | { __typename: 'OtherContent' }
            | { __typename: 'ReactionContent' }
            | { __typename: 'RequestWelcomeContent' }
            | { __typename: 'RevokeContent' }
            | { __typename: 'SystemContent' }
            | { __typename: 'TemplateContent' }
            | { __typename: 'TextContent', body: string }
            | { __typename: 'UnsupportedContent' }
           }
        | { __typename: 'InteractiveContent', interactive: unknown }
        | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
        | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
        | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
        | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
        | { __typename: 'OtherContent', type: string, value: unknown }
        | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
        | { __typename: 'RequestWelcomeContent', type: string }
        | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
        | { __typename: 'SystemContent' }
        | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
        | { __typename: 'TextContent', body: string, previewUrl: boolean }
        | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
       | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
    | { __typename: 'MetaUnavailableError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'OptedOutError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null }
    | { __typename: 'RateLimitedError', retryAfterSeconds: number | null, code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null }
    | { __typename: 'RejectedByMetaError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, meta: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null }
    | { __typename: 'TemplateMismatchError', parameter: string | null, code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'UnconfirmedError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null }
    | { __typename: 'WindowClosedError', templates: Array<string>, code: string, message: string, field: string | null, retryable: boolean, action: string | null }
   };

export type SendReplyMutationVariables = Exact<{
  input: SendReplyInput;
}>;


export type SendReplyMutation = { sendReply:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'IdempotencyConflictError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'Message', id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
        | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
        | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
            | { __typename: 'ContactsContent' }
            | { __typename: 'EditContent' }
            | { __typename: 'InteractiveContent' }
            | { __typename: 'InteractiveReplyContent' }
            | { __typename: 'LocationContent' }
            | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
            | { __typename: 'OrderContent' }
            | { __typename: 'OtherContent' }
            | { __typename: 'ReactionContent' }
            | { __typename: 'RequestWelcomeContent' }
            | { __typename: 'RevokeContent' }
            | { __typename: 'SystemContent' }
            | { __typename: 'TemplateContent' }
            | { __typename: 'TextContent', body: string }
            | { __typename: 'UnsupportedContent' }
           }
        | { __typename: 'InteractiveContent', interactive: unknown }
        | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
        | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
        | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
        | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
        | { __typename: 'OtherContent', type: string, value: unknown }
        | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
        | { __typename: 'RequestWelcomeContent', type: string }
        | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
        | { __typename: 'SystemContent' }
        | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
        | { __typename: 'TextContent', body: string, previewUrl: boolean }
        | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
       | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
    | { __typename: 'MetaUnavailableError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'OptedOutError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null }
    | { __typename: 'RateLimitedError', retryAfterSeconds: number | null, code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null }
    | { __typename: 'RejectedByMetaError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, meta: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null }
    | { __typename: 'TemplateMismatchError', parameter: string | null, code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'UnconfirmedError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, messageRef: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null }
    | { __typename: 'WindowClosedError', templates: Array<string>, code: string, message: string, field: string | null, retryable: boolean, action: string | null }
   };

export type CancelMessageMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelMessageMutation = { cancelMessage:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'Message', id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
        | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
        | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
            | { __typename: 'ContactsContent' }
            | { __typename: 'EditContent' }
            | { __typename: 'InteractiveContent' }
            | { __typename: 'InteractiveReplyContent' }
            | { __typename: 'LocationContent' }
            | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
            | { __typename: 'OrderContent' }
            | { __typename: 'OtherContent' }
            | { __typename: 'ReactionContent' }
            | { __typename: 'RequestWelcomeContent' }
            | { __typename: 'RevokeContent' }
            | { __typename: 'SystemContent' }
            | { __typename: 'TemplateContent' }
            | { __typename: 'TextContent', body: string }
            | { __typename: 'UnsupportedContent' }
           }
        | { __typename: 'InteractiveContent', interactive: unknown }
        | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
        | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
        | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
        | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
        | { __typename: 'OtherContent', type: string, value: unknown }
        | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
        | { __typename: 'RequestWelcomeContent', type: string }
        | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
        | { __typename: 'SystemContent' }
        | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
        | { __typename: 'TextContent', body: string, previewUrl: boolean }
        | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
       | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
   };

export type RetryMediaMutationVariables = Exact<{
  messageId: string | number;
}>;


export type RetryMediaMutation = { retryMedia:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'Message', id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
        | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
        | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
            | { __typename: 'ContactsContent' }
            | { __typename: 'EditContent' }
            | { __typename: 'InteractiveContent' }
            | { __typename: 'InteractiveReplyContent' }
            | { __typename: 'LocationContent' }
            | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
            | { __typename: 'OrderContent' }
            | { __typename: 'OtherContent' }
            | { __typename: 'ReactionContent' }
            | { __typename: 'RequestWelcomeContent' }
            | { __typename: 'RevokeContent' }
            | { __typename: 'SystemContent' }
            | { __typename: 'TemplateContent' }
            | { __typename: 'TextContent', body: string }
            | { __typename: 'UnsupportedContent' }
           }
        | { __typename: 'InteractiveContent', interactive: unknown }
        | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
        | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
        | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
        | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
        | { __typename: 'OtherContent', type: string, value: unknown }
        | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
        | { __typename: 'RequestWelcomeContent', type: string }
        | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
        | { __typename: 'SystemContent' }
        | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
        | { __typename: 'TextContent', body: string, previewUrl: boolean }
        | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
       | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
   };

export type MarkReadMutationVariables = Exact<{
  conversationId: string | number;
  upTo: string | number;
  receipt?: boolean;
}>;


export type MarkReadMutation = { markRead:
    | { __typename: 'Conversation', id: string, marketingOptOut: string | null, unreadCount: number, readUpTo: string | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, window: { open: boolean, expiresAt: string | null, freeEntryPoint: { since: string, source: string | null, expiresAt: string | null } | null }, lastMessage: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null }
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
   };

export type SendTypingMutationVariables = Exact<{
  conversationId: string | number;
}>;


export type SendTypingMutation = { sendTyping:
    | { __typename: 'Conversation', id: string }
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'MetaUnavailableError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'RejectedByMetaError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, meta: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null }
   };

export type ResolveMessageMutationVariables = Exact<{
  id: string | number;
  as: ResolveAs;
}>;


export type ResolveMessageMutation = { resolveMessage:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'Message', id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
        | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
        | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
            | { __typename: 'ContactsContent' }
            | { __typename: 'EditContent' }
            | { __typename: 'InteractiveContent' }
            | { __typename: 'InteractiveReplyContent' }
            | { __typename: 'LocationContent' }
            | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
            | { __typename: 'OrderContent' }
            | { __typename: 'OtherContent' }
            | { __typename: 'ReactionContent' }
            | { __typename: 'RequestWelcomeContent' }
            | { __typename: 'RevokeContent' }
            | { __typename: 'SystemContent' }
            | { __typename: 'TemplateContent' }
            | { __typename: 'TextContent', body: string }
            | { __typename: 'UnsupportedContent' }
           }
        | { __typename: 'InteractiveContent', interactive: unknown }
        | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
        | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
        | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
        | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
        | { __typename: 'OtherContent', type: string, value: unknown }
        | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
        | { __typename: 'RequestWelcomeContent', type: string }
        | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
        | { __typename: 'SystemContent' }
        | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
        | { __typename: 'TextContent', body: string, previewUrl: boolean }
        | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
       | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
   };

export type CreateTemplateMutationVariables = Exact<{
  input: CreateTemplateInput;
}>;


export type CreateTemplateMutation = { createTemplate:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'MetaUnavailableError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'RateLimitedError', retryAfterSeconds: number | null, code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'RejectedByMetaError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, meta: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null }
    | { __typename: 'Template', id: string, wabaId: string, name: string, language: string, status: string, statusDetails: string | null, pausedUntil: string | null, rejectedReason: string | null, quality: string | null, category: string, subCategory: string | null, previousCategory: string | null, correctCategory: string | null, categoryChangesAt: string | null, parameterFormat: TemplateParameterFormat, components: Array<unknown>, updatedAt: string | null, syncedAt: string | null }
    | { __typename: 'UnconfirmedError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
   };

export type DeleteTemplateMutationVariables = Exact<{
  name?: string | null | undefined;
  id?: string | number | null | undefined;
  wabaId?: string | number | null | undefined;
}>;


export type DeleteTemplateMutation = { deleteTemplate:
    | { __typename: 'DeletedTemplates', templates: Array<{ id: string, wabaId: string, name: string, language: string, status: string, statusDetails: string | null, pausedUntil: string | null, rejectedReason: string | null, quality: string | null, category: string, subCategory: string | null, previousCategory: string | null, correctCategory: string | null, categoryChangesAt: string | null, parameterFormat: TemplateParameterFormat, components: Array<unknown>, updatedAt: string | null, syncedAt: string | null }> }
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'MetaUnavailableError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'RateLimitedError', retryAfterSeconds: number | null, code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'RejectedByMetaError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, meta: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null }
    | { __typename: 'UnconfirmedError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
   };

export type SyncTemplatesMutationVariables = Exact<{
  wabaId?: string | number | null | undefined;
}>;


export type SyncTemplatesMutation = { syncTemplates:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'MetaUnavailableError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'RateLimitedError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'RejectedByMetaError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'TemplateSync', added: number, changed: number, removed: number, total: number, syncedAt: string }
   };

export type AddPhoneNumberMutationVariables = Exact<{
  input: AddPhoneNumberInput;
}>;


export type AddPhoneNumberMutation = { addPhoneNumber:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'MetaUnavailableError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'PhoneNumber', wabaId: string | null, tenantId: string | null, credentials: PhoneNumberCredentials | null, shared: boolean, verifiedName: string | null, quality: string | null, webhookUrl: string | null, id: string, phoneNumberId: string, display: string }
    | { __typename: 'RejectedByMetaError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, meta: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null }
   };

export type UpdatePhoneNumberMutationVariables = Exact<{
  id: string | number;
  input: UpdatePhoneNumberInput;
}>;


export type UpdatePhoneNumberMutation = { updatePhoneNumber:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'MetaUnavailableError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'PhoneNumber', wabaId: string | null, tenantId: string | null, credentials: PhoneNumberCredentials | null, shared: boolean, verifiedName: string | null, quality: string | null, webhookUrl: string | null, id: string, phoneNumberId: string, display: string }
    | { __typename: 'RejectedByMetaError', code: string, message: string, field: string | null, retryable: boolean, action: string | null, meta: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null }
   };

export type RemovePhoneNumberMutationVariables = Exact<{
  id: string | number;
}>;


export type RemovePhoneNumberMutation = { removePhoneNumber:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'PhoneNumber', id: string, phoneNumberId: string, display: string }
   };

export type VerifyPhoneNumberMutationVariables = Exact<{
  id: string | number;
}>;


export type VerifyPhoneNumberMutation = { verifyPhoneNumber:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'PhoneNumberConnection', checkedAt: string, phoneNumber: { wabaId: string | null, tenantId: string | null, credentials: PhoneNumberCredentials | null, shared: boolean, verifiedName: string | null, quality: string | null, webhookUrl: string | null, id: string, phoneNumberId: string, display: string }, checks: Array<{ what: ConnectionPart, ok: boolean, detail: string }> }
   };

export type AssignPhoneNumberMutationVariables = Exact<{
  id: string | number;
  tenantId?: string | number | null | undefined;
  sharing?: PhoneNumberSharingInput | null | undefined;
}>;


export type AssignPhoneNumberMutation = { assignPhoneNumber:
    | { __typename: 'ForbiddenError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'InvalidInputError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'NotFoundError', code: string, message: string, field: string | null, retryable: boolean, action: string | null }
    | { __typename: 'PhoneNumber', wabaId: string | null, tenantId: string | null, credentials: PhoneNumberCredentials | null, shared: boolean, verifiedName: string | null, quality: string | null, webhookUrl: string | null, id: string, phoneNumberId: string, display: string }
   };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { tenant: string, role: Role, scopes: Array<Scope>, keyName: string, mode: Mode } };

export type CursorQueryVariables = Exact<{ [key: string]: never; }>;


export type CursorQuery = { cursor: string };

export type MessageQueryVariables = Exact<{
  id: string | number;
}>;


export type MessageQuery = { message: { raw: unknown, id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, conversation: { id: string }, replyTo: { id: string, direction: Direction, type: MessageType, text: string | null } | null, reactions: Array<{ emoji: string, from: Direction, at: string, message: { id: string } }>, timeline: Array<{ status: MessageStatus, at: string, recordedAt: string, error: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null }>, error: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null, pricing: { billable: boolean | null, model: string | null, type: string | null, category: string | null } | null, metaConversation: { id: string | null, originType: string | null, expiresAt: string | null } | null, content:
      | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
      | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
          | { __typename: 'ContactsContent' }
          | { __typename: 'EditContent' }
          | { __typename: 'InteractiveContent' }
          | { __typename: 'InteractiveReplyContent' }
          | { __typename: 'LocationContent' }
          | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
          | { __typename: 'OrderContent' }
          | { __typename: 'OtherContent' }
          | { __typename: 'ReactionContent' }
          | { __typename: 'RequestWelcomeContent' }
          | { __typename: 'RevokeContent' }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent' }
          | { __typename: 'TextContent', body: string }
          | { __typename: 'UnsupportedContent' }
         }
      | { __typename: 'InteractiveContent', interactive: unknown }
      | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
      | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
      | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
      | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
      | { __typename: 'OtherContent', type: string, value: unknown }
      | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
      | { __typename: 'RequestWelcomeContent', type: string }
      | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
      | { __typename: 'SystemContent' }
      | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
      | { __typename: 'TextContent', body: string, previewUrl: boolean }
      | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
     | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null };

export type MessagesQueryVariables = Exact<{
  filter?: MessageFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type MessagesQuery = { messages: { edges: Array<{ cursor: string, node: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ConversationQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ConversationQuery = { conversation: { id: string, marketingOptOut: string | null, unreadCount: number, readUpTo: string | null, messages: { edges: Array<{ cursor: string, node: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
            | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
            | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
                | { __typename: 'ContactsContent' }
                | { __typename: 'EditContent' }
                | { __typename: 'InteractiveContent' }
                | { __typename: 'InteractiveReplyContent' }
                | { __typename: 'LocationContent' }
                | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
                | { __typename: 'OrderContent' }
                | { __typename: 'OtherContent' }
                | { __typename: 'ReactionContent' }
                | { __typename: 'RequestWelcomeContent' }
                | { __typename: 'RevokeContent' }
                | { __typename: 'SystemContent' }
                | { __typename: 'TemplateContent' }
                | { __typename: 'TextContent', body: string }
                | { __typename: 'UnsupportedContent' }
               }
            | { __typename: 'InteractiveContent', interactive: unknown }
            | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
            | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
            | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
            | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
            | { __typename: 'OtherContent', type: string, value: unknown }
            | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
            | { __typename: 'RequestWelcomeContent', type: string }
            | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
            | { __typename: 'SystemContent' }
            | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
            | { __typename: 'TextContent', body: string, previewUrl: boolean }
            | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
           | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, window: { open: boolean, expiresAt: string | null, freeEntryPoint: { since: string, source: string | null, expiresAt: string | null } | null }, lastMessage: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
        | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
        | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
            | { __typename: 'ContactsContent' }
            | { __typename: 'EditContent' }
            | { __typename: 'InteractiveContent' }
            | { __typename: 'InteractiveReplyContent' }
            | { __typename: 'LocationContent' }
            | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
            | { __typename: 'OrderContent' }
            | { __typename: 'OtherContent' }
            | { __typename: 'ReactionContent' }
            | { __typename: 'RequestWelcomeContent' }
            | { __typename: 'RevokeContent' }
            | { __typename: 'SystemContent' }
            | { __typename: 'TemplateContent' }
            | { __typename: 'TextContent', body: string }
            | { __typename: 'UnsupportedContent' }
           }
        | { __typename: 'InteractiveContent', interactive: unknown }
        | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
        | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
        | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
        | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
        | { __typename: 'OtherContent', type: string, value: unknown }
        | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
        | { __typename: 'RequestWelcomeContent', type: string }
        | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
        | { __typename: 'SystemContent' }
        | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
        | { __typename: 'TextContent', body: string, previewUrl: boolean }
        | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
       | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null } | null };

export type ConversationsQueryVariables = Exact<{
  filter?: ConversationFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ConversationsQuery = { conversations: { edges: Array<{ cursor: string, node: { id: string, marketingOptOut: string | null, unreadCount: number, readUpTo: string | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, window: { open: boolean, expiresAt: string | null, freeEntryPoint: { since: string, source: string | null, expiresAt: string | null } | null }, lastMessage: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
            | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
            | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
                | { __typename: 'ContactsContent' }
                | { __typename: 'EditContent' }
                | { __typename: 'InteractiveContent' }
                | { __typename: 'InteractiveReplyContent' }
                | { __typename: 'LocationContent' }
                | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
                | { __typename: 'OrderContent' }
                | { __typename: 'OtherContent' }
                | { __typename: 'ReactionContent' }
                | { __typename: 'RequestWelcomeContent' }
                | { __typename: 'RevokeContent' }
                | { __typename: 'SystemContent' }
                | { __typename: 'TemplateContent' }
                | { __typename: 'TextContent', body: string }
                | { __typename: 'UnsupportedContent' }
               }
            | { __typename: 'InteractiveContent', interactive: unknown }
            | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
            | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
            | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
            | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
            | { __typename: 'OtherContent', type: string, value: unknown }
            | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
            | { __typename: 'RequestWelcomeContent', type: string }
            | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
            | { __typename: 'SystemContent' }
            | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
            | { __typename: 'TextContent', body: string, previewUrl: boolean }
            | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
           | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type EventsQueryVariables = Exact<{
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type EventsQuery = { events: Array<
    | { __typename: 'Checkpoint', live: boolean, cursor: string, type: EventType, at: string }
    | { __typename: 'InboundMessage', cursor: string, type: EventType, at: string, message: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } }
    | { __typename: 'MediaEvent', cursor: string, type: EventType, at: string, message: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } }
    | { __typename: 'NoticeEvent', data: unknown, cursor: string, type: EventType, at: string }
    | { __typename: 'OutboundMessage', cursor: string, type: EventType, at: string, message: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } }
    | { __typename: 'StatusUpdate', status: MessageStatus, cursor: string, type: EventType, at: string, error: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null, message: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } }
    | { __typename: 'TemplateEvent', change: TemplateChange, templateId: string | null, wabaId: string | null, name: string | null, language: string | null, reason: string | null, details: string | null, pausedUntil: string | null, quality: string | null, previousQuality: string | null, category: string | null, previousCategory: string | null, correctCategory: string | null, categoryChangesAt: string | null, data: unknown, cursor: string, type: EventType, at: string, templateStatus: string | null }
  > };

export type UsageQueryVariables = Exact<{
  from: string;
  to: string;
  tenant?: string | number | null | undefined;
  groupBy?: Array<UsageDimension> | UsageDimension;
}>;


export type UsageQuery = { usage: { tenant: string, timeZone: string, from: string, to: string, totals: { messages: number, inbound: number, outbound: number, failed: number, billable: number, notBillable: number }, rows: Array<{ day: string | null, direction: Direction | null, type: MessageType | null, failed: boolean | null, errorCode: number | null, messages: number, pricing: { billable: boolean | null, category: string | null, type: string | null, model: string | null } | null }>, media: Array<{ day: string | null, direction: Direction, files: number, bytes: number }>, stored: { files: number, bytes: number } } };

export type AuditLogQueryVariables = Exact<{
  filter?: AuditLogFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AuditLogQuery = { auditLog: { edges: Array<{ cursor: string, node: { id: string, at: string, tenant: string, address: string | null, action: string, target: string | null, changes: unknown, result: AuditResult, actor: { role: ActorRole, keyId: string | null, keyName: string | null, session: boolean, tenant: string } } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type TemplatesQueryVariables = Exact<{
  name?: string | null | undefined;
  language?: string | null | undefined;
  status?: string | null | undefined;
  category?: string | null | undefined;
  wabaId?: string | number | null | undefined;
}>;


export type TemplatesQuery = { templates: Array<{ id: string, wabaId: string, name: string, language: string, status: string, statusDetails: string | null, pausedUntil: string | null, rejectedReason: string | null, quality: string | null, category: string, subCategory: string | null, previousCategory: string | null, correctCategory: string | null, categoryChangesAt: string | null, parameterFormat: TemplateParameterFormat, components: Array<unknown>, updatedAt: string | null, syncedAt: string | null }> };

export type PhoneNumbersQueryVariables = Exact<{ [key: string]: never; }>;


export type PhoneNumbersQuery = { phoneNumbers: Array<{ wabaId: string | null, id: string, phoneNumberId: string, display: string, queue: { depth: number, oldestAt: string | null, rate: number, pausedUntil: string | null, pauseReason: string | null } | null }> };

export type InboundMessagesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type InboundMessagesSubscription = { inboundMessages: { cursor: string, message: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
        | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
        | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
            | { __typename: 'ContactsContent' }
            | { __typename: 'EditContent' }
            | { __typename: 'InteractiveContent' }
            | { __typename: 'InteractiveReplyContent' }
            | { __typename: 'LocationContent' }
            | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
            | { __typename: 'OrderContent' }
            | { __typename: 'OtherContent' }
            | { __typename: 'ReactionContent' }
            | { __typename: 'RequestWelcomeContent' }
            | { __typename: 'RevokeContent' }
            | { __typename: 'SystemContent' }
            | { __typename: 'TemplateContent' }
            | { __typename: 'TextContent', body: string }
            | { __typename: 'UnsupportedContent' }
           }
        | { __typename: 'InteractiveContent', interactive: unknown }
        | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
        | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
        | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
        | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
        | { __typename: 'OtherContent', type: string, value: unknown }
        | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
        | { __typename: 'RequestWelcomeContent', type: string }
        | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
        | { __typename: 'SystemContent' }
        | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
        | { __typename: 'TextContent', body: string, previewUrl: boolean }
        | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
       | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } } };

export type StatusUpdatesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  messageId?: string | number | null | undefined;
}>;


export type StatusUpdatesSubscription = { statusUpdates: { cursor: string, at: string, status: MessageStatus, error: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null, message: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
        | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
        | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
            | { __typename: 'ContactsContent' }
            | { __typename: 'EditContent' }
            | { __typename: 'InteractiveContent' }
            | { __typename: 'InteractiveReplyContent' }
            | { __typename: 'LocationContent' }
            | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
            | { __typename: 'OrderContent' }
            | { __typename: 'OtherContent' }
            | { __typename: 'ReactionContent' }
            | { __typename: 'RequestWelcomeContent' }
            | { __typename: 'RevokeContent' }
            | { __typename: 'SystemContent' }
            | { __typename: 'TemplateContent' }
            | { __typename: 'TextContent', body: string }
            | { __typename: 'UnsupportedContent' }
           }
        | { __typename: 'InteractiveContent', interactive: unknown }
        | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
        | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
        | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
        | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
        | { __typename: 'OtherContent', type: string, value: unknown }
        | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
        | { __typename: 'RequestWelcomeContent', type: string }
        | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
        | { __typename: 'SystemContent' }
        | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
        | { __typename: 'TextContent', body: string, previewUrl: boolean }
        | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
       | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } } };

export type EventStreamSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  types?: Array<EventType> | EventType | null | undefined;
}>;


export type EventStreamSubscription = { events:
    | { __typename: 'Checkpoint', live: boolean, cursor: string, type: EventType, at: string }
    | { __typename: 'InboundMessage', cursor: string, type: EventType, at: string, message: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } }
    | { __typename: 'MediaEvent', cursor: string, type: EventType, at: string, message: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } }
    | { __typename: 'NoticeEvent', data: unknown, cursor: string, type: EventType, at: string }
    | { __typename: 'OutboundMessage', cursor: string, type: EventType, at: string, message: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } }
    | { __typename: 'StatusUpdate', status: MessageStatus, cursor: string, type: EventType, at: string, error: { code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean } | null, message: { id: string, whatsappId: string | null, direction: Direction, type: MessageType, status: MessageStatus, text: string | null, reference: string | null, sentBy: string | null, createdAt: string, forwarded: boolean, frequentlyForwarded: boolean, editedAt: string | null, revokedAt: string | null, content:
          | { __typename: 'ContactsContent', contacts: Array<unknown>, cards: Array<{ name: string | null, firstName: string | null, lastName: string | null, origin: string | null, vcard: string | null, phones: Array<{ phone: string | null, type: string | null, waId: string | null }> }> }
          | { __typename: 'EditContent', originalWhatsappId: string, messageId: string | null, type: string, content:
              | { __typename: 'ContactsContent' }
              | { __typename: 'EditContent' }
              | { __typename: 'InteractiveContent' }
              | { __typename: 'InteractiveReplyContent' }
              | { __typename: 'LocationContent' }
              | { __typename: 'MediaContent', mediaType: MediaType, caption: string | null }
              | { __typename: 'OrderContent' }
              | { __typename: 'OtherContent' }
              | { __typename: 'ReactionContent' }
              | { __typename: 'RequestWelcomeContent' }
              | { __typename: 'RevokeContent' }
              | { __typename: 'SystemContent' }
              | { __typename: 'TemplateContent' }
              | { __typename: 'TextContent', body: string }
              | { __typename: 'UnsupportedContent' }
             }
          | { __typename: 'InteractiveContent', interactive: unknown }
          | { __typename: 'InteractiveReplyContent', replyType: string, id: string | null, title: string | null, description: string | null, response: string | null, name: string | null, bodyText: string | null, answers: unknown, callPermission: { response: string, permanent: boolean, expiresAt: string | null, source: string | null } | null }
          | { __typename: 'LocationContent', latitude: number, longitude: number, name: string | null, address: string | null, url: string | null }
          | { __typename: 'MediaContent', mediaType: MediaType, mediaId: string | null, link: string | null, mimeType: string | null, sha256: string | null, caption: string | null, filename: string | null, voice: boolean, animated: boolean, media: { id: string, state: MediaState, reason: string | null, mimeType: string | null, filename: string | null, sizeBytes: number | null, sha256: string | null, url: string | null, thumbnailUrl: string | null, width: number | null, height: number | null } | null }
          | { __typename: 'OrderContent', catalogId: string | null, text: string | null, items: Array<{ productRetailerId: string | null, quantity: number | null, itemPrice: number | null, currency: string | null }> }
          | { __typename: 'OtherContent', type: string, value: unknown }
          | { __typename: 'ReactionContent', whatsappId: string, messageId: string | null, emoji: string | null }
          | { __typename: 'RequestWelcomeContent', type: string }
          | { __typename: 'RevokeContent', originalWhatsappId: string, messageId: string | null }
          | { __typename: 'SystemContent' }
          | { __typename: 'TemplateContent', name: string | null, language: string, components: Array<unknown> }
          | { __typename: 'TextContent', body: string, previewUrl: boolean }
          | { __typename: 'UnsupportedContent', unsupportedType: string | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> }
         | null, contact: { id: string, phone: string | null, userId: string | null, username: string | null, name: string | null }, phoneNumber: { id: string, phoneNumberId: string, display: string }, referredProduct: { catalogId: string | null, productRetailerId: string | null } | null, referral: { sourceUrl: string | null, sourceId: string | null, sourceType: string | null, headline: string | null, body: string | null, mediaType: string | null, imageUrl: string | null, videoUrl: string | null, thumbnailUrl: string | null, ctwaClid: string | null, ref: string | null, welcomeMessage: string | null } | null, errors: Array<{ code: number, title: string, details: string | null, fbtraceId: string | null, meaning: string, action: string, retryable: boolean }> } }
    | { __typename: 'TemplateEvent', change: TemplateChange, templateId: string | null, wabaId: string | null, name: string | null, language: string | null, reason: string | null, details: string | null, pausedUntil: string | null, quality: string | null, previousQuality: string | null, category: string | null, previousCategory: string | null, correctCategory: string | null, categoryChangesAt: string | null, data: unknown, cursor: string, type: EventType, at: string, templateStatus: string | null }
   };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ErrorFieldsFragmentDoc = new TypedDocumentString(`
    fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}
    `, {"fragmentName":"ErrorFields"}) as unknown as TypedDocumentString<ErrorFieldsFragment, unknown>;
export const SendAnswerFragmentDoc = new TypedDocumentString(`
    fragment SendAnswer on SendResult {
  __typename
  ... on Message {
    id
    conversation {
      id
    }
  }
  ...ErrorFields
  ... on TemplateMismatchError {
    parameter
  }
  ... on OptedOutError {
    messageRef {
      id
      conversation {
        id
      }
    }
  }
  ... on RejectedByMetaError {
    messageRef {
      id
      conversation {
        id
      }
    }
  }
  ... on RateLimitedError {
    messageRef {
      id
      conversation {
        id
      }
    }
  }
  ... on UnconfirmedError {
    messageRef {
      id
      conversation {
        id
      }
    }
  }
  ... on MetaUnavailableError {
    messageRef {
      id
      conversation {
        id
      }
    }
  }
}
    fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}`, {"fragmentName":"SendAnswer"}) as unknown as TypedDocumentString<SendAnswerFragment, unknown>;
export const TemplateChoiceFragmentDoc = new TypedDocumentString(`
    fragment TemplateChoice on Template {
  id
  wabaId
  name
  language
  status
  statusDetails
  rejectedReason
  category
  parameterFormat
  components
}
    `, {"fragmentName":"TemplateChoice"}) as unknown as TypedDocumentString<TemplateChoiceFragment, unknown>;
export const MediaFieldsFragmentDoc = new TypedDocumentString(`
    fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}
    `, {"fragmentName":"MediaFields"}) as unknown as TypedDocumentString<MediaFieldsFragment, unknown>;
export const MetaErrorFieldsFragmentDoc = new TypedDocumentString(`
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
    `, {"fragmentName":"MetaErrorFields"}) as unknown as TypedDocumentString<MetaErrorFieldsFragment, unknown>;
export const ContentFieldsFragmentDoc = new TypedDocumentString(`
    fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`, {"fragmentName":"ContentFields"}) as unknown as TypedDocumentString<ContentFieldsFragment, unknown>;
export const ContactFieldsFragmentDoc = new TypedDocumentString(`
    fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
    `, {"fragmentName":"ContactFields"}) as unknown as TypedDocumentString<ContactFieldsFragment, unknown>;
export const PhoneNumberFieldsFragmentDoc = new TypedDocumentString(`
    fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
    `, {"fragmentName":"PhoneNumberFields"}) as unknown as TypedDocumentString<PhoneNumberFieldsFragment, unknown>;
export const MessageFieldsFragmentDoc = new TypedDocumentString(`
    fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`, {"fragmentName":"MessageFields"}) as unknown as TypedDocumentString<MessageFieldsFragment, unknown>;
export const PreviewFieldsFragmentDoc = new TypedDocumentString(`
    fragment PreviewFields on TemplatePreview {
  header {
    format
    text
    value
  }
  body {
    text
  }
  footer
  buttons {
    kind
    text
    url
    phoneNumber
    value
  }
  offer {
    text
    expiresAt
  }
}
    `, {"fragmentName":"PreviewFields"}) as unknown as TypedDocumentString<PreviewFieldsFragment, unknown>;
export const QuoteFieldsFragmentDoc = new TypedDocumentString(`
    fragment QuoteFields on Message {
  id
  direction
  type
  text
  sentBy
  revokedAt
  content {
    __typename
    ... on MediaContent {
      mediaType
      voice
      filename
      media {
        id
        thumbnailUrl
      }
    }
    ... on TemplateContent {
      name
    }
    ... on LocationContent {
      latitude
      longitude
      name
    }
  }
}
    `, {"fragmentName":"QuoteFields"}) as unknown as TypedDocumentString<QuoteFieldsFragment, unknown>;
export const BubbleFieldsFragmentDoc = new TypedDocumentString(`
    fragment BubbleFields on Message {
  ...MessageFields
  content {
    ... on TemplateContent {
      preview {
        ...PreviewFields
        cards {
          ...PreviewFields
        }
      }
    }
    ... on SystemContent {
      change
      sentence: body
      phone
    }
    ... on UnsupportedContent {
      unsupportedType
    }
  }
  replyTo {
    ...QuoteFields
  }
  reactions {
    emoji
    from
    at
    message {
      id
    }
  }
  error {
    ...MetaErrorFields
  }
  waitsFor
  retrySafety
  expiresAt
}
    fragment QuoteFields on Message {
  id
  direction
  type
  text
  sentBy
  revokedAt
  content {
    __typename
    ... on MediaContent {
      mediaType
      voice
      filename
      media {
        id
        thumbnailUrl
      }
    }
    ... on TemplateContent {
      name
    }
    ... on LocationContent {
      latitude
      longitude
      name
    }
  }
}
fragment PreviewFields on TemplatePreview {
  header {
    format
    text
    value
  }
  body {
    text
  }
  footer
  buttons {
    kind
    text
    url
    phoneNumber
    value
  }
  offer {
    text
    expiresAt
  }
}
fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`, {"fragmentName":"BubbleFields"}) as unknown as TypedDocumentString<BubbleFieldsFragment, unknown>;
export const ThreadPageFragmentDoc = new TypedDocumentString(`
    fragment ThreadPage on MessageConnection {
  edges {
    cursor
    node {
      ...BubbleFields
    }
  }
  pageInfo {
    hasNextPage
    hasPreviousPage
  }
}
    fragment BubbleFields on Message {
  ...MessageFields
  content {
    ... on TemplateContent {
      preview {
        ...PreviewFields
        cards {
          ...PreviewFields
        }
      }
    }
    ... on SystemContent {
      change
      sentence: body
      phone
    }
    ... on UnsupportedContent {
      unsupportedType
    }
  }
  replyTo {
    ...QuoteFields
  }
  reactions {
    emoji
    from
    at
    message {
      id
    }
  }
  error {
    ...MetaErrorFields
  }
  waitsFor
  retrySafety
  expiresAt
}
fragment QuoteFields on Message {
  id
  direction
  type
  text
  sentBy
  revokedAt
  content {
    __typename
    ... on MediaContent {
      mediaType
      voice
      filename
      media {
        id
        thumbnailUrl
      }
    }
    ... on TemplateContent {
      name
    }
    ... on LocationContent {
      latitude
      longitude
      name
    }
  }
}
fragment PreviewFields on TemplatePreview {
  header {
    format
    text
    value
  }
  body {
    text
  }
  footer
  buttons {
    kind
    text
    url
    phoneNumber
    value
  }
  offer {
    text
    expiresAt
  }
}
fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`, {"fragmentName":"ThreadPage"}) as unknown as TypedDocumentString<ThreadPageFragment, unknown>;
export const MediaMessageFragmentDoc = new TypedDocumentString(`
    fragment MediaMessage on Message {
  id
  createdAt
  revokedAt
  content {
    __typename
    ... on MediaContent {
      mediaType
      caption
      filename
      media {
        ...MediaFields
      }
    }
  }
}
    fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`, {"fragmentName":"MediaMessage"}) as unknown as TypedDocumentString<MediaMessageFragment, unknown>;
export const KeyFieldsFragmentDoc = new TypedDocumentString(`
    fragment KeyFields on ApiKey {
  id
  name
  prefix
  scopes
  state
  allowedIps
  createdAt
  createdBy
  expiresAt
  lastUsedAt
  revokedAt
}
    `, {"fragmentName":"KeyFields"}) as unknown as TypedDocumentString<KeyFieldsFragment, unknown>;
export const NumberFieldsFragmentDoc = new TypedDocumentString(`
    fragment NumberFields on PhoneNumber {
  ...PhoneNumberFields
  wabaId
  verifiedName
  quality
  credentials
  tenantId
  shared
  sharing {
    tenants
    defaultTenantId
    answerDays
  }
  webhookUrl
  configured
  messagesPerSecond
  queue {
    depth
    oldestAt
    rate
    pausedUntil
    pauseReason
  }
}
    fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}`, {"fragmentName":"NumberFields"}) as unknown as TypedDocumentString<NumberFieldsFragment, unknown>;
export const DeliveryCountFieldsFragmentDoc = new TypedDocumentString(`
    fragment DeliveryCountFields on DeliveryCounts {
  total
  statuses {
    status
    count
  }
}
    `, {"fragmentName":"DeliveryCountFields"}) as unknown as TypedDocumentString<DeliveryCountFieldsFragment, unknown>;
export const DeliveryTimeFieldsFragmentDoc = new TypedDocumentString(`
    fragment DeliveryTimeFields on DeliveryTimes {
  median
  p95
  count
}
    `, {"fragmentName":"DeliveryTimeFields"}) as unknown as TypedDocumentString<DeliveryTimeFieldsFragment, unknown>;
export const TenantFieldsFragmentDoc = new TypedDocumentString(`
    fragment TenantFields on Tenant {
  id
  name
  kind
  state
  timeZone
  defaultNumberId
  createdAt
  quotas {
    sendsPerDay
    messagesPerSecond
    sockets
    subscriptions
    mediaBytes
  }
}
    `, {"fragmentName":"TenantFields"}) as unknown as TypedDocumentString<TenantFieldsFragment, unknown>;
export const ManagedPhoneNumberFieldsFragmentDoc = new TypedDocumentString(`
    fragment ManagedPhoneNumberFields on PhoneNumber {
  ...PhoneNumberFields
  wabaId
  tenantId
  credentials
  shared
  verifiedName
  quality
  webhookUrl
}
    fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}`, {"fragmentName":"ManagedPhoneNumberFields"}) as unknown as TypedDocumentString<ManagedPhoneNumberFieldsFragment, unknown>;
export const MessageDetailsFragmentDoc = new TypedDocumentString(`
    fragment MessageDetails on Message {
  ...MessageFields
  raw
  conversation {
    id
  }
  replyTo {
    id
    direction
    type
    text
  }
  reactions {
    emoji
    from
    message {
      id
    }
    at
  }
  timeline {
    status
    at
    recordedAt
    error {
      ...MetaErrorFields
    }
  }
  error {
    ...MetaErrorFields
  }
  pricing {
    billable
    model
    type
    category
  }
  metaConversation {
    id
    originType
    expiresAt
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`, {"fragmentName":"MessageDetails"}) as unknown as TypedDocumentString<MessageDetailsFragment, unknown>;
export const ConversationFieldsFragmentDoc = new TypedDocumentString(`
    fragment ConversationFields on Conversation {
  id
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  window {
    open
    expiresAt
    freeEntryPoint {
      since
      source
      expiresAt
    }
  }
  marketingOptOut
  unreadCount
  readUpTo
  lastMessage {
    ...MessageFields
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`, {"fragmentName":"ConversationFields"}) as unknown as TypedDocumentString<ConversationFieldsFragment, unknown>;
export const RefusalFieldsFragmentDoc = new TypedDocumentString(`
    fragment RefusalFields on Error {
  ...ErrorFields
  ... on RejectedByMetaError {
    meta {
      ...MetaErrorFields
    }
  }
  ... on RateLimitedError {
    retryAfterSeconds
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}`, {"fragmentName":"RefusalFields"}) as unknown as TypedDocumentString<RefusalFieldsFragment, unknown>;
export const SendResultFieldsFragmentDoc = new TypedDocumentString(`
    fragment SendResultFields on SendResult {
  __typename
  ... on Message {
    ...MessageFields
  }
  ...ErrorFields
  ... on WindowClosedError {
    templates
  }
  ... on OptedOutError {
    messageRef {
      ...MessageFields
    }
  }
  ... on TemplateMismatchError {
    parameter
  }
  ... on RejectedByMetaError {
    meta {
      ...MetaErrorFields
    }
    messageRef {
      ...MessageFields
    }
  }
  ... on RateLimitedError {
    retryAfterSeconds
    messageRef {
      ...MessageFields
    }
  }
  ... on UnconfirmedError {
    messageRef {
      ...MessageFields
    }
  }
  ... on MetaUnavailableError {
    messageRef {
      ...MessageFields
    }
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`, {"fragmentName":"SendResultFields"}) as unknown as TypedDocumentString<SendResultFieldsFragment, unknown>;
export const EventFieldsFragmentDoc = new TypedDocumentString(`
    fragment EventFields on Event {
  __typename
  cursor
  type
  at
  ... on InboundMessage {
    message {
      ...MessageFields
    }
  }
  ... on OutboundMessage {
    message {
      ...MessageFields
    }
  }
  ... on StatusUpdate {
    status
    error {
      ...MetaErrorFields
    }
    message {
      ...MessageFields
    }
  }
  ... on MediaEvent {
    message {
      ...MessageFields
    }
  }
  ... on NoticeEvent {
    data
  }
  ... on TemplateEvent {
    change
    templateId
    wabaId
    name
    language
    templateStatus: status
    reason
    details
    pausedUntil
    quality
    previousQuality
    category
    previousCategory
    correctCategory
    categoryChangesAt
    data
  }
  ... on Checkpoint {
    live
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`, {"fragmentName":"EventFields"}) as unknown as TypedDocumentString<EventFieldsFragment, unknown>;
export const TemplateFieldsFragmentDoc = new TypedDocumentString(`
    fragment TemplateFields on Template {
  id
  wabaId
  name
  language
  status
  statusDetails
  pausedUntil
  rejectedReason
  quality
  category
  subCategory
  previousCategory
  correctCategory
  categoryChangesAt
  parameterFormat
  components
  updatedAt
  syncedAt
}
    `, {"fragmentName":"TemplateFields"}) as unknown as TypedDocumentString<TemplateFieldsFragment, unknown>;
export const PageFieldsFragmentDoc = new TypedDocumentString(`
    fragment PageFields on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
    `, {"fragmentName":"PageFields"}) as unknown as TypedDocumentString<PageFieldsFragment, unknown>;
export const ComposerReplyDocument = new TypedDocumentString(`
    mutation ComposerReply($input: SendReplyInput!) {
  sendReply(input: $input) {
    ...SendAnswer
  }
}
    fragment SendAnswer on SendResult {
  __typename
  ... on Message {
    id
    conversation {
      id
    }
  }
  ...ErrorFields
  ... on TemplateMismatchError {
    parameter
  }
  ... on OptedOutError {
    messageRef {
      id
      conversation {
        id
      }
    }
  }
  ... on RejectedByMetaError {
    messageRef {
      id
      conversation {
        id
      }
    }
  }
  ... on RateLimitedError {
    messageRef {
      id
      conversation {
        id
      }
    }
  }
  ... on UnconfirmedError {
    messageRef {
      id
      conversation {
        id
      }
    }
  }
  ... on MetaUnavailableError {
    messageRef {
      id
      conversation {
        id
      }
    }
  }
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}`) as unknown as TypedDocumentString<ComposerReplyMutation, ComposerReplyMutationVariables>;
export const ComposerTemplateDocument = new TypedDocumentString(`
    mutation ComposerTemplate($input: SendTemplateInput!) {
  sendTemplate(input: $input) {
    ...SendAnswer
  }
}
    fragment SendAnswer on SendResult {
  __typename
  ... on Message {
    id
    conversation {
      id
    }
  }
  ...ErrorFields
  ... on TemplateMismatchError {
    parameter
  }
  ... on OptedOutError {
    messageRef {
      id
      conversation {
        id
      }
    }
  }
  ... on RejectedByMetaError {
    messageRef {
      id
      conversation {
        id
      }
    }
  }
  ... on RateLimitedError {
    messageRef {
      id
      conversation {
        id
      }
    }
  }
  ... on UnconfirmedError {
    messageRef {
      id
      conversation {
        id
      }
    }
  }
  ... on MetaUnavailableError {
    messageRef {
      id
      conversation {
        id
      }
    }
  }
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}`) as unknown as TypedDocumentString<ComposerTemplateMutation, ComposerTemplateMutationVariables>;
export const ComposerNewestDocument = new TypedDocumentString(`
    query ComposerNewest($id: ID!) {
  conversation(id: $id) {
    id
    messages(first: 20) {
      edges {
        node {
          ...QuoteFields
          createdAt
        }
      }
    }
  }
}
    fragment QuoteFields on Message {
  id
  direction
  type
  text
  sentBy
  revokedAt
  content {
    __typename
    ... on MediaContent {
      mediaType
      voice
      filename
      media {
        id
        thumbnailUrl
      }
    }
    ... on TemplateContent {
      name
    }
    ... on LocationContent {
      latitude
      longitude
      name
    }
  }
}`) as unknown as TypedDocumentString<ComposerNewestQuery, ComposerNewestQueryVariables>;
export const ComposerTemplatesDocument = new TypedDocumentString(`
    query ComposerTemplates {
  templates {
    ...TemplateChoice
  }
}
    fragment TemplateChoice on Template {
  id
  wabaId
  name
  language
  status
  statusDetails
  rejectedReason
  category
  parameterFormat
  components
}`) as unknown as TypedDocumentString<ComposerTemplatesQuery, ComposerTemplatesQueryVariables>;
export const ComposerPreviewDocument = new TypedDocumentString(`
    query ComposerPreview($name: String!, $language: String!, $wabaId: ID!, $components: JSON) {
  templates(name: $name, language: $language, wabaId: $wabaId) {
    id
    preview(components: $components) {
      ...PreviewFields
      cards {
        ...PreviewFields
      }
    }
  }
}
    fragment PreviewFields on TemplatePreview {
  header {
    format
    text
    value
  }
  body {
    text
  }
  footer
  buttons {
    kind
    text
    url
    phoneNumber
    value
  }
  offer {
    text
    expiresAt
  }
}`) as unknown as TypedDocumentString<ComposerPreviewQuery, ComposerPreviewQueryVariables>;
export const ComposerNumbersDocument = new TypedDocumentString(`
    query ComposerNumbers {
  phoneNumbers {
    ...PhoneNumberFields
    wabaId
  }
}
    fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}`) as unknown as TypedDocumentString<ComposerNumbersQuery, ComposerNumbersQueryVariables>;
export const NewChatKnownDocument = new TypedDocumentString(`
    query NewChatKnown($search: String!) {
  conversations(filter: { search: $search }, first: 20) {
    edges {
      node {
        id
        contact {
          id
          phone
          userId
        }
        phoneNumber {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<NewChatKnownQuery, NewChatKnownQueryVariables>;
export const ConnectionDocument = new TypedDocumentString(`
    query Connection {
  connection {
    callbackUrl
    publicUrlSet
    verifyToken
    fields
    last {
      at
      result
    }
    refusedSignature {
      at
      fault
      address
    }
    refusedHandshake {
      at
      address
    }
    acceptedHandshakeAt
    startedAt
    last24Hours {
      stored
      quarantined
      failed
      overloaded
      refused
    }
    storing {
      count
      median
      p95
    }
    quarantined
    backlog
  }
  phoneNumbers(all: true) {
    ...PhoneNumberFields
    wabaId
    credentials
  }
}
    fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}`) as unknown as TypedDocumentString<ConnectionQuery, ConnectionQueryVariables>;
export const ConnectionChangesDocument = new TypedDocumentString(`
    subscription ConnectionChanges {
  connectionChanges {
    startedAt
  }
}
    `) as unknown as TypedDocumentString<ConnectionChangesSubscription, ConnectionChangesSubscriptionVariables>;
export const DashboardEventsDocument = new TypedDocumentString(`
    subscription DashboardEvents($after: Cursor) {
  events(after: $after) {
    ...EventFields
    receivedAt
    recordedAt
    ... on InboundMessage {
      message {
        conversation {
          ...ConversationFields
        }
      }
    }
    ... on OutboundMessage {
      message {
        conversation {
          ...ConversationFields
        }
      }
    }
    ... on NoticeEvent {
      conversation {
        ...ConversationFields
      }
    }
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment ConversationFields on Conversation {
  id
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  window {
    open
    expiresAt
    freeEntryPoint {
      since
      source
      expiresAt
    }
  }
  marketingOptOut
  unreadCount
  readUpTo
  lastMessage {
    ...MessageFields
  }
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}
fragment EventFields on Event {
  __typename
  cursor
  type
  at
  ... on InboundMessage {
    message {
      ...MessageFields
    }
  }
  ... on OutboundMessage {
    message {
      ...MessageFields
    }
  }
  ... on StatusUpdate {
    status
    error {
      ...MetaErrorFields
    }
    message {
      ...MessageFields
    }
  }
  ... on MediaEvent {
    message {
      ...MessageFields
    }
  }
  ... on NoticeEvent {
    data
  }
  ... on TemplateEvent {
    change
    templateId
    wabaId
    name
    language
    templateStatus: status
    reason
    details
    pausedUntil
    quality
    previousQuality
    category
    previousCategory
    correctCategory
    categoryChangesAt
    data
  }
  ... on Checkpoint {
    live
  }
}`) as unknown as TypedDocumentString<DashboardEventsSubscription, DashboardEventsSubscriptionVariables>;
export const InboxConversationsDocument = new TypedDocumentString(`
    query InboxConversations($filter: ConversationFilter, $after: String, $first: Int!) {
  conversations(filter: $filter, after: $after, first: $first) {
    edges {
      node {
        ...ConversationFields
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment ConversationFields on Conversation {
  id
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  window {
    open
    expiresAt
    freeEntryPoint {
      since
      source
      expiresAt
    }
  }
  marketingOptOut
  unreadCount
  readUpTo
  lastMessage {
    ...MessageFields
  }
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`) as unknown as TypedDocumentString<InboxConversationsQuery, InboxConversationsQueryVariables>;
export const InboxNumbersDocument = new TypedDocumentString(`
    query InboxNumbers {
  phoneNumbers {
    ...PhoneNumberFields
  }
}
    fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}`) as unknown as TypedDocumentString<InboxNumbersQuery, InboxNumbersQueryVariables>;
export const InboxConversationDocument = new TypedDocumentString(`
    query InboxConversation($id: ID!) {
  conversation(id: $id) {
    ...ConversationFields
    firstUnread {
      id
    }
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment ConversationFields on Conversation {
  id
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  window {
    open
    expiresAt
    freeEntryPoint {
      since
      source
      expiresAt
    }
  }
  marketingOptOut
  unreadCount
  readUpTo
  lastMessage {
    ...MessageFields
  }
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`) as unknown as TypedDocumentString<InboxConversationQuery, InboxConversationQueryVariables>;
export const ThreadOlderDocument = new TypedDocumentString(`
    query ThreadOlder($id: ID!, $after: String, $first: Int!) {
  conversation(id: $id) {
    id
    messages(first: $first, after: $after) {
      ...ThreadPage
    }
  }
}
    fragment BubbleFields on Message {
  ...MessageFields
  content {
    ... on TemplateContent {
      preview {
        ...PreviewFields
        cards {
          ...PreviewFields
        }
      }
    }
    ... on SystemContent {
      change
      sentence: body
      phone
    }
    ... on UnsupportedContent {
      unsupportedType
    }
  }
  replyTo {
    ...QuoteFields
  }
  reactions {
    emoji
    from
    at
    message {
      id
    }
  }
  error {
    ...MetaErrorFields
  }
  waitsFor
  retrySafety
  expiresAt
}
fragment QuoteFields on Message {
  id
  direction
  type
  text
  sentBy
  revokedAt
  content {
    __typename
    ... on MediaContent {
      mediaType
      voice
      filename
      media {
        id
        thumbnailUrl
      }
    }
    ... on TemplateContent {
      name
    }
    ... on LocationContent {
      latitude
      longitude
      name
    }
  }
}
fragment PreviewFields on TemplatePreview {
  header {
    format
    text
    value
  }
  body {
    text
  }
  footer
  buttons {
    kind
    text
    url
    phoneNumber
    value
  }
  offer {
    text
    expiresAt
  }
}
fragment ThreadPage on MessageConnection {
  edges {
    cursor
    node {
      ...BubbleFields
    }
  }
  pageInfo {
    hasNextPage
    hasPreviousPage
  }
}
fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`) as unknown as TypedDocumentString<ThreadOlderQuery, ThreadOlderQueryVariables>;
export const ThreadNewerDocument = new TypedDocumentString(`
    query ThreadNewer($id: ID!, $before: String!, $last: Int!) {
  conversation(id: $id) {
    id
    messages(last: $last, before: $before) {
      ...ThreadPage
    }
  }
}
    fragment BubbleFields on Message {
  ...MessageFields
  content {
    ... on TemplateContent {
      preview {
        ...PreviewFields
        cards {
          ...PreviewFields
        }
      }
    }
    ... on SystemContent {
      change
      sentence: body
      phone
    }
    ... on UnsupportedContent {
      unsupportedType
    }
  }
  replyTo {
    ...QuoteFields
  }
  reactions {
    emoji
    from
    at
    message {
      id
    }
  }
  error {
    ...MetaErrorFields
  }
  waitsFor
  retrySafety
  expiresAt
}
fragment QuoteFields on Message {
  id
  direction
  type
  text
  sentBy
  revokedAt
  content {
    __typename
    ... on MediaContent {
      mediaType
      voice
      filename
      media {
        id
        thumbnailUrl
      }
    }
    ... on TemplateContent {
      name
    }
    ... on LocationContent {
      latitude
      longitude
      name
    }
  }
}
fragment PreviewFields on TemplatePreview {
  header {
    format
    text
    value
  }
  body {
    text
  }
  footer
  buttons {
    kind
    text
    url
    phoneNumber
    value
  }
  offer {
    text
    expiresAt
  }
}
fragment ThreadPage on MessageConnection {
  edges {
    cursor
    node {
      ...BubbleFields
    }
  }
  pageInfo {
    hasNextPage
    hasPreviousPage
  }
}
fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`) as unknown as TypedDocumentString<ThreadNewerQuery, ThreadNewerQueryVariables>;
export const ThreadAroundDocument = new TypedDocumentString(`
    query ThreadAround($id: ID!, $message: ID!, $size: Int!) {
  conversation(id: $id) {
    id
    around(message: $message, size: $size) {
      ...ThreadPage
    }
  }
}
    fragment BubbleFields on Message {
  ...MessageFields
  content {
    ... on TemplateContent {
      preview {
        ...PreviewFields
        cards {
          ...PreviewFields
        }
      }
    }
    ... on SystemContent {
      change
      sentence: body
      phone
    }
    ... on UnsupportedContent {
      unsupportedType
    }
  }
  replyTo {
    ...QuoteFields
  }
  reactions {
    emoji
    from
    at
    message {
      id
    }
  }
  error {
    ...MetaErrorFields
  }
  waitsFor
  retrySafety
  expiresAt
}
fragment QuoteFields on Message {
  id
  direction
  type
  text
  sentBy
  revokedAt
  content {
    __typename
    ... on MediaContent {
      mediaType
      voice
      filename
      media {
        id
        thumbnailUrl
      }
    }
    ... on TemplateContent {
      name
    }
    ... on LocationContent {
      latitude
      longitude
      name
    }
  }
}
fragment PreviewFields on TemplatePreview {
  header {
    format
    text
    value
  }
  body {
    text
  }
  footer
  buttons {
    kind
    text
    url
    phoneNumber
    value
  }
  offer {
    text
    expiresAt
  }
}
fragment ThreadPage on MessageConnection {
  edges {
    cursor
    node {
      ...BubbleFields
    }
  }
  pageInfo {
    hasNextPage
    hasPreviousPage
  }
}
fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`) as unknown as TypedDocumentString<ThreadAroundQuery, ThreadAroundQueryVariables>;
export const ThreadMessageDocument = new TypedDocumentString(`
    query ThreadMessage($id: ID!) {
  message(id: $id) {
    ...BubbleFields
  }
}
    fragment BubbleFields on Message {
  ...MessageFields
  content {
    ... on TemplateContent {
      preview {
        ...PreviewFields
        cards {
          ...PreviewFields
        }
      }
    }
    ... on SystemContent {
      change
      sentence: body
      phone
    }
    ... on UnsupportedContent {
      unsupportedType
    }
  }
  replyTo {
    ...QuoteFields
  }
  reactions {
    emoji
    from
    at
    message {
      id
    }
  }
  error {
    ...MetaErrorFields
  }
  waitsFor
  retrySafety
  expiresAt
}
fragment QuoteFields on Message {
  id
  direction
  type
  text
  sentBy
  revokedAt
  content {
    __typename
    ... on MediaContent {
      mediaType
      voice
      filename
      media {
        id
        thumbnailUrl
      }
    }
    ... on TemplateContent {
      name
    }
    ... on LocationContent {
      latitude
      longitude
      name
    }
  }
}
fragment PreviewFields on TemplatePreview {
  header {
    format
    text
    value
  }
  body {
    text
  }
  footer
  buttons {
    kind
    text
    url
    phoneNumber
    value
  }
  offer {
    text
    expiresAt
  }
}
fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`) as unknown as TypedDocumentString<ThreadMessageQuery, ThreadMessageQueryVariables>;
export const MessageTimelineDocument = new TypedDocumentString(`
    query MessageTimeline($id: ID!) {
  message(id: $id) {
    id
    timeline {
      status
      at
      recordedAt
      error {
        ...MetaErrorFields
      }
    }
    pricing {
      billable
      category
      type
    }
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}`) as unknown as TypedDocumentString<MessageTimelineQuery, MessageTimelineQueryVariables>;
export const ConversationMediaDocument = new TypedDocumentString(`
    query ConversationMedia($contact: ID!, $number: ID!, $first: Int!) {
  images: messages(
    filter: { contact: $contact, phoneNumberId: $number, type: image }
    first: $first
  ) {
    edges {
      node {
        ...MediaMessage
      }
    }
  }
  videos: messages(
    filter: { contact: $contact, phoneNumberId: $number, type: video }
    first: $first
  ) {
    edges {
      node {
        ...MediaMessage
      }
    }
  }
  documents: messages(
    filter: { contact: $contact, phoneNumberId: $number, type: document }
    first: $first
  ) {
    edges {
      node {
        ...MediaMessage
      }
    }
  }
}
    fragment MediaMessage on Message {
  id
  createdAt
  revokedAt
  content {
    __typename
    ... on MediaContent {
      mediaType
      caption
      filename
      media {
        ...MediaFields
      }
    }
  }
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`) as unknown as TypedDocumentString<ConversationMediaQuery, ConversationMediaQueryVariables>;
export const NumberPauseDocument = new TypedDocumentString(`
    query NumberPause($id: ID!) {
  node(id: $id) {
    ... on PhoneNumber {
      id
      queue {
        pausedUntil
        pauseError {
          ...MetaErrorFields
        }
      }
    }
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}`) as unknown as TypedDocumentString<NumberPauseQuery, NumberPauseQueryVariables>;
export const InboxMarkReadDocument = new TypedDocumentString(`
    mutation InboxMarkRead($conversationId: ID!, $upTo: ID!, $receipt: Boolean!) {
  markRead(conversationId: $conversationId, upTo: $upTo, receipt: $receipt) {
    __typename
    ... on Conversation {
      id
      unreadCount
      readUpTo
    }
    ...ErrorFields
  }
}
    fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}`) as unknown as TypedDocumentString<InboxMarkReadMutation, InboxMarkReadMutationVariables>;
export const InboxResolveDocument = new TypedDocumentString(`
    mutation InboxResolve($id: ID!, $as: ResolveAs!) {
  resolveMessage(id: $id, as: $as) {
    __typename
    ... on Message {
      id
      status
    }
    ...ErrorFields
  }
}
    fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}`) as unknown as TypedDocumentString<InboxResolveMutation, InboxResolveMutationVariables>;
export const InboxCancelDocument = new TypedDocumentString(`
    mutation InboxCancel($id: ID!) {
  cancelMessage(id: $id) {
    __typename
    ... on Message {
      id
      status
    }
    ...ErrorFields
  }
}
    fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}`) as unknown as TypedDocumentString<InboxCancelMutation, InboxCancelMutationVariables>;
export const InboxRetryMediaDocument = new TypedDocumentString(`
    mutation InboxRetryMedia($messageId: ID!) {
  retryMedia(messageId: $messageId) {
    __typename
    ... on Message {
      id
    }
    ...ErrorFields
  }
}
    fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}`) as unknown as TypedDocumentString<InboxRetryMediaMutation, InboxRetryMediaMutationVariables>;
export const InboxSendReplyDocument = new TypedDocumentString(`
    mutation InboxSendReply($input: SendReplyInput!) {
  sendReply(input: $input) {
    ...SendResultFields
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}
fragment SendResultFields on SendResult {
  __typename
  ... on Message {
    ...MessageFields
  }
  ...ErrorFields
  ... on WindowClosedError {
    templates
  }
  ... on OptedOutError {
    messageRef {
      ...MessageFields
    }
  }
  ... on TemplateMismatchError {
    parameter
  }
  ... on RejectedByMetaError {
    meta {
      ...MetaErrorFields
    }
    messageRef {
      ...MessageFields
    }
  }
  ... on RateLimitedError {
    retryAfterSeconds
    messageRef {
      ...MessageFields
    }
  }
  ... on UnconfirmedError {
    messageRef {
      ...MessageFields
    }
  }
  ... on MetaUnavailableError {
    messageRef {
      ...MessageFields
    }
  }
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`) as unknown as TypedDocumentString<InboxSendReplyMutation, InboxSendReplyMutationVariables>;
export const InboxSendTemplateDocument = new TypedDocumentString(`
    mutation InboxSendTemplate($input: SendTemplateInput!) {
  sendTemplate(input: $input) {
    ...SendResultFields
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}
fragment SendResultFields on SendResult {
  __typename
  ... on Message {
    ...MessageFields
  }
  ...ErrorFields
  ... on WindowClosedError {
    templates
  }
  ... on OptedOutError {
    messageRef {
      ...MessageFields
    }
  }
  ... on TemplateMismatchError {
    parameter
  }
  ... on RejectedByMetaError {
    meta {
      ...MetaErrorFields
    }
    messageRef {
      ...MessageFields
    }
  }
  ... on RateLimitedError {
    retryAfterSeconds
    messageRef {
      ...MessageFields
    }
  }
  ... on UnconfirmedError {
    messageRef {
      ...MessageFields
    }
  }
  ... on MetaUnavailableError {
    messageRef {
      ...MessageFields
    }
  }
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`) as unknown as TypedDocumentString<InboxSendTemplateMutation, InboxSendTemplateMutationVariables>;
export const KeysDocument = new TypedDocumentString(`
    query Keys($tenant: ID, $includeEnded: Boolean!) {
  apiKeys(tenant: $tenant, includeEnded: $includeEnded) {
    ...KeyFields
  }
}
    fragment KeyFields on ApiKey {
  id
  name
  prefix
  scopes
  state
  allowedIps
  createdAt
  createdBy
  expiresAt
  lastUsedAt
  revokedAt
}`) as unknown as TypedDocumentString<KeysQuery, KeysQueryVariables>;
export const IssueKeyDocument = new TypedDocumentString(`
    mutation IssueKey($tenant: ID, $name: String!, $scopes: [Scope!]!, $expiresAt: DateTime, $allowedIps: [String!]) {
  issueApiKey(
    tenant: $tenant
    name: $name
    scopes: $scopes
    expiresAt: $expiresAt
    allowedIps: $allowedIps
  ) {
    __typename
    ... on IssuedApiKey {
      key
      apiKey {
        ...KeyFields
      }
    }
    ...ErrorFields
  }
}
    fragment KeyFields on ApiKey {
  id
  name
  prefix
  scopes
  state
  allowedIps
  createdAt
  createdBy
  expiresAt
  lastUsedAt
  revokedAt
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}`) as unknown as TypedDocumentString<IssueKeyMutation, IssueKeyMutationVariables>;
export const RotateKeyDocument = new TypedDocumentString(`
    mutation RotateKey($id: ID!, $overlapHours: Float!) {
  rotateApiKey(id: $id, overlapHours: $overlapHours) {
    __typename
    ... on IssuedApiKey {
      key
      apiKey {
        ...KeyFields
      }
    }
    ...ErrorFields
  }
}
    fragment KeyFields on ApiKey {
  id
  name
  prefix
  scopes
  state
  allowedIps
  createdAt
  createdBy
  expiresAt
  lastUsedAt
  revokedAt
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}`) as unknown as TypedDocumentString<RotateKeyMutation, RotateKeyMutationVariables>;
export const RevokeKeyDocument = new TypedDocumentString(`
    mutation RevokeKey($id: ID!) {
  revokeApiKey(id: $id) {
    __typename
    ... on ApiKey {
      ...KeyFields
    }
    ...ErrorFields
  }
}
    fragment KeyFields on ApiKey {
  id
  name
  prefix
  scopes
  state
  allowedIps
  createdAt
  createdBy
  expiresAt
  lastUsedAt
  revokedAt
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}`) as unknown as TypedDocumentString<RevokeKeyMutation, RevokeKeyMutationVariables>;
export const NotificationsUnreadDocument = new TypedDocumentString(`
    query NotificationsUnread {
  unread {
    conversations
    messages
    more
  }
}
    `) as unknown as TypedDocumentString<NotificationsUnreadQuery, NotificationsUnreadQueryVariables>;
export const NumbersDocument = new TypedDocumentString(`
    query Numbers($all: Boolean) {
  phoneNumbers(all: $all) {
    ...NumberFields
  }
}
    fragment NumberFields on PhoneNumber {
  ...PhoneNumberFields
  wabaId
  verifiedName
  quality
  credentials
  tenantId
  shared
  sharing {
    tenants
    defaultTenantId
    answerDays
  }
  webhookUrl
  configured
  messagesPerSecond
  queue {
    depth
    oldestAt
    rate
    pausedUntil
    pauseReason
  }
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}`) as unknown as TypedDocumentString<NumbersQuery, NumbersQueryVariables>;
export const VerifyNumberDocument = new TypedDocumentString(`
    mutation VerifyNumber($id: ID!) {
  verifyPhoneNumber(id: $id) {
    __typename
    ... on PhoneNumberConnection {
      checkedAt
      checks {
        what
        ok
        detail
        error {
          ...MetaErrorFields
        }
      }
      phoneNumber {
        id
        display
        verifiedName
        quality
      }
    }
    ...ErrorFields
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}`) as unknown as TypedDocumentString<VerifyNumberMutation, VerifyNumberMutationVariables>;
export const AddNumberDocument = new TypedDocumentString(`
    mutation AddNumber($input: AddPhoneNumberInput!) {
  addPhoneNumber(input: $input) {
    __typename
    ... on PhoneNumber {
      ...NumberFields
    }
    ...RefusalFields
  }
}
    fragment NumberFields on PhoneNumber {
  ...PhoneNumberFields
  wabaId
  verifiedName
  quality
  credentials
  tenantId
  shared
  sharing {
    tenants
    defaultTenantId
    answerDays
  }
  webhookUrl
  configured
  messagesPerSecond
  queue {
    depth
    oldestAt
    rate
    pausedUntil
    pauseReason
  }
}
fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}
fragment RefusalFields on Error {
  ...ErrorFields
  ... on RejectedByMetaError {
    meta {
      ...MetaErrorFields
    }
  }
  ... on RateLimitedError {
    retryAfterSeconds
  }
}`) as unknown as TypedDocumentString<AddNumberMutation, AddNumberMutationVariables>;
export const AssignNumberDocument = new TypedDocumentString(`
    mutation AssignNumber($id: ID!, $tenantId: ID, $sharing: PhoneNumberSharingInput) {
  assignPhoneNumber(id: $id, tenantId: $tenantId, sharing: $sharing) {
    __typename
    ... on PhoneNumber {
      ...NumberFields
    }
    ...ErrorFields
  }
}
    fragment NumberFields on PhoneNumber {
  ...PhoneNumberFields
  wabaId
  verifiedName
  quality
  credentials
  tenantId
  shared
  sharing {
    tenants
    defaultTenantId
    answerDays
  }
  webhookUrl
  configured
  messagesPerSecond
  queue {
    depth
    oldestAt
    rate
    pausedUntil
    pauseReason
  }
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}`) as unknown as TypedDocumentString<AssignNumberMutation, AssignNumberMutationVariables>;
export const ChangeNumberDocument = new TypedDocumentString(`
    mutation ChangeNumber($id: ID!, $input: UpdatePhoneNumberInput!) {
  updatePhoneNumber(id: $id, input: $input) {
    __typename
    ... on PhoneNumber {
      ...NumberFields
    }
    ...RefusalFields
  }
}
    fragment NumberFields on PhoneNumber {
  ...PhoneNumberFields
  wabaId
  verifiedName
  quality
  credentials
  tenantId
  shared
  sharing {
    tenants
    defaultTenantId
    answerDays
  }
  webhookUrl
  configured
  messagesPerSecond
  queue {
    depth
    oldestAt
    rate
    pausedUntil
    pauseReason
  }
}
fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}
fragment RefusalFields on Error {
  ...ErrorFields
  ... on RejectedByMetaError {
    meta {
      ...MetaErrorFields
    }
  }
  ... on RateLimitedError {
    retryAfterSeconds
  }
}`) as unknown as TypedDocumentString<ChangeNumberMutation, ChangeNumberMutationVariables>;
export const RemoveNumberDocument = new TypedDocumentString(`
    mutation RemoveNumber($id: ID!) {
  removePhoneNumber(id: $id) {
    __typename
    ... on PhoneNumber {
      id
    }
    ...ErrorFields
  }
}
    fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}`) as unknown as TypedDocumentString<RemoveNumberMutation, RemoveNumberMutationVariables>;
export const SetNumberRateDocument = new TypedDocumentString(`
    mutation SetNumberRate($id: ID!, $messagesPerSecond: Int) {
  setPhoneNumberRate(id: $id, messagesPerSecond: $messagesPerSecond) {
    __typename
    ... on PhoneNumber {
      ...NumberFields
    }
    ...ErrorFields
  }
}
    fragment NumberFields on PhoneNumber {
  ...PhoneNumberFields
  wabaId
  verifiedName
  quality
  credentials
  tenantId
  shared
  sharing {
    tenants
    defaultTenantId
    answerDays
  }
  webhookUrl
  configured
  messagesPerSecond
  queue {
    depth
    oldestAt
    rate
    pausedUntil
    pauseReason
  }
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}`) as unknown as TypedDocumentString<SetNumberRateMutation, SetNumberRateMutationVariables>;
export const UnroutedBoxDocument = new TypedDocumentString(`
    query UnroutedBox($first: Int!, $after: String) {
  unroutedMessages(first: $first, after: $after) {
    edges {
      cursor
      node {
        id
        phoneNumberId
        from {
          phone
          userId
          username
          name
        }
        type
        text
        createdAt
        receivedAt
      }
    }
    pageInfo {
      ...PageFields
    }
  }
}
    fragment PageFields on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<UnroutedBoxQuery, UnroutedBoxQueryVariables>;
export const GiveUnroutedDocument = new TypedDocumentString(`
    mutation GiveUnrouted($choice: UnroutedChoiceInput!, $tenant: ID!) {
  assignUnrouted(choice: $choice, tenant: $tenant) {
    __typename
    ... on AssignedUnrouted {
      messages
      tenant {
        id
        name
      }
    }
    ...ErrorFields
  }
}
    fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}`) as unknown as TypedDocumentString<GiveUnroutedMutation, GiveUnroutedMutationVariables>;
export const PhoneNumbersToWriteToDocument = new TypedDocumentString(`
    query PhoneNumbersToWriteTo {
  phoneNumbers {
    ...PhoneNumberFields
  }
}
    fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}`) as unknown as TypedDocumentString<PhoneNumbersToWriteToQuery, PhoneNumbersToWriteToQueryVariables>;
export const RecordsNumbersDocument = new TypedDocumentString(`
    query RecordsNumbers {
  phoneNumbers {
    ...PhoneNumberFields
    queue {
      depth
      oldestAt
      rate
      pausedUntil
      pauseReason
    }
  }
}
    fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}`) as unknown as TypedDocumentString<RecordsNumbersQuery, RecordsNumbersQueryVariables>;
export const RecordsMessagesDocument = new TypedDocumentString(`
    query RecordsMessages($filter: MessageFilter, $first: Int, $after: String, $last: Int, $before: String) {
  messages(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    edges {
      cursor
      node {
        ...MessageFields
        error {
          ...MetaErrorFields
        }
      }
    }
    pageInfo {
      ...PageFields
    }
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}
fragment PageFields on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<RecordsMessagesQuery, RecordsMessagesQueryVariables>;
export const RecordsMessageDocument = new TypedDocumentString(`
    query RecordsMessage($id: ID!) {
  message(id: $id) {
    ...MessageDetails
    answer
    retrySafety
    expiresAt
    waitsFor
    timeline {
      raw
    }
    content {
      ... on TemplateContent {
        preview {
          header {
            text
          }
          body {
            text
          }
          footer
        }
      }
    }
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment MessageDetails on Message {
  ...MessageFields
  raw
  conversation {
    id
  }
  replyTo {
    id
    direction
    type
    text
  }
  reactions {
    emoji
    from
    message {
      id
    }
    at
  }
  timeline {
    status
    at
    recordedAt
    error {
      ...MetaErrorFields
    }
  }
  error {
    ...MetaErrorFields
  }
  pricing {
    billable
    model
    type
    category
  }
  metaConversation {
    id
    originType
    expiresAt
  }
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`) as unknown as TypedDocumentString<RecordsMessageQuery, RecordsMessageQueryVariables>;
export const RecordsRawDocument = new TypedDocumentString(`
    query RecordsRaw($id: ID!) {
  message(id: $id) {
    id
    raw
    answer
    timeline {
      status
      at
      recordedAt
      raw
    }
  }
}
    `) as unknown as TypedDocumentString<RecordsRawQuery, RecordsRawQueryVariables>;
export const RecordsDeliveryDocument = new TypedDocumentString(`
    query RecordsDelivery($from: DateTime!, $to: DateTime!, $phoneNumberId: ID) {
  delivery(from: $from, to: $to, phoneNumberId: $phoneNumberId) {
    at
    from
    to
    timeZone
    total
    statuses {
      status
      count
    }
    days {
      day
      ...DeliveryCountFields
    }
    failures {
      count
      error {
        ...MetaErrorFields
      }
    }
    templates {
      name
      language
      ...DeliveryCountFields
    }
    numbers {
      phoneNumberId
      phoneNumber {
        ...PhoneNumberFields
      }
      ...DeliveryCountFields
    }
    delivered {
      ...DeliveryTimeFields
    }
    read {
      ...DeliveryTimeFields
    }
  }
}
    fragment DeliveryCountFields on DeliveryCounts {
  total
  statuses {
    status
    count
  }
}
fragment DeliveryTimeFields on DeliveryTimes {
  median
  p95
  count
}
fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}`) as unknown as TypedDocumentString<RecordsDeliveryQuery, RecordsDeliveryQueryVariables>;
export const RecordsUsageDocument = new TypedDocumentString(`
    query RecordsUsage($from: String!, $to: String!) {
  usage(from: $from, to: $to, groupBy: [day, direction]) {
    tenant
    from
    to
    timeZone
    totals {
      messages
      inbound
      outbound
      failed
      billable
      notBillable
    }
    rows {
      day
      direction
      messages
    }
    stored {
      files
      bytes
    }
  }
  kinds: usage(from: $from, to: $to, groupBy: [direction, type, failure]) {
    rows {
      direction
      type
      failed
      messages
    }
  }
  prices: usage(from: $from, to: $to, groupBy: [pricing]) {
    rows {
      pricing {
        billable
        category
        type
        model
      }
      messages
    }
  }
}
    `) as unknown as TypedDocumentString<RecordsUsageQuery, RecordsUsageQueryVariables>;
export const RecordsAuditLogDocument = new TypedDocumentString(`
    query RecordsAuditLog($filter: AuditLogFilter, $first: Int, $after: String, $last: Int, $before: String) {
  auditLog(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    edges {
      cursor
      node {
        id
        at
        tenant
        actor {
          role
          keyId
          keyName
          session
          tenant
        }
        address
        action
        target
        changes
        result
      }
    }
    pageInfo {
      ...PageFields
    }
  }
}
    fragment PageFields on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<RecordsAuditLogQuery, RecordsAuditLogQueryVariables>;
export const DashboardStartDocument = new TypedDocumentString(`
    query DashboardStart {
  viewer {
    tenant
    tenantName
    timeZone
    role
    scopes
    keyName
    mode
  }
  cursor
}
    `) as unknown as TypedDocumentString<DashboardStartQuery, DashboardStartQueryVariables>;
export const DashboardCursorDocument = new TypedDocumentString(`
    query DashboardCursor {
  cursor
}
    `) as unknown as TypedDocumentString<DashboardCursorQuery, DashboardCursorQueryVariables>;
export const TenantNamesDocument = new TypedDocumentString(`
    query TenantNames {
  tenants {
    id
    name
    state
  }
}
    `) as unknown as TypedDocumentString<TenantNamesQuery, TenantNamesQueryVariables>;
export const TemplatesScreenDocument = new TypedDocumentString(`
    query TemplatesScreen {
  templates {
    ...TemplateFields
  }
}
    fragment TemplateFields on Template {
  id
  wabaId
  name
  language
  status
  statusDetails
  pausedUntil
  rejectedReason
  quality
  category
  subCategory
  previousCategory
  correctCategory
  categoryChangesAt
  parameterFormat
  components
  updatedAt
  syncedAt
}`) as unknown as TypedDocumentString<TemplatesScreenQuery, TemplatesScreenQueryVariables>;
export const TemplateSendersDocument = new TypedDocumentString(`
    query TemplateSenders {
  phoneNumbers {
    ...PhoneNumberFields
    wabaId
  }
}
    fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}`) as unknown as TypedDocumentString<TemplateSendersQuery, TemplateSendersQueryVariables>;
export const SendTestDocument = new TypedDocumentString(`
    mutation SendTest($input: SendTemplateInput!) {
  sendTemplate(input: $input) {
    __typename
    ... on Message {
      id
    }
    ...RefusalFields
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}
fragment RefusalFields on Error {
  ...ErrorFields
  ... on RejectedByMetaError {
    meta {
      ...MetaErrorFields
    }
  }
  ... on RateLimitedError {
    retryAfterSeconds
  }
}`) as unknown as TypedDocumentString<SendTestMutation, SendTestMutationVariables>;
export const TestSentDocument = new TypedDocumentString(`
    query TestSent($id: ID!) {
  message(id: $id) {
    id
    status
    contact {
      id
      phone
    }
    error {
      ...MetaErrorFields
    }
    conversation {
      id
    }
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}`) as unknown as TypedDocumentString<TestSentQuery, TestSentQueryVariables>;
export const FetchTemplatesDocument = new TypedDocumentString(`
    mutation FetchTemplates {
  syncTemplates {
    __typename
    ... on TemplateSync {
      added
      changed
      removed
      total
    }
    ...RefusalFields
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}
fragment RefusalFields on Error {
  ...ErrorFields
  ... on RejectedByMetaError {
    meta {
      ...MetaErrorFields
    }
  }
  ... on RateLimitedError {
    retryAfterSeconds
  }
}`) as unknown as TypedDocumentString<FetchTemplatesMutation, FetchTemplatesMutationVariables>;
export const TenantsDocument = new TypedDocumentString(`
    query Tenants {
  tenants {
    ...TenantFields
    sendsToday
  }
}
    fragment TenantFields on Tenant {
  id
  name
  kind
  state
  timeZone
  defaultNumberId
  createdAt
  quotas {
    sendsPerDay
    messagesPerSecond
    sockets
    subscriptions
    mediaBytes
  }
}`) as unknown as TypedDocumentString<TenantsQuery, TenantsQueryVariables>;
export const NewTenantDocument = new TypedDocumentString(`
    mutation NewTenant($name: String!, $kind: TenantKind!, $timeZone: String!) {
  createTenant(name: $name, kind: $kind, timeZone: $timeZone) {
    __typename
    ... on Tenant {
      ...TenantFields
    }
    ...ErrorFields
  }
}
    fragment TenantFields on Tenant {
  id
  name
  kind
  state
  timeZone
  defaultNumberId
  createdAt
  quotas {
    sendsPerDay
    messagesPerSecond
    sockets
    subscriptions
    mediaBytes
  }
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}`) as unknown as TypedDocumentString<NewTenantMutation, NewTenantMutationVariables>;
export const ChangeTenantDocument = new TypedDocumentString(`
    mutation ChangeTenant($id: ID!, $name: String, $kind: TenantKind, $state: TenantState, $timeZone: String, $quotas: QuotasInput) {
  updateTenant(
    id: $id
    name: $name
    kind: $kind
    state: $state
    timeZone: $timeZone
    quotas: $quotas
  ) {
    __typename
    ... on Tenant {
      ...TenantFields
    }
    ...ErrorFields
  }
}
    fragment TenantFields on Tenant {
  id
  name
  kind
  state
  timeZone
  defaultNumberId
  createdAt
  quotas {
    sendsPerDay
    messagesPerSecond
    sockets
    subscriptions
    mediaBytes
  }
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}`) as unknown as TypedDocumentString<ChangeTenantMutation, ChangeTenantMutationVariables>;
export const SendTemplateDocument = new TypedDocumentString(`
    mutation SendTemplate($input: SendTemplateInput!) {
  sendTemplate(input: $input) {
    ...SendResultFields
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}
fragment SendResultFields on SendResult {
  __typename
  ... on Message {
    ...MessageFields
  }
  ...ErrorFields
  ... on WindowClosedError {
    templates
  }
  ... on OptedOutError {
    messageRef {
      ...MessageFields
    }
  }
  ... on TemplateMismatchError {
    parameter
  }
  ... on RejectedByMetaError {
    meta {
      ...MetaErrorFields
    }
    messageRef {
      ...MessageFields
    }
  }
  ... on RateLimitedError {
    retryAfterSeconds
    messageRef {
      ...MessageFields
    }
  }
  ... on UnconfirmedError {
    messageRef {
      ...MessageFields
    }
  }
  ... on MetaUnavailableError {
    messageRef {
      ...MessageFields
    }
  }
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`) as unknown as TypedDocumentString<SendTemplateMutation, SendTemplateMutationVariables>;
export const SendReplyDocument = new TypedDocumentString(`
    mutation SendReply($input: SendReplyInput!) {
  sendReply(input: $input) {
    ...SendResultFields
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}
fragment SendResultFields on SendResult {
  __typename
  ... on Message {
    ...MessageFields
  }
  ...ErrorFields
  ... on WindowClosedError {
    templates
  }
  ... on OptedOutError {
    messageRef {
      ...MessageFields
    }
  }
  ... on TemplateMismatchError {
    parameter
  }
  ... on RejectedByMetaError {
    meta {
      ...MetaErrorFields
    }
    messageRef {
      ...MessageFields
    }
  }
  ... on RateLimitedError {
    retryAfterSeconds
    messageRef {
      ...MessageFields
    }
  }
  ... on UnconfirmedError {
    messageRef {
      ...MessageFields
    }
  }
  ... on MetaUnavailableError {
    messageRef {
      ...MessageFields
    }
  }
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`) as unknown as TypedDocumentString<SendReplyMutation, SendReplyMutationVariables>;
export const CancelMessageDocument = new TypedDocumentString(`
    mutation CancelMessage($id: ID!) {
  cancelMessage(id: $id) {
    __typename
    ... on Message {
      ...MessageFields
    }
    ...ErrorFields
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`) as unknown as TypedDocumentString<CancelMessageMutation, CancelMessageMutationVariables>;
export const RetryMediaDocument = new TypedDocumentString(`
    mutation RetryMedia($messageId: ID!) {
  retryMedia(messageId: $messageId) {
    __typename
    ... on Message {
      ...MessageFields
    }
    ...ErrorFields
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`) as unknown as TypedDocumentString<RetryMediaMutation, RetryMediaMutationVariables>;
export const MarkReadDocument = new TypedDocumentString(`
    mutation MarkRead($conversationId: ID!, $upTo: ID!, $receipt: Boolean! = true) {
  markRead(conversationId: $conversationId, upTo: $upTo, receipt: $receipt) {
    __typename
    ... on Conversation {
      ...ConversationFields
    }
    ...ErrorFields
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment ConversationFields on Conversation {
  id
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  window {
    open
    expiresAt
    freeEntryPoint {
      since
      source
      expiresAt
    }
  }
  marketingOptOut
  unreadCount
  readUpTo
  lastMessage {
    ...MessageFields
  }
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`) as unknown as TypedDocumentString<MarkReadMutation, MarkReadMutationVariables>;
export const SendTypingDocument = new TypedDocumentString(`
    mutation SendTyping($conversationId: ID!) {
  sendTyping(conversationId: $conversationId) {
    __typename
    ... on Conversation {
      id
    }
    ...ErrorFields
    ... on RejectedByMetaError {
      meta {
        ...MetaErrorFields
      }
    }
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}`) as unknown as TypedDocumentString<SendTypingMutation, SendTypingMutationVariables>;
export const ResolveMessageDocument = new TypedDocumentString(`
    mutation ResolveMessage($id: ID!, $as: ResolveAs!) {
  resolveMessage(id: $id, as: $as) {
    __typename
    ... on Message {
      ...MessageFields
    }
    ...ErrorFields
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`) as unknown as TypedDocumentString<ResolveMessageMutation, ResolveMessageMutationVariables>;
export const CreateTemplateDocument = new TypedDocumentString(`
    mutation CreateTemplate($input: CreateTemplateInput!) {
  createTemplate(input: $input) {
    __typename
    ... on Template {
      ...TemplateFields
    }
    ...RefusalFields
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}
fragment RefusalFields on Error {
  ...ErrorFields
  ... on RejectedByMetaError {
    meta {
      ...MetaErrorFields
    }
  }
  ... on RateLimitedError {
    retryAfterSeconds
  }
}
fragment TemplateFields on Template {
  id
  wabaId
  name
  language
  status
  statusDetails
  pausedUntil
  rejectedReason
  quality
  category
  subCategory
  previousCategory
  correctCategory
  categoryChangesAt
  parameterFormat
  components
  updatedAt
  syncedAt
}`) as unknown as TypedDocumentString<CreateTemplateMutation, CreateTemplateMutationVariables>;
export const DeleteTemplateDocument = new TypedDocumentString(`
    mutation DeleteTemplate($name: String, $id: ID, $wabaId: ID) {
  deleteTemplate(name: $name, id: $id, wabaId: $wabaId) {
    __typename
    ... on DeletedTemplates {
      templates {
        ...TemplateFields
      }
    }
    ...RefusalFields
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}
fragment RefusalFields on Error {
  ...ErrorFields
  ... on RejectedByMetaError {
    meta {
      ...MetaErrorFields
    }
  }
  ... on RateLimitedError {
    retryAfterSeconds
  }
}
fragment TemplateFields on Template {
  id
  wabaId
  name
  language
  status
  statusDetails
  pausedUntil
  rejectedReason
  quality
  category
  subCategory
  previousCategory
  correctCategory
  categoryChangesAt
  parameterFormat
  components
  updatedAt
  syncedAt
}`) as unknown as TypedDocumentString<DeleteTemplateMutation, DeleteTemplateMutationVariables>;
export const SyncTemplatesDocument = new TypedDocumentString(`
    mutation SyncTemplates($wabaId: ID) {
  syncTemplates(wabaId: $wabaId) {
    __typename
    ... on TemplateSync {
      added
      changed
      removed
      total
      syncedAt
    }
    ...ErrorFields
  }
}
    fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}`) as unknown as TypedDocumentString<SyncTemplatesMutation, SyncTemplatesMutationVariables>;
export const AddPhoneNumberDocument = new TypedDocumentString(`
    mutation AddPhoneNumber($input: AddPhoneNumberInput!) {
  addPhoneNumber(input: $input) {
    __typename
    ... on PhoneNumber {
      ...ManagedPhoneNumberFields
    }
    ...RefusalFields
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment ManagedPhoneNumberFields on PhoneNumber {
  ...PhoneNumberFields
  wabaId
  tenantId
  credentials
  shared
  verifiedName
  quality
  webhookUrl
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}
fragment RefusalFields on Error {
  ...ErrorFields
  ... on RejectedByMetaError {
    meta {
      ...MetaErrorFields
    }
  }
  ... on RateLimitedError {
    retryAfterSeconds
  }
}`) as unknown as TypedDocumentString<AddPhoneNumberMutation, AddPhoneNumberMutationVariables>;
export const UpdatePhoneNumberDocument = new TypedDocumentString(`
    mutation UpdatePhoneNumber($id: ID!, $input: UpdatePhoneNumberInput!) {
  updatePhoneNumber(id: $id, input: $input) {
    __typename
    ... on PhoneNumber {
      ...ManagedPhoneNumberFields
    }
    ...RefusalFields
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment ManagedPhoneNumberFields on PhoneNumber {
  ...PhoneNumberFields
  wabaId
  tenantId
  credentials
  shared
  verifiedName
  quality
  webhookUrl
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}
fragment RefusalFields on Error {
  ...ErrorFields
  ... on RejectedByMetaError {
    meta {
      ...MetaErrorFields
    }
  }
  ... on RateLimitedError {
    retryAfterSeconds
  }
}`) as unknown as TypedDocumentString<UpdatePhoneNumberMutation, UpdatePhoneNumberMutationVariables>;
export const RemovePhoneNumberDocument = new TypedDocumentString(`
    mutation RemovePhoneNumber($id: ID!) {
  removePhoneNumber(id: $id) {
    __typename
    ... on PhoneNumber {
      ...PhoneNumberFields
    }
    ...RefusalFields
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}
fragment RefusalFields on Error {
  ...ErrorFields
  ... on RejectedByMetaError {
    meta {
      ...MetaErrorFields
    }
  }
  ... on RateLimitedError {
    retryAfterSeconds
  }
}`) as unknown as TypedDocumentString<RemovePhoneNumberMutation, RemovePhoneNumberMutationVariables>;
export const VerifyPhoneNumberDocument = new TypedDocumentString(`
    mutation VerifyPhoneNumber($id: ID!) {
  verifyPhoneNumber(id: $id) {
    __typename
    ... on PhoneNumberConnection {
      phoneNumber {
        ...ManagedPhoneNumberFields
      }
      checks {
        what
        ok
        detail
      }
      checkedAt
    }
    ...RefusalFields
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment ManagedPhoneNumberFields on PhoneNumber {
  ...PhoneNumberFields
  wabaId
  tenantId
  credentials
  shared
  verifiedName
  quality
  webhookUrl
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}
fragment RefusalFields on Error {
  ...ErrorFields
  ... on RejectedByMetaError {
    meta {
      ...MetaErrorFields
    }
  }
  ... on RateLimitedError {
    retryAfterSeconds
  }
}`) as unknown as TypedDocumentString<VerifyPhoneNumberMutation, VerifyPhoneNumberMutationVariables>;
export const AssignPhoneNumberDocument = new TypedDocumentString(`
    mutation AssignPhoneNumber($id: ID!, $tenantId: ID, $sharing: PhoneNumberSharingInput) {
  assignPhoneNumber(id: $id, tenantId: $tenantId, sharing: $sharing) {
    __typename
    ... on PhoneNumber {
      ...ManagedPhoneNumberFields
    }
    ...RefusalFields
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment ManagedPhoneNumberFields on PhoneNumber {
  ...PhoneNumberFields
  wabaId
  tenantId
  credentials
  shared
  verifiedName
  quality
  webhookUrl
}
fragment ErrorFields on Error {
  code
  message
  field
  retryable
  action
}
fragment RefusalFields on Error {
  ...ErrorFields
  ... on RejectedByMetaError {
    meta {
      ...MetaErrorFields
    }
  }
  ... on RateLimitedError {
    retryAfterSeconds
  }
}`) as unknown as TypedDocumentString<AssignPhoneNumberMutation, AssignPhoneNumberMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    tenant
    role
    scopes
    keyName
    mode
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const CursorDocument = new TypedDocumentString(`
    query Cursor {
  cursor
}
    `) as unknown as TypedDocumentString<CursorQuery, CursorQueryVariables>;
export const MessageDocument = new TypedDocumentString(`
    query Message($id: ID!) {
  message(id: $id) {
    ...MessageDetails
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment MessageDetails on Message {
  ...MessageFields
  raw
  conversation {
    id
  }
  replyTo {
    id
    direction
    type
    text
  }
  reactions {
    emoji
    from
    message {
      id
    }
    at
  }
  timeline {
    status
    at
    recordedAt
    error {
      ...MetaErrorFields
    }
  }
  error {
    ...MetaErrorFields
  }
  pricing {
    billable
    model
    type
    category
  }
  metaConversation {
    id
    originType
    expiresAt
  }
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`) as unknown as TypedDocumentString<MessageQuery, MessageQueryVariables>;
export const MessagesDocument = new TypedDocumentString(`
    query Messages($filter: MessageFilter, $first: Int, $after: String, $last: Int, $before: String) {
  messages(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    edges {
      cursor
      node {
        ...MessageFields
      }
    }
    pageInfo {
      ...PageFields
    }
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}
fragment PageFields on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<MessagesQuery, MessagesQueryVariables>;
export const ConversationDocument = new TypedDocumentString(`
    query Conversation($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  conversation(id: $id) {
    ...ConversationFields
    messages(first: $first, after: $after, last: $last, before: $before) {
      edges {
        cursor
        node {
          ...MessageFields
        }
      }
      pageInfo {
        ...PageFields
      }
    }
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment ConversationFields on Conversation {
  id
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  window {
    open
    expiresAt
    freeEntryPoint {
      since
      source
      expiresAt
    }
  }
  marketingOptOut
  unreadCount
  readUpTo
  lastMessage {
    ...MessageFields
  }
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}
fragment PageFields on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<ConversationQuery, ConversationQueryVariables>;
export const ConversationsDocument = new TypedDocumentString(`
    query Conversations($filter: ConversationFilter, $first: Int, $after: String, $last: Int, $before: String) {
  conversations(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    edges {
      cursor
      node {
        ...ConversationFields
      }
    }
    pageInfo {
      ...PageFields
    }
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment ConversationFields on Conversation {
  id
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  window {
    open
    expiresAt
    freeEntryPoint {
      since
      source
      expiresAt
    }
  }
  marketingOptOut
  unreadCount
  readUpTo
  lastMessage {
    ...MessageFields
  }
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}
fragment PageFields on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<ConversationsQuery, ConversationsQueryVariables>;
export const EventsDocument = new TypedDocumentString(`
    query Events($after: Cursor, $first: Int) {
  events(after: $after, first: $first) {
    ...EventFields
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}
fragment EventFields on Event {
  __typename
  cursor
  type
  at
  ... on InboundMessage {
    message {
      ...MessageFields
    }
  }
  ... on OutboundMessage {
    message {
      ...MessageFields
    }
  }
  ... on StatusUpdate {
    status
    error {
      ...MetaErrorFields
    }
    message {
      ...MessageFields
    }
  }
  ... on MediaEvent {
    message {
      ...MessageFields
    }
  }
  ... on NoticeEvent {
    data
  }
  ... on TemplateEvent {
    change
    templateId
    wabaId
    name
    language
    templateStatus: status
    reason
    details
    pausedUntil
    quality
    previousQuality
    category
    previousCategory
    correctCategory
    categoryChangesAt
    data
  }
  ... on Checkpoint {
    live
  }
}`) as unknown as TypedDocumentString<EventsQuery, EventsQueryVariables>;
export const UsageDocument = new TypedDocumentString(`
    query Usage($from: String!, $to: String!, $tenant: ID, $groupBy: [UsageDimension!]! = [day, direction, type, failure, pricing]) {
  usage(from: $from, to: $to, tenant: $tenant, groupBy: $groupBy) {
    tenant
    timeZone
    from
    to
    totals {
      messages
      inbound
      outbound
      failed
      billable
      notBillable
    }
    rows {
      day
      direction
      type
      failed
      errorCode
      pricing {
        billable
        category
        type
        model
      }
      messages
    }
    media {
      day
      direction
      files
      bytes
    }
    stored {
      files
      bytes
    }
  }
}
    `) as unknown as TypedDocumentString<UsageQuery, UsageQueryVariables>;
export const AuditLogDocument = new TypedDocumentString(`
    query AuditLog($filter: AuditLogFilter, $first: Int, $after: String, $last: Int, $before: String) {
  auditLog(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    edges {
      cursor
      node {
        id
        at
        tenant
        actor {
          role
          keyId
          keyName
          session
          tenant
        }
        address
        action
        target
        changes
        result
      }
    }
    pageInfo {
      ...PageFields
    }
  }
}
    fragment PageFields on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<AuditLogQuery, AuditLogQueryVariables>;
export const TemplatesDocument = new TypedDocumentString(`
    query Templates($name: String, $language: String, $status: String, $category: String, $wabaId: ID) {
  templates(
    name: $name
    language: $language
    status: $status
    category: $category
    wabaId: $wabaId
  ) {
    ...TemplateFields
  }
}
    fragment TemplateFields on Template {
  id
  wabaId
  name
  language
  status
  statusDetails
  pausedUntil
  rejectedReason
  quality
  category
  subCategory
  previousCategory
  correctCategory
  categoryChangesAt
  parameterFormat
  components
  updatedAt
  syncedAt
}`) as unknown as TypedDocumentString<TemplatesQuery, TemplatesQueryVariables>;
export const PhoneNumbersDocument = new TypedDocumentString(`
    query PhoneNumbers {
  phoneNumbers {
    ...PhoneNumberFields
    wabaId
    queue {
      depth
      oldestAt
      rate
      pausedUntil
      pauseReason
    }
  }
}
    fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}`) as unknown as TypedDocumentString<PhoneNumbersQuery, PhoneNumbersQueryVariables>;
export const InboundMessagesDocument = new TypedDocumentString(`
    subscription InboundMessages($after: Cursor) {
  inboundMessages(after: $after) {
    cursor
    message {
      ...MessageFields
    }
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`) as unknown as TypedDocumentString<InboundMessagesSubscription, InboundMessagesSubscriptionVariables>;
export const StatusUpdatesDocument = new TypedDocumentString(`
    subscription StatusUpdates($after: Cursor, $messageId: ID) {
  statusUpdates(after: $after, messageId: $messageId) {
    cursor
    at
    status
    error {
      ...MetaErrorFields
    }
    message {
      ...MessageFields
    }
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}`) as unknown as TypedDocumentString<StatusUpdatesSubscription, StatusUpdatesSubscriptionVariables>;
export const EventStreamDocument = new TypedDocumentString(`
    subscription EventStream($after: Cursor, $types: [EventType!]) {
  events(after: $after, types: $types) {
    ...EventFields
  }
}
    fragment MetaErrorFields on MetaError {
  code
  title
  details
  fbtraceId
  meaning
  action
  retryable
}
fragment ContentFields on MessageContent {
  __typename
  ... on TextContent {
    body
    previewUrl
  }
  ... on MediaContent {
    mediaType
    mediaId
    link
    mimeType
    sha256
    caption
    filename
    voice
    animated
    media {
      ...MediaFields
    }
  }
  ... on LocationContent {
    latitude
    longitude
    name
    address
    url
  }
  ... on ContactsContent {
    contacts
    cards {
      name
      firstName
      lastName
      phones {
        phone
        type
        waId
      }
      origin
      vcard
    }
  }
  ... on InteractiveContent {
    interactive
  }
  ... on InteractiveReplyContent {
    replyType
    id
    title
    description
    response
    name
    bodyText
    answers
    callPermission {
      response
      permanent
      expiresAt
      source
    }
  }
  ... on ReactionContent {
    whatsappId
    messageId
    emoji
  }
  ... on TemplateContent {
    name
    language
    components
  }
  ... on OrderContent {
    catalogId
    text
    items {
      productRetailerId
      quantity
      itemPrice
      currency
    }
  }
  ... on UnsupportedContent {
    unsupportedType
    errors {
      ...MetaErrorFields
    }
  }
  ... on RequestWelcomeContent {
    type
  }
  ... on EditContent {
    originalWhatsappId
    messageId
    type
    content {
      __typename
      ... on TextContent {
        body
      }
      ... on MediaContent {
        mediaType
        caption
      }
    }
  }
  ... on RevokeContent {
    originalWhatsappId
    messageId
  }
  ... on OtherContent {
    type
    value
  }
}
fragment ContactFields on Contact {
  id
  phone
  userId
  username
  name
}
fragment PhoneNumberFields on PhoneNumber {
  id
  phoneNumberId
  display
}
fragment MessageFields on Message {
  id
  whatsappId
  direction
  type
  status
  text
  content {
    ...ContentFields
  }
  contact {
    ...ContactFields
  }
  phoneNumber {
    ...PhoneNumberFields
  }
  reference
  sentBy
  createdAt
  forwarded
  frequentlyForwarded
  referredProduct {
    catalogId
    productRetailerId
  }
  referral {
    sourceUrl
    sourceId
    sourceType
    headline
    body
    mediaType
    imageUrl
    videoUrl
    thumbnailUrl
    ctwaClid
    ref
    welcomeMessage
  }
  errors {
    ...MetaErrorFields
  }
  editedAt
  revokedAt
}
fragment MediaFields on Media {
  id
  state
  reason
  mimeType
  filename
  sizeBytes
  sha256
  url
  thumbnailUrl
  width
  height
}
fragment EventFields on Event {
  __typename
  cursor
  type
  at
  ... on InboundMessage {
    message {
      ...MessageFields
    }
  }
  ... on OutboundMessage {
    message {
      ...MessageFields
    }
  }
  ... on StatusUpdate {
    status
    error {
      ...MetaErrorFields
    }
    message {
      ...MessageFields
    }
  }
  ... on MediaEvent {
    message {
      ...MessageFields
    }
  }
  ... on NoticeEvent {
    data
  }
  ... on TemplateEvent {
    change
    templateId
    wabaId
    name
    language
    templateStatus: status
    reason
    details
    pausedUntil
    quality
    previousQuality
    category
    previousCategory
    correctCategory
    categoryChangesAt
    data
  }
  ... on Checkpoint {
    live
  }
}`) as unknown as TypedDocumentString<EventStreamSubscription, EventStreamSubscriptionVariables>;