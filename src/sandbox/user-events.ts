import type { BusinessNumber } from './accounts.ts';
import { common, contact, unixSeconds } from './events.ts';
import type { User } from './users.ts';

/** `value` of `user_preferences`: somebody stops or resumes marketing messages. Meta: the timestamp is an integer. */
export function preferenceValue(number: BusinessNumber, user: User, value: 'stop' | 'resume', at: number): object {
  const preference = {
    ...(user.phone === undefined ? {} : { wa_id: user.phone }),
    user_id: user.userId,
    detail: `User requested to ${value} marketing messages`,
    category: 'marketing_messages',
    value,
    timestamp: Math.floor(at / 1000),
  };
  return { ...common(number), contacts: [contact(user, true)], user_preferences: [preference] };
}

export interface CallEvent {
  id: string;
  event: 'connect' | 'terminate';
  /** Of a call that ended. */
  status: 'COMPLETED' | 'FAILED';
  /** How long a completed call lasted. */
  seconds: number;
}

/** `value` of `calls` for a call of the user's. */
export function callValue(number: BusinessNumber, user: User, call: CallEvent, at: number): object {
  const { id, event, status, seconds } = call;
  const lasted = status === 'COMPLETED';
  const end = {
    status,
    ...(lasted ? { start_time: unixSeconds(at - seconds * 1000), end_time: unixSeconds(at), duration: seconds } : {}),
  };
  const offer = { session: { sdp_type: 'offer', sdp: 'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n' } };
  return {
    ...common(number),
    contacts: [contact(user, true)],
    calls: [
      {
        id,
        ...(user.phone === undefined ? {} : { from: user.phone }),
        from_user_id: user.userId,
        to: number.digits,
        event,
        timestamp: unixSeconds(at),
        direction: 'USER_INITIATED',
        ...(event === 'connect' ? offer : end),
      },
    ],
  };
}
