import ipaddr from 'ipaddr.js';

/** A plain IPv4 address, which nearly all clients have and which needs no parsing. */
const plain = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
/** RFC 8215: NAT64 within one network. Its most common form, like the public one, ends with the IPv4 address. */
const localNat64 = ipaddr.IPv6.parseCIDR('64:ff9b:1::/48');
/** ipaddr.js' names of the ranges that carry an IPv4 address in their last 32 bits (RFC 4291, 6145, 6052). */
const embedded: ReadonlySet<string> = new Set(['ipv4Mapped', 'rfc6145', 'rfc6052']);

/**
 * The key under which a client is counted: an IPv4 address as it is, also when it is embedded in an IPv6 address (mapped,
 * translated, NAT64) in any spelling; an IPv6 address by its /64, since one customer has at least that many addresses.
 * Ports and zones are dropped. Text that is no address is cut short and still counted.
 */
export function toClientKey(address: string): string {
  if (plain.test(address)) return address;
  const bare = address
    .trim()
    .replace(/^"|"$/g, '')
    .replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^([\d.]+):\d+$/, '$1');
  if (plain.test(bare)) return bare;
  if (!bare.includes(':') || !ipaddr.IPv6.isValid(bare)) return bare.slice(0, 45);
  const parsed = ipaddr.IPv6.parse(bare);
  if (embedded.has(parsed.range()) || parsed.match(localNat64)) return parsed.toByteArray().slice(12).join('.');
  return parsed.parts
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':');
}
