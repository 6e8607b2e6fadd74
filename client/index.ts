import { type ErrorLike, errorOf, GatewayClientError } from './errors.ts';
import {
  CancelMessageDocument,
  type CancelMessageMutation,
  CursorDocument,
  EventStreamDocument,
  type EventStreamSubscription,
  InboundMessagesDocument,
  type InboundMessagesSubscription,
  MarkReadDocument,
  type MarkReadMutation,
  type ResolveAs,
  ResolveMessageDocument,
  type ResolveMessageMutation,
  SendReplyDocument,
  type SendReplyInput,
  type SendReplyMutation,
  SendTemplateDocument,
  type SendTemplateInput,
  type SendTemplateMutation,
  SendTypingDocument,
  type SendTypingMutation,
  StatusUpdatesDocument,
  type StatusUpdatesSubscription,
  type TypedDocumentString,
} from './generated/graphql.ts';
import { Inbox } from './inbox.ts';
import { createLive, type Live } from './live.ts';

export { GatewayClientError } from './errors.ts';
export type { ResolveAs, SendReplyInput, SendTemplateInput } from './generated/graphql.ts';

/** The message as it stands, or an error to be told by `__typename`: each has `code`, `message` and `action`. */
export type SendTemplateResult = SendTemplateMutation['sendTemplate'];
export type SendReplyResult = SendReplyMutation['sendReply'];
export type CancelMessageResult = CancelMessageMutation['cancelMessage'];
export type ResolveMessageResult = ResolveMessageMutation['resolveMessage'];
/** The conversation as it stands, or an error. */
export type MarkReadResult = MarkReadMutation['markRead'];
export type SendTypingResult = SendTypingMutation['sendTyping'];
export type InboundMessage = InboundMessagesSubscription['inboundMessages'];
export type StatusUpdate = StatusUpdatesSubscription['statusUpdates'];
export type GatewayEvent = EventStreamSubscription['events'];

export interface GatewayClientOptions {
  /** The gateway's address, such as `https://gateway.example.com`. */
  readonly url: string;
  /** An API key. Left out in the gateway's own pages, where the session cookie counts. */
  readonly key?: string;
  /** For the operator: the tenant to act for. */
  readonly tenant?: string;
  /** How streams travel: `ws` (one WebSocket for all; the default) or `sse` (one HTTP request each). */
  readonly transport?: 'ws' | 'sse';
}

/** Where a stream begins: after a cursor, or at now without one. */
export interface StreamOptions {
  readonly after?: string | null;
}

/**
 * Streams are async iterables that reconnect by themselves and resume behind the last item that arrived: at least once,
 * in log order, no gap. Leaving the loop ends them. They throw GatewayClientError when the gateway refuses:
 * UNAUTHENTICATED; CURSOR_EXPIRED or CURSOR_INVALID when a cursor cannot be honoured.
 */
export interface GatewayClient {
  sendTemplate(input: SendTemplateInput): Promise<SendTemplateResult>;
  sendReply(input: SendReplyInput): Promise<SendReplyResult>;
  /** Takes a queued message back. */
  cancelMessage(id: string): Promise<CancelMessageResult>;
  /** Says what became of an unconfirmed message. */
  resolveMessage(id: string, as: ResolveAs): Promise<ResolveMessageResult>;
  /**
   * Marks a conversation as read for the whole tenant, up to a message (`msg_…`, `wamid`) or a cursor. With `receipt`
   * (default) the person is shown it too.
   */
  markRead(conversationId: string, upTo: string, options?: { readonly receipt?: boolean }): Promise<MarkReadResult>;
  /** Shows the person that an answer is being written, for 25 s at most. */
  sendTyping(conversationId: string): Promise<SendTypingResult>;
  inboundMessages(options?: StreamOptions): AsyncIterableIterator<InboundMessage>;
  /** Of all messages, or of one. */
  statusUpdates(options?: StreamOptions & { readonly messageId?: string }): AsyncIterableIterator<StatusUpdate>;
  /** Everything in the log, and a checkpoint once live is reached. */
  events(options?: StreamOptions): AsyncIterableIterator<GatewayEvent>;
  /** The cursor of now. */
  cursor(): Promise<string>;
  /** Runs any query or mutation of the schema. GatewayClientError when it is refused or the gateway cannot be reached. */
  request<TResult, TVariables>(
    document: TypedDocumentString<TResult, TVariables>,
    variables: TVariables,
  ): Promise<TResult>;
  /** Ends every stream and closes their connection. */
  dispose(): void;
}

/** A small client over the generated documents; it works in Node and in browsers. */
export function createGatewayClient(options: GatewayClientOptions): GatewayClient {
  const { url, key, tenant, transport = 'ws' } = options;
  let live: Live | null = null;

  async function request<TResult, TVariables>(
    document: TypedDocumentString<TResult, TVariables>,
    variables: TVariables,
  ): Promise<TResult> {
    let response: Response;
    try {
      response = await fetch(new URL('/graphql', url), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
          ...(key !== undefined && { 'x-dijla-key': key }),
          ...(tenant !== undefined && { 'x-dijla-tenant': tenant }),
        },
        body: JSON.stringify({ query: document.toString(), variables }),
      });
    } catch (cause) {
      throw new GatewayClientError('UNREACHABLE', `The gateway at ${url} cannot be reached.`, { cause });
    }
    const { data, errors } = await bodyOf<TResult>(response);
    if (errors !== undefined && errors.length > 0) throw errorOf(errors);
    if (data === undefined || data === null) {
      throw new GatewayClientError('UNKNOWN', `The gateway answered HTTP ${response.status} and no data.`);
    }
    return data;
  }

  const now = async () => (await request(CursorDocument, {})).cursor;

  /** Streams what `pick` finds in each result, moving the cursor that a reconnect will send. */
  function stream<TResult, TVariables extends object, TItem extends { readonly cursor: string }>(
    document: TypedDocumentString<TResult, TVariables>,
    { after, ...rest }: TVariables & StreamOptions,
    pick: (result: TResult) => TItem,
  ): AsyncIterableIterator<TItem> {
    let leave = () => {};
    let left = false;
    const inbox = new Inbox<TItem>(() => {
      left = true;
      leave();
    });
    const begin = async () => {
      // A stream without a cursor takes one at once: else a drop before its first item would lose what came meanwhile.
      const variables: Record<string, unknown> = { ...rest, after: after ?? (await now()) };
      if (left) return;
      live ??= createLive({ url, key, tenant, transport });
      leave = live.subscribe(
        { query: document.toString(), variables },
        {
          next(data) {
            // The gateway answers this document with its result type.
            const item = pick(data as TResult);
            variables['after'] = item.cursor;
            inbox.push(item);
          },
          end: (error) => inbox.end(error),
        },
      );
    };
    begin().catch((error: unknown) => inbox.end(error));
    return inbox;
  }

  return {
    request,
    cursor: now,
    sendTemplate: async (input) => (await request(SendTemplateDocument, { input })).sendTemplate,
    sendReply: async (input) => (await request(SendReplyDocument, { input })).sendReply,
    cancelMessage: async (id) => (await request(CancelMessageDocument, { id })).cancelMessage,
    resolveMessage: async (id, as) => (await request(ResolveMessageDocument, { id, as })).resolveMessage,
    markRead: async (conversationId, upTo, { receipt = true } = {}) =>
      (await request(MarkReadDocument, { conversationId, upTo, receipt })).markRead,
    sendTyping: async (conversationId) => (await request(SendTypingDocument, { conversationId })).sendTyping,
    inboundMessages: (from = {}) => stream(InboundMessagesDocument, from, (result) => result.inboundMessages),
    statusUpdates: (from = {}) => stream(StatusUpdatesDocument, from, (result) => result.statusUpdates),
    events: (from = {}) => stream(EventStreamDocument, from, (result) => result.events),
    dispose: () => live?.dispose(),
  };
}

/** A GraphQL answer; a proxy's error page counts as an answer without data. */
async function bodyOf<T>(response: Response): Promise<{ data?: T | null; errors?: readonly ErrorLike[] }> {
  try {
    return await response.json();
  } catch {
    return {};
  }
}
