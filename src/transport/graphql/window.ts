import type { FreeEntryPointState, WindowState } from '../../application/windows.ts';
import { builder } from './builder.ts';

const FreeEntryPointType = builder.objectRef<FreeEntryPointState>('FreeEntryPoint').implement({
  description:
    'The person came by way of an advertisement or a page: messages to them are free for 72 hours from your first ' +
    'answer, which must come within 24 hours. Free is not allowed: what may be sent follows from `Window.open` alone.',
  fields: (t) => ({
    since: t.expose('since', { type: 'DateTime', description: 'When they came.' }),
    source: t.exposeString('source', {
      nullable: true,
      description: "Meta's word for what led them: `ad` or `post`. Null when Meta has told the end alone.",
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: "When it ends, by Meta's word where it has told; null until you have answered.",
    }),
  }),
});

export const WindowType = builder.objectRef<WindowState>('Window').implement({
  description:
    "Meta's customer-service window, as it stands when it is asked for: for 24 hours after the person's last message or " +
    'call anything may be sent. Meta counts it per number and person.',
  fields: (t) => ({
    open: t.exposeBoolean('open', { description: 'Now. When false, only templates may be sent.' }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it closes or closed; null when the person has not written since the gateway listens.',
    }),
    freeEntryPoint: t.expose('freeEntryPoint', {
      type: FreeEntryPointType,
      nullable: true,
      description: 'Null when the person did not come that way, or it is over.',
    }),
  }),
});
