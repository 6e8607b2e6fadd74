/**
 * The queue is read by tenant and number, so that each gets its turn on a number that several share, and by time for when
 * something becomes due, whoever's it is.
 */
export const FAIR_OUTBOX = `
DROP INDEX outbox_front;
CREATE INDEX outbox_lanes ON outbox (tenant_id, number_id, not_before, seq) WHERE state = 'queued' AND front = 1;
CREATE INDEX outbox_next ON outbox (not_before) WHERE state = 'queued' AND front = 1;
`;
