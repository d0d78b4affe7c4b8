<?php

declare(strict_types=1);

namespace HasOffersProxy;

/** Under which key a client is counted. */
final class ClientAddress
{
    /**
     * IPv6 addresses that carry an IPv4 address, and at which byte: mapped, translated, NAT64, compatible (`::1` and
     * its like are none), Teredo, 6to4.
     */
    private const EMBEDDED = [
        '/^0{20}ffff/' => 12,
        '/^0{16}ffff0000/' => 12,
        '/^0064ff9b0{16}/' => 12,
        '/^0064ff9b0001/' => 12,
        '/^0{24}(?!0000)/' => 12,
        '/^20010000/' => 12,
        '/^2002/' => 2,
    ];

    /**
     * The address; behind trusted proxies the one that the outermost of them saw; null: unknown.
     *
     * From the right: every proxy appends the address it saw, and a client can forge what is left of the trusted ones.
     */
    public static function read(?string $address, ?string $forwarded, int $trustedHops): ?string
    {
        if ($trustedHops === 0) {
            return $address === null ? null : self::toKey($address);
        }
        $seen = $forwarded === null ? [] : explode(',', $forwarded);
        $hops = $trustedHops;
        if ($address !== null) {
            $seen[] = $address;
            $hops += 1;
        }
        $client = $seen[count($seen) - $hops] ?? $seen[0] ?? null;
        return $client === null ? null : self::toKey(trim($client));
    }

    /** An IPv4 address as it is, in any spelling of IPv6, too; an IPv6 address by its /64, which one customer has. */
    public static function toKey(string $address): string
    {
        $bare = (string) preg_replace(
            ['/^"|"$/', '/^\[([^\]]*)\](?::\d+)?$/D', '/%.*$/', '/^([\d.]+):\d+$/D'],
            ['', '$1', '', '$1'],
            trim($address)
        );
        $bytes = @inet_pton($bare);
        if ($bytes === false) {
            return substr($bare, 0, 45);
        }
        if (strlen($bytes) === 4) {
            return $bare;
        }
        $hex = bin2hex($bytes);
        foreach (self::EMBEDDED as $form => $start) {
            if (preg_match($form, $hex)) {
                $embedded = substr($bytes, $start, 4);
                // RFC 4380: Teredo inverts all bits.
                return (string) inet_ntop(strpos($hex, '20010000') === 0 ? ~$embedded : $embedded);
            }
        }
        return implode(':', array_map(static function (string $group): string {
            return dechex((int) hexdec($group));
        }, str_split(substr($hex, 0, 16), 4)));
    }
}
