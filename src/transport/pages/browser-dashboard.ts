/** What of Socket.io's served client the page uses. */
interface Socket {
  auth: { after?: string };
  on(event: string, listener: (payload: Payload) => void): Socket;
  connect(): Socket;
}
type Payload = {
  readonly cursor?: string;
  readonly type?: string;
  readonly at?: string;
  readonly status?: string | null;
  readonly message?: PayloadMessage | null;
  readonly code?: string;
  readonly data?: { readonly code?: string };
};
type PayloadMessage = {
  readonly type: string;
  readonly direction: string;
  readonly status: string;
  readonly text: string | null;
  readonly contact: { readonly name: string | null; readonly phone: string | null; readonly userId: string | null };
};
declare const io: (options: { auth: { after?: string } }) => Socket;

/** Runs in the browser on `/dashboard`. Stands alone, since its source text is what is served. */
export function dashboardScript(): void {
  const ROWS_SHOWN = 200;
  const STATUS_WORDS: Record<string, string> = {
    QUEUED: 'Waiting',
    SENDING: 'Sending',
    ACCEPTED: 'Accepted',
    HELD: 'Held by WhatsApp',
    SENT: 'Sent',
    DELIVERED: 'Delivered',
    READ: 'Read',
    PLAYED: 'Played',
    FAILED: 'Failed',
    UNCONFIRMED: 'Not confirmed',
    EXPIRED: 'Expired',
    CANCELLED: 'Cancelled',
    RECEIVED: 'Received',
  };
  const EVENT_WORDS: Record<string, string> = {
    inbound_message: 'Message in',
    outbound_message: 'Message out',
    message_status: 'Status',
    conversation_read: 'Read by you',
    template: 'Template',
    account: 'Account',
    unrouted: 'Unrouted',
    platform: 'Platform',
  };
  const state = document.getElementById('state');
  const rows = document.getElementById('events');
  const empty = document.getElementById('empty');

  const say = (text: string) => {
    if (state) state.textContent = text;
  };

  document.getElementById('sign-out')?.addEventListener('click', () => {
    fetch('/api/v1/session', { method: 'DELETE' }).then(
      () => location.assign('/'),
      () => say('The gateway does not answer; you are still signed in.'),
    );
  });

  // Text goes in as text, never as markup: what people write to a number is shown here.
  const addRow = ({ at, type, status, message }: Payload) => {
    const row = document.createElement('tr');
    const who = message?.contact;
    const word = status ?? message?.status ?? '';
    const cells = [
      at === undefined ? '' : new Date(at).toLocaleTimeString(),
      EVENT_WORDS[type ?? ''] ?? type ?? '',
      who?.name ?? who?.phone ?? who?.userId ?? '',
      message?.text ?? message?.type ?? '',
      STATUS_WORDS[word] ?? word,
    ];
    for (const text of cells) {
      const cell = document.createElement('td');
      cell.dir = 'auto';
      cell.textContent = text;
      row.append(cell);
    }
    rows?.prepend(row);
    while ((rows?.childElementCount ?? 0) > ROWS_SHOWN) rows?.lastElementChild?.remove();
    if (empty) empty.hidden = true;
  };

  const start = () => {
    const auth: { after?: string } = {};
    const socket = io({ auth });
    // Kept in what each new connection says, so that a lost connection goes on where it was.
    const keep = ({ cursor }: Payload) => {
      if (cursor !== undefined) auth.after = cursor;
    };
    for (const name of ['inboundMessage', 'statusUpdate', 'event']) {
      socket.on(name, (payload) => {
        keep(payload);
        addRow(payload);
      });
    }
    socket.on('checkpoint', keep);
    socket.on('connect', () => say('Connected. New events appear at the top.'));
    socket.on('disconnect', () => say('Connection lost. Trying again…'));
    socket.on('gap', () => {
      delete auth.after;
      say('Some events are no longer kept and are missing here. Trying again…');
      // A server that closes a connection on purpose is not called again by itself.
      setTimeout(() => socket.connect(), 1000);
    });
    socket.on('connect_error', (error) => {
      if (error.data?.code === 'UNAUTHENTICATED') location.assign('/');
      else say('The gateway does not answer. Trying again…');
    });
  };

  if (typeof io === 'function') start();
  else say('The live list cannot be loaded. Reload the page.');
}
