<?php

declare(strict_types=1);

namespace HasOffersProxy;

/**
 * Reads a raw query string strictly.
 *
 * Never `$_GET`: PHP reads `api.key`, `api key` and `api[key` as `api_key`, and drops all but the last of equal names.
 * Here every parameter is kept, so that duplicates can be refused, and nothing is repaired.
 */
final class Query
{
    /**
     * @param string $raw without `?`
     * @return array<int, array{0: string, 1: string}> names and values, decoded
     * @throws ProxyError URI_TOO_LONG, BAD_PARAMETER
     */
    public static function parse(string $raw): array
    {
        if (strlen($raw) > QUERY_LIMITS['query']) {
            throw new ProxyError('URI_TOO_LONG');
        }
        if (preg_match('/[^\x21-\x7e]/', $raw)) {
            throw new ProxyError('BAD_PARAMETER', ['message' => 'The query is not percent-encoded.']);
        }
        $parameters = [];
        foreach (explode('&', $raw) as $part) {
            if ($part === '') {
                continue;
            }
            if (strlen($part) > QUERY_LIMITS['parameter']) {
                throw new ProxyError('URI_TOO_LONG');
            }
            if (count($parameters) === QUERY_LIMITS['parameters']) {
                throw new ProxyError('BAD_PARAMETER', ['message' => 'There are too many parameters.']);
            }
            $pieces = explode('=', $part, 2);
            $name = self::decode($pieces[0], '');
            $parameters[] = [$name, self::decode($pieces[1] ?? '', $name)];
        }
        return $parameters;
    }

    private static function decode(string $text, string $nameForMessage): string
    {
        $decoded = rawurldecode(str_replace('+', ' ', $text));
        // A lone % or bytes that are not UTF-8: no browser writes such a thing.
        if (preg_match('/%(?![0-9A-Fa-f]{2})/', $text) || !preg_match('//u', $decoded)) {
            throw ProxyError::ofParameter('BAD_PARAMETER', $nameForMessage, 'percent-encoded UTF-8');
        }
        if (preg_match('/[\x00-\x1f\x7f]/', $decoded)) {
            throw ProxyError::ofParameter('BAD_PARAMETER', $nameForMessage, 'no control characters');
        }
        return $decoded;
    }

    /** For the query to HasOffers. The name comes from our tables, so its brackets need no encoding. */
    public static function encode(string $name, string $value): string
    {
        $encoded = rawurlencode($value);
        return $name . '=' . strtr($encoded, ['%21' => '!', '%27' => "'", '%28' => '(', '%29' => ')', '%2A' => '*']);
    }
}
