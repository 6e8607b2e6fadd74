import type { CloudApi, NumberCredentials, SendOutcome } from '../../ports/cloud-api.ts';
import { metaError } from './errors.ts';
import { createGraphClient, type GraphClientOptions, isGraphId, isToken } from './graph-client.ts';
import { describeMedia, downloadMedia, uploadMedia } from './media.ts';
import { renderPayload } from './payloads.ts';
import { describeAccount, describeNumber, hasNumber, markRead } from './questions.ts';
import { sendOutcome } from './send-outcome.ts';
import { verifySignature } from './signature.ts';
import { templateApi } from './template-changes.ts';
import { listTemplates } from './template-list.ts';
import { createWebhookParser } from './webhook-parser.ts';

/** Meta's Cloud API over HTTP. Holds no credential: each call brings its own. Disposing of it ends its thread. */
export function createCloudApi(options: GraphClientOptions): CloudApi & AsyncDisposable {
  const ask = createGraphClient(options);
  return {
    render: renderPayload,
    async send(credentials, send, handle) {
      const unusable = unusableCredentials(credentials);
      if (unusable !== null) return unusable;
      const { accessToken, phoneNumberId } = credentials;
      const body = { ...renderPayload(send), biz_opaque_callback_data: handle };
      return sendOutcome(await ask({ method: 'POST', path: `${phoneNumberId}/messages`, accessToken, body }));
    },
    markRead: (credentials, whatsappId, typing) => markRead(ask, credentials, whatsappId, typing),
    listTemplates: (credentials) => listTemplates(ask, credentials),
    describeNumber: (credentials) => describeNumber(ask, credentials),
    describeAccount: (credentials) => describeAccount(ask, credentials),
    hasNumber: (...args) => hasNumber(ask, ...args),
    templates: templateApi(ask),
    describeMedia: (...args) => describeMedia(ask, ...args),
    downloadMedia: (...args) => downloadMedia(options, ...args),
    uploadMedia: (...args) => uploadMedia(ask, ...args),
    verify: verifySignature,
    ...createWebhookParser(),
  };
}

/**
 * What Meta would say to credentials that cannot go into a request: an id that would leave its path, a broken token.
 */
function unusableCredentials({ accessToken, phoneNumberId }: NumberCredentials): SendOutcome | null {
  const given = !isToken(accessToken)
    ? { code: 190, details: 'The access token is empty or holds characters that no token has; nothing was sent.' }
    : !isGraphId(phoneNumberId)
      ? { code: 33, details: "The phone number id is not one of Meta's (a decimal number); nothing was sent." }
      : null;
  const explained = given === null ? null : metaError(given);
  return explained === null ? null : { kind: 'refused', ...explained, retryAfterSeconds: null, answer: null };
}
