import { builder } from './builder.ts';
import './scalars.ts';
import './api-keys.ts';
import './conversations.ts';
import './decisions.ts';
import './events.ts';
import './inbound-messages.ts';
import './message-origin.ts';
import './media.ts';
import './media-retry.ts';
import './messages.ts';
import './node.ts';
import './phone-number-check.ts';
import './phone-number-management.ts';
import './phone-number.ts';
import './phone-number-rate.ts';
import './reactions.ts';
import './read-state.ts';
import './send.ts';
import './status-updates.ts';
import './template.ts';
import './tenants.ts';
import './template-event.ts';
import './template-management.ts';
import './templates.ts';
import './viewer.ts';

/** The whole schema. Importing it opens nothing: everything a resolver needs comes with its context. */
export const schema = builder.toSchema();
