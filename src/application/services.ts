import type { Caller } from '../domain/tenant.ts';
import type { About } from './about.ts';
import type { Access } from './access.ts';
import type { ApiKeys } from './api-keys.ts';
import type { AuditLog } from './audit-log.ts';
import type { Connection } from './connection.ts';
import type { Conversations } from './conversations.ts';
import type { Decisions } from './decisions.ts';
import type { Delivery } from './delivery.ts';
import type { Feed } from './feed.ts';
import type { Headroom } from './headroom.ts';
import type { Ingest } from './ingest.ts';
import type { Media } from './media.ts';
import type { MessageExport } from './message-export.ts';
import type { NumberManagement } from './number-management.ts';
import type { Numbers } from './numbers.ts';
import type { Queue } from './queue.ts';
import type { Quotas } from './quotas.ts';
import type { ReadState } from './read-state.ts';
import type { Send } from './send.ts';
import type { TemplateManagement } from './template-management.ts';
import type { Templates } from './templates.ts';
import type { Tenants } from './tenants.ts';
import type { Unrouted } from './unrouted.ts';
import type { Usage } from './usage.ts';
import type { Windows } from './windows.ts';

/** What transports may ask of the gateway. */
export interface Services {
  readonly about: About;
  readonly access: Access;
  readonly apiKeys: ApiKeys;
  readonly connection: Connection;
  readonly auditLog: AuditLog;
  readonly conversations: Conversations;
  readonly decisions: Decisions;
  readonly delivery: Delivery;
  readonly feed: Feed;
  readonly headroom: Pick<Headroom, 'enter'>;
  readonly ingest: Ingest;
  readonly media: Media;
  readonly numberManagement: NumberManagement;
  readonly numbers: Pick<Numbers, 'find' | 'list' | 'setRate'>;
  readonly queue: Queue;
  readonly quotas: Pick<Quotas, 'sockets'>;
  readonly readState: Pick<ReadState, 'markRead' | 'sendTyping'>;
  readonly send: Send;
  readonly templateManagement: TemplateManagement;
  readonly templates: Pick<Templates, 'byId' | 'list' | 'sentBy'>;
  readonly tenants: Pick<Tenants, 'create' | 'find' | 'list' | 'of' | 'sendsToday' | 'update'>;
  readonly unrouted: Pick<Unrouted, 'assign' | 'list'>;
  readonly windows: Windows;
  readonly usage: Usage;
  readonly messageExport: MessageExport;
  readonly operations: Operations;
}

/** What the operator's tools and probes ask. */
export interface Operations {
  readonly mode: 'live' | 'sandbox';
  /** Resolves when the store answers. */
  ready(): Promise<void>;
  /** Prometheus text. FORBIDDEN for anyone but the operator. */
  metrics(caller: Caller): Promise<{ readonly contentType: string; readonly text: string }>;
  /** For what is unexpected: logged once, told to nobody. */
  report(problem: string, error: unknown): void;
}
