/** From 0 up to, but not including, 1. */
export const random = (): number => Math.random();
