const ONE_DIGIT_CODES = new Set(['1', '7']);
const TWO_DIGIT_CODES = new Set([
  ...['20', '27', '30', '31', '32', '33', '34', '36', '39', '40', '41', '43', '44', '45', '46', '47', '48', '49'],
  ...['51', '52', '53', '54', '55', '56', '57', '58', '60', '61', '62', '63', '64', '65', '66'],
  ...['81', '82', '84', '86', '90', '91', '92', '93', '94', '95', '98'],
]);

/** The country calling code at the head of international digits. ITU: every code of neither list has three digits. */
export function callingCode(digits: string): string {
  if (ONE_DIGIT_CODES.has(digits.slice(0, 1))) return digits.slice(0, 1);
  if (TWO_DIGIT_CODES.has(digits.slice(0, 2))) return digits.slice(0, 2);
  return digits.slice(0, 3);
}

/** "+964 770-000-0000": how Meta shows a number in `display_phone_number` of the API (webhooks carry digits only). */
export function displayPhone(digits: string): string {
  const code = callingCode(digits);
  const rest = digits.slice(code.length);
  const groups = [rest.slice(0, 3), rest.slice(3, 6), rest.slice(6)].filter((group) => group !== '');
  return `+${code} ${groups.join('-')}`;
}

/**
 * Meta's reading of `to`: `+ - ( )` and spaces are stripped, and without a `+` the business number's own country code
 * is put in front, even when the digits already carry one. Null when anything but digits is left.
 */
export function recipientDigits(to: string, businessDigits: string): string | null {
  const digits = to.replace(/[+\-() ]/g, '');
  if (!/^\d{5,20}$/.test(digits)) return null;
  return to.trimStart().startsWith('+') ? digits : callingCode(businessDigits) + digits;
}

/** E.164 allows 15 digits: nobody on WhatsApp has more. */
export function isPossiblePhone(digits: string): boolean {
  return /^\d{7,15}$/.test(digits);
}

/** A business-scoped user id, or a parent one: `IQ.…`, `US.ENT.…` (Meta: country, a dot, up to 128 alphanumerics). */
export function isUserId(value: string): boolean {
  return /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(value);
}
