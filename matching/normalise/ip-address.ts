import ipaddr from 'ipaddr.js';
import { readAs, unreadable, type Reader } from './normalised.ts';
import { plain } from './plain.ts';

/** Addresses that countless machines have at once, or none: they tell nobody from anybody. */
const NOBODYS: ReadonlySet<string> = new Set([
  'unspecified',
  'loopback',
  'linkLocal',
  'private',
  'uniqueLocal',
  'carrierGradeNat',
  'broadcast',
  'multicast',
]);

/** IPv4 in four decimal parts, IPv6 by RFC 5952; an IPv4 address inside an IPv6 one (RFC 4291, 2.5.5.2) is the IPv4 address. */
export const ipAddress: Reader = (text) => {
  const written = plain(text)
    .replace(/^\[(.*)\]$/su, '$1')
    .replace(/%[^%]*$/u, '');
  if (!ipaddr.IPv4.isValidFourPartDecimal(written) && !isIPv6(written))
    return unreadable(
      'it is no address of IPv4 or IPv6: write it without a port or a prefix, as in `203.0.113.7` or `2001:db8::7`',
    );
  const address = ipaddr.process(written);
  if (NOBODYS.has(address.range()))
    return unreadable('addresses of this range belong to nobody in particular: private networks, loopback, multicast');
  return readAs(address instanceof ipaddr.IPv6 ? address.toRFC5952String() : address.toString());
};

function isIPv6(text: string): boolean {
  return text.includes(':') && ipaddr.IPv6.isValid(text);
}
