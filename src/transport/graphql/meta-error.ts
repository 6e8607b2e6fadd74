import type { MetaError } from '../../domain/errors.ts';
import { builder } from './builder.ts';

export const MetaErrorType = builder.objectRef<MetaError>('MetaError').implement({
  description: "An error of Meta's, with our explanation beside it.",
  fields: (t) => ({
    code: t.exposeInt('code', { description: "Meta's code, such as 131047. Negative: the gateway's own finding." }),
    title: t.exposeString('title', { description: "Meta's short name for it." }),
    details: t.exposeString('details', { nullable: true, description: "Meta's own details for this case." }),
    fbtraceId: t.exposeString('fbtraceId', { nullable: true, description: "What Meta's support asks for." }),
    meaning: t.exposeString('meaning', { description: 'What it means, in a sentence.' }),
    action: t.exposeString('action', { description: 'What to do about it, in a sentence.' }),
    retryable: t.exposeBoolean('retryable', { description: 'True when the same send may succeed later.' }),
  }),
});
