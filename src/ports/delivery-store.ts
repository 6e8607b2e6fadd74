import type { MetaError } from '../domain/errors.ts';
import type { MessageStatus } from '../domain/status.ts';

/** A place among a tenant's outbound messages, newest first. */
export interface DeliveryPlace {
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly row: number;
}

export interface DeliveryRequest {
  /** Where each day begins, in order, and where the last one ends; epoch milliseconds. */
  readonly days: readonly number[];
  /** Meta's id of the only number to look at. */
  readonly phoneNumberId: string | null;
  /** Only messages older than this. */
  readonly before: DeliveryPlace | null;
  /** Whether their ways are timed too, which costs more. */
  readonly timed: boolean;
}

/** So many messages that are alike. */
export interface DeliveryTally {
  /** Place of the day in the request. */
  readonly day: number;
  readonly status: MessageStatus;
  /** Meta's code of a failed one. */
  readonly errorCode: number | null;
  readonly phoneNumberId: string;
  /** Null for what was sent without a template. */
  readonly template: { readonly name: string; readonly language: string } | null;
  readonly count: number;
}

/** What became of some outbound messages. */
export interface DeliverySlice {
  readonly tallies: readonly DeliveryTally[];
  /** The newest error of each code among them. */
  readonly errors: readonly MetaError[];
  /** Milliseconds from Meta's taking a message to its delivery, and from there to its being read. */
  readonly delivered: readonly number[];
  readonly read: readonly number[];
  readonly messages: number;
  /** Where to go on; null at the end. */
  readonly next: DeliveryPlace | null;
}

export interface DeliveryStore {
  /** The next 1,000 messages of a request: bounded, so that other reads get their turn in between. */
  slice(tenantId: string, request: DeliveryRequest): Promise<DeliverySlice>;
}
