<?php

declare(strict_types=1);

namespace HasOffersProxy;

/** Under which key a client is counted. */
final class ClientAddress
{
    /** Prefixes of IPv6 addresses that carry an IPv4 address in their last 32 bits: mapped, translated, NAT64. */
    private const EMBEDDED = [
        '00000000000000000000ffff' => 24,
        '0000000000000000ffff0000' => 24,
        '0064ff9b0000000000000000' => 24,
        '0064ff9b0001' => 12,
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
        foreach (self::EMBEDDED as $prefix => $length) {
            if (strncmp($hex, (string) $prefix, $length) === 0) {
                return (string) inet_ntop(substr($bytes, 12));
            }
        }
        return implode(':', array_map(static function (string $group): string {
            return dechex((int) hexdec($group));
        }, str_split(substr($hex, 0, 16), 4)));
    }
}
