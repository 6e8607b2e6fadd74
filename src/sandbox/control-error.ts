/** A developer asked the control interface for what it cannot do. The message names the field and what to send. */
export class ControlError extends Error {}
