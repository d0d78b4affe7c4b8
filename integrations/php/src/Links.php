<?php

declare(strict_types=1);

namespace HasOffersProxy;

/** Deep links of tracking links: only to the hosts of HASOFFERS_LINK_HOSTS. */
final class Links
{
    /**
     * @param string[] $hosts
     * @return string|null the URL as the URL standard writes it, null: not allowed
     */
    public static function parse(string $value, array $hosts): ?string
    {
        $parts = '~^(https?)://([^/?#\s\\\\@]+)(/[^?#\s\\\\]*)?(\?[^#\s\\\\]*)?(#[^\s\\\\]*)?$~D';
        // 500 UTF-16 units; text beyond ASCII is longer in bytes, and hosts have none.
        if (strlen($value) > 1500 || !preg_match($parts, $value, $found)) {
            return null;
        }
        [, $scheme, $authority] = $found;
        $defaultPort = $scheme === 'https' ? ':443' : ':80';
        $host = (string) preg_replace('/' . $defaultPort . '$/D', '', strtolower($authority));
        if (!in_array($host, $hosts, true)) {
            return null;
        }
        $link = $scheme . '://' . $host . self::encode(self::resolve($found[3] ?? ''), '"<>`{}^');
        $link .= self::encode($found[4] ?? '', "\"<>'") . self::encode($found[5] ?? '', '"<>`');
        return strlen($link) > 1500 ? null : $link;
    }

    /** Without `.` and `..`, which the URL standard knows in their encoded forms, too. */
    private static function resolve(string $path): string
    {
        $kept = [];
        $segments = explode('/', $path === '' ? '/' : $path);
        array_shift($segments);
        foreach ($segments as $index => $segment) {
            $plain = str_ireplace('%2e', '.', $segment);
            $isLast = $index === count($segments) - 1;
            if ($plain === '..') {
                array_pop($kept);
            } elseif ($plain !== '.') {
                $kept[] = $segment;
                continue;
            }
            if ($isLast) {
                $kept[] = '';
            }
        }
        return '/' . implode('/', $kept);
    }

    private static function encode(string $text, string $characters): string
    {
        $pattern = '/[^\x21-\x7e]|[' . preg_quote($characters, '/') . ']/';
        return (string) preg_replace_callback($pattern, static function (array $found): string {
            return sprintf('%%%02X', ord($found[0]));
        }, $text);
    }
}
