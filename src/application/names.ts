import { invalidInput } from '../domain/errors.ts';

const NAME_LIMIT = 100;

/** A name that people read, trimmed: 1–100 characters, none of which hides or breaks a line. INVALID_INPUT. */
export function checkName(field: string, given: string): string {
  const name = given.trim();
  if (name === '') throw invalidInput(field, 'A name is missing.', 'Give 1 to 100 characters.');
  if (name.length > NAME_LIMIT) {
    throw invalidInput(field, `A name has at most ${NAME_LIMIT} characters; this one has ${name.length}.`);
  }
  // Control and format characters, line separators and lone surrogates; ZWJ and ZWNJ are letters' own business.
  if (/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/u.test(name)) {
    throw invalidInput(field, 'A name holds no control characters.', 'Leave out line breaks and invisible characters.');
  }
  return name;
}
