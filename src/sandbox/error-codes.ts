/** Where Meta tells an error: in the answer to the call, or later by webhook. Many codes come both ways. */
export type ErrorPlace = 'answer' | 'status';

export interface ErrorCode {
  code: number;
  title: string;
  http: number;
  /** Where this code is told most often: what the sandbox does unless it is told otherwise. */
  place: ErrorPlace;
  /** Graph marks the answer `is_transient: true`. */
  transient: boolean;
}

type Row = readonly [code: number, http: number, title: string, place?: ErrorPlace, transient?: true];

const accountRows: readonly Row[] = [
  [0, 401, 'AuthException'],
  [1, 400, 'API Unknown'],
  [2, 503, 'API Service', 'answer', true],
  [3, 500, 'API Method'],
  [4, 400, 'API Too Many Calls', 'answer', true],
  [10, 403, 'Permission Denied'],
  [33, 400, 'Parameter value is not valid'],
  [100, 400, 'Invalid parameter'],
  [104, 400, 'An access token is required to request this resource'],
  [190, 401, 'Access token has expired'],
  [200, 403, 'API Permission'],
  [368, 403, 'Temporarily blocked for policies violations'],
  [613, 400, 'Calls to this api have exceeded the rate limit'],
  [2500, 400, 'Unknown path components'],
  [80007, 400, 'Rate limit issues'],
  [133000, 500, 'Incomplete Deregistration'],
  [133004, 503, 'Server Temporarily Unavailable', 'answer', true],
  [133005, 400, 'Two step verification PIN Mismatch'],
  [133006, 400, 'Phone number re-verification needed'],
  [133008, 400, 'Too many two step verification PIN guesses'],
  [133009, 400, 'Two step verification PIN guessed too fast'],
  [133010, 400, 'Phone number not registered'],
  [133015, 400, 'Please wait a few minutes before attempting to register this phone number'],
  [133016, 400, 'Account register or deregister rate limit exceeded'],
  [1752041, 400, 'Duplicate onboarding request'],
  [2388001, 400, 'Phone migration'],
  [2388012, 400, 'Phone migration'],
  [2388091, 400, 'Phone migration'],
  [2388093, 400, 'Phone migration'],
  [2388103, 400, 'Phone migration'],
  [2494100, 400, 'Account in maintenance mode'],
  [2593079, 400, 'Solution migration'],
  [2593085, 400, 'Solution migration'],
  [2593107, 400, 'Synchronization request limit exceeded'],
  [2593108, 400, 'Synchronization request made outside of the allowed time'],
  [2593109, 400, 'History sharing is turned off', 'status'],
];

const messageRows: readonly Row[] = [
  [130403, 400, 'Business has blocked the user', 'status'],
  [130429, 400, 'Rate limit hit'],
  [130472, 400, "User's number is part of an experiment", 'status'],
  [130497, 403, 'Business account is restricted from messaging users in this country', 'status'],
  [130501, 400, 'Message type is not supported', 'status'],
  [131000, 500, 'Something went wrong'],
  [131005, 403, 'Access denied'],
  [131008, 400, 'Required parameter is missing'],
  [131009, 400, 'Parameter value is not valid'],
  [131014, 400, 'Fetching the media failed', 'status'],
  [131016, 500, 'Service unavailable', 'answer', true],
  [131020, 400, 'Bad group'],
  [131021, 400, 'Recipient cannot be sender'],
  [131026, 400, 'Message undeliverable', 'status'],
  [131030, 400, 'Recipient phone number not in allowed list'],
  [131031, 403, 'Account has been locked'],
  [131037, 400, 'Display name approval needed'],
  [131041, 400, 'Group unknown'],
  [131042, 400, 'Business eligibility payment issue', 'status'],
  [131044, 400, 'Payment issue'],
  [131045, 500, 'Incorrect certificate'],
  [131047, 400, 'Re-engagement message', 'status'],
  [131048, 400, 'Spam rate limit hit', 'status'],
  [131049, 400, 'This message was not delivered to maintain healthy ecosystem engagement.', 'status'],
  [131050, 400, 'User has stopped marketing messages', 'status'],
  [131051, 400, 'Unsupported message type'],
  [131052, 400, 'Media download error', 'status'],
  [131053, 400, 'Media upload error', 'status'],
  [131055, 400, 'Method not allowed'],
  [131056, 400, '(Business Account, Consumer Account) pair rate limit hit'],
  [131057, 500, 'Account in maintenance mode', 'answer', true],
  [131059, 400, 'Invalid cursor'],
  [131060, 400, 'This message is unavailable', 'status'],
  [131061, 400, 'This message is unavailable', 'status'],
  [131062, 400, 'Business-scoped user id is not supported as the recipient of this message'],
  [131063, 400, 'Marketing templates are disabled on Cloud API'],
  [131064, 400, 'Limited because of template classification violations'],
  [131201, 206, 'Request partially succeeded'],
  [131202, 400, 'Duplicate participant'],
  [131203, 400, 'Terms of service not accepted'],
  [131204, 400, 'Over the limit of participants'],
  [131207, 403, 'Group suspended'],
  [131208, 429, 'Group rate limit hit', 'answer', true],
  [131209, 400, 'Group error'],
  [131210, 400, 'Group picture error'],
  [131211, 400, 'Group creation limit'],
  [131212, 400, 'Not a group member'],
  [131213, 400, 'Group join request error'],
  [131214, 400, 'Groups are disabled'],
  [131215, 400, 'Not eligible for groups'],
  [134011, 400, 'Payments terms of service have not been accepted'],
  [134100, 400, 'Only marketing messages are supported'],
  [134101, 400, 'Template is still being synced'],
  [134102, 500, 'Template is unavailable'],
  [135000, 400, 'Generic user error'],
  [137000, 400, 'The identity key hash does not match', 'status'],
  [138000, 400, 'Calling is not enabled'],
  [138001, 400, 'Receiver uncallable'],
  [138002, 400, 'Concurrent calls limit'],
  [138003, 400, 'Duplicate call'],
  [138004, 400, 'Connection error'],
  [138005, 400, 'Call rate limit exceeded'],
  [138006, 400, 'No approved call permission found'],
  [138007, 400, 'Connection timeout'],
  [138009, 400, 'Call permission request limit hit'],
  [138012, 400, 'Business initiated calls limit hit'],
  [139000, 400, 'Blocked by integrity'],
  [139001, 400, 'Flow not found'],
  [139002, 400, 'Flow validation error'],
  [139003, 400, 'Flow error'],
  [139004, 400, 'Flow error'],
  [139100, 400, 'Failed to block or unblock some users'],
  [139101, 400, 'Block list limit reached'],
  [139102, 400, 'Block list concurrent update'],
  [139103, 400, 'Block internal error'],
  [147001, 400, 'Username error'],
  [147002, 400, 'Username error'],
  [147003, 400, 'Username error'],
  [147004, 400, 'Username error'],
  [147005, 400, 'Username error'],
];

const templateRows: readonly Row[] = [
  [132000, 400, 'Number of parameters does not match the expected number of params'],
  [132001, 404, 'Template name does not exist in the translation'],
  [132005, 400, 'Translated text too long'],
  [132007, 400, 'Template format character policy violated'],
  [132008, 400, 'Parameter value does not match its format'],
  [132012, 400, 'Parameter format does not match format in the created template'],
  [132015, 400, 'Template is paused'],
  [132016, 400, 'Template is disabled'],
  [132018, 400, 'Template validation error'],
  [132068, 400, 'Flow is in blocked state'],
  [132069, 400, 'Flow is in throttled state'],
  [200005, 400, 'Template insights are not available'],
  [200006, 400, 'Template insights cannot be disabled'],
  [200007, 400, 'Template insights are not enabled'],
  [2388019, 400, 'Message template limit exceeded'],
  [2388039, 400, 'Message template status cannot be changed'],
  [2388040, 400, 'Character limit exceeded'],
  [2388047, 400, 'Message header format is incorrect'],
  [2388072, 400, 'Message body format is incorrect'],
  [2388073, 400, 'Message footer format is incorrect'],
  [2388293, 400, 'This template has too many variables for its length'],
  [2388299, 400, "Variables can't be at the start or end of the template"],
];

const byCode = new Map<number, ErrorCode>(
  [...accountRows, ...messageRows, ...templateRows].map(([code, http, title, place = 'answer', transient]) => [
    code,
    { code, http, title, place, transient: transient === true },
  ]),
);

/** Meta's row of a code; undefined for a code that its table does not have. */
export function errorCode(code: number): ErrorCode | undefined {
  return byCode.get(code);
}

/** Every code of Meta's table, in order. */
export function everyErrorCode(): readonly ErrorCode[] {
  return [...byCode.values()].sort((a, b) => a.code - b.code);
}
