import ipaddr from 'ipaddr.js';

/** A plain IPv4 address, which nearly all clients have and which needs no parsing. */
const plain = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
/** RFC 8215: NAT64 within one network. Its most common form, like the public one, ends with the IPv4 address. */
const localNat64 = ipaddr.IPv6.parseCIDR('64:ff9b:1::/48');
/** ipaddr.js' names of the ranges that carry an IPv4 address in their last 32 bits (RFC 4291, 6145, 6052). */
const embedded: ReadonlySet<string> = new Set(['ipv4Mapped', 'rfc6145', 'rfc6052']);

/** RFC 4291: the form of IPv6 addresses that mapped ones have replaced; `::1` and its like are none. */
const compatible = ipaddr.IPv6.parseCIDR('::/96');

/** The IPv4 address that an IPv6 address carries, if any. */
function readEmbedded(address: ipaddr.IPv6): string | undefined {
  const bytes = address.toByteArray();
  const range = address.range();
  const isCompatible = address.match(compatible) && address.parts[6] !== 0;
  if (embedded.has(range) || address.match(localNat64) || isCompatible) return bytes.slice(12).join('.');
  if (range === '6to4') return bytes.slice(2, 6).join('.');
  // RFC 4380: with all bits inverted.
  if (range === 'teredo')
    return bytes
      .slice(12)
      .map((byte) => byte ^ 0xff)
      .join('.');
  return undefined;
}

/**
 * The key under which a client is counted: an IPv4 address as it is, also when it is embedded in an IPv6 address (mapped,
 * translated, NAT64, 6to4, Teredo) in any spelling; an IPv6 address by its /64, since one customer has at least that many addresses.
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
  const network = parsed.parts.slice(0, 4).map((group) => group.toString(16));
  return readEmbedded(parsed) ?? network.join(':');
}
