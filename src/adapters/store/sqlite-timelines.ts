import type { StatusChange } from '../../domain/message.ts';
import { MESSAGE_STATUSES } from '../../domain/status.ts';
import { compareText, json, oneOf, type Row, text } from './rows.ts';

export function statusChangeOf(row: Row): StatusChange {
  return {
    status: oneOf(row, 'status', MESSAGE_STATUSES),
    at: text(row, 'at'),
    recordedAt: text(row, 'recorded_at'),
    error: json(row, 'error'),
    raw: json(row, 'raw'),
  };
}

/** Oldest first. Meta's times are whole seconds, so within a second the order in which we stored them decides. */
export function compareChanges(a: StatusChange, b: StatusChange): number {
  const second = 'YYYY-MM-DDTHH:MM:SS'.length;
  return (
    compareText(a.at.slice(0, second), b.at.slice(0, second)) ||
    compareText(a.recordedAt, b.recordedAt) ||
    MESSAGE_STATUSES.indexOf(a.status) - MESSAGE_STATUSES.indexOf(b.status)
  );
}
