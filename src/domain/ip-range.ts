/** A range of IP addresses. */
export interface IpRange {
  readonly version: 4 | 6;
  /** The first address, as a number. */
  readonly first: bigint;
  /** How many leading bits all its addresses share. */
  readonly prefix: number;
}

const BITS = { 4: 32, 6: 128 } as const;
/** Where IPv6 keeps IPv4 addresses (`::ffff:0:0/96`), as sockets that listen on both report them. */
const MAPPED = 0xffffn;

/** An address (`192.0.2.7`, `2001:db8::1`) or a CIDR range (`192.0.2.0/24`); null for anything else. */
export function parseIpRange(text: string): IpRange | null {
  const [address = '', length, ...more] = text.split('/');
  const parsed = parseIp(address);
  if (parsed === null || more.length > 0) return null;
  const { version, value } = parsed;
  const bits = BITS[version];
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return null;
  const prefix = length === undefined ? bits : Number(length);
  if (prefix > bits) return null;
  const rest = BigInt(bits - prefix);
  return { version, first: (value >> rest) << rest, prefix };
}

/** Whether an address lies in one of the ranges. One that cannot be read lies in none. */
export function isInRanges(address: string, ranges: readonly IpRange[]): boolean {
  const parsed = parseIp(address);
  if (parsed === null) return false;
  return ranges.some(({ version, first, prefix }) => {
    const rest = BigInt(BITS[version] - prefix);
    return version === parsed.version && parsed.value >> rest === first >> rest;
  });
}

/** What one caller has at hand: an IPv4 address, or the /64 that a provider gives to one customer. */
export function neighbourhoodOf(address: string): string {
  const parsed = parseIp(address);
  return parsed?.version === 6 ? `${(parsed.value >> 64n).toString(16)}::/64` : address.slice(0, 64);
}

/** An IPv4 address inside IPv6 counts as IPv4. */
function parseIp(text: string): { readonly version: 4 | 6; readonly value: bigint } | null {
  const four = parseIpv4(text);
  if (four !== null) return { version: 4, value: four };
  const six = parseIpv6(text);
  if (six === null) return null;
  return six >> 32n === MAPPED ? { version: 4, value: six & 0xffffffffn } : { version: 6, value: six };
}

function parseIpv4(text: string): bigint | null {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  let value = 0n;
  for (const part of parts) {
    // A leading zero means octal to some: it is read by nobody here.
    if (!/^(?:0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return null;
    value = (value << 8n) | BigInt(part);
  }
  return value;
}

function parseIpv6(text: string): bigint | null {
  if (text.length > 45 || !text.includes(':')) return null;
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return null;
  const before = groupsOf(head, tail === undefined);
  const after = tail === undefined ? [] : groupsOf(tail, true);
  if (before === null || after === null) return null;
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...before, ...Array.from({ length: missing }, () => 0n), ...after];
  return groups.reduce((value, group) => (value << 16n) | group, 0n);
}

/** The 16-bit groups of one side of `::`; the last of all may be written as IPv4. */
function groupsOf(text: string, last: boolean): bigint[] | null {
  if (text === '') return [];
  const words = text.split(':');
  const groups: bigint[] = [];
  for (const [index, word] of words.entries()) {
    const four = last && index === words.length - 1 ? parseIpv4(word) : null;
    if (four !== null) groups.push(four >> 16n, four & 0xffffn);
    else if (/^[0-9a-f]{1,4}$/i.test(word)) groups.push(BigInt(`0x${word}`));
    else return null;
  }
  return groups;
}
