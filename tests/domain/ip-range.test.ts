import { BlockList } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInRanges, neighbourhoodOf, parseIpRange } from '../../src/domain/ip-range.ts';

function isIn(address: string, ...ranges: string[]): boolean {
  return isInRanges(
    address,
    ranges.flatMap((text) => parseIpRange(text) ?? []),
  );
}

describe('a range of addresses', () => {
  it.each(['192.0.2.7', '0.0.0.0/0', '10.0.0.0/8', '::', '::/0', '2001:db8::1', '2001:DB8::/32', '::ffff:192.0.2.7'])(
    'may be written as %s',
    (text) => expect(parseIpRange(text)).not.toBeNull(),
  );

  it.each([
    ...['', '1.2.3', '1.2.3.4.5', '256.1.1.1', '01.2.3.4', '1.2.3.4/33', '1.2.3.4/', '1.2.3.4/-1', '1.2.3.4/8/8'],
    ...['1.2.3.4 ', '::1::', ':::', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '::/129', 'g::', '12345::', 'fe80::1%eth0'],
    ...['1:2:3:4:5:6:7::8', 'example.com', '1.2.3.4:80', '::1.2.3.4.5', '1.2.3.4::'],
  ])('is not "%s"', (text) => expect(parseIpRange(text)).toBeNull());

  it('holds IPv4 addresses however a socket reports them', () => {
    expect(isIn('::ffff:192.0.2.7', '192.0.2.0/24')).toBe(true);
    expect(isIn('::FFFF:c000:0207', '192.0.2.7')).toBe(true);
    expect(isIn('192.0.3.7', '192.0.2.0/24')).toBe(false);
    expect(isIn('192.0.2.7', '::/0')).toBe(false);
    expect(isIn('', '0.0.0.0/0', '::/0')).toBe(false);
  });

  it("agrees with Node's own list on every address and length", () => {
    const four = fc.ipV4();
    const six = fc.ipV6().filter((text) => !text.includes('.'));
    const cases = fc.oneof(
      fc.record({ type: fc.constant('ipv4' as const), a: four, b: four, prefix: fc.integer({ min: 0, max: 32 }) }),
      fc.record({ type: fc.constant('ipv6' as const), a: six, b: six, prefix: fc.integer({ min: 0, max: 128 }) }),
    );
    fc.assert(
      fc.property(cases, ({ type, a, b, prefix }) => {
        const list = new BlockList();
        list.addSubnet(a, prefix, type);
        expect(isIn(b, `${a}/${prefix}`)).toBe(list.check(b, type));
        expect(isIn(a, `${a}/${prefix}`)).toBe(true);
      }),
    );
  });
});

it('counts the addresses that one customer of a provider has as one', () => {
  expect(neighbourhoodOf('2001:db8:1:2:3:4:5:6')).toBe(neighbourhoodOf('2001:db8:1:2:ffff::1'));
  expect(neighbourhoodOf('2001:db8:1:2::1')).not.toBe(neighbourhoodOf('2001:db8:1:3::1'));
  expect(neighbourhoodOf('192.0.2.7')).not.toBe(neighbourhoodOf('192.0.2.8'));
});
