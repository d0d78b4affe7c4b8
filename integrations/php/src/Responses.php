<?php

declare(strict_types=1);

namespace HasOffersProxy;

/** Responses as arrays of `status`, `headers` (lower-case names), `body` (null where HTTP allows none) and `after`. */
final class Responses
{
    private const COMMON = [
        'content-type' => 'application/json; charset=utf-8',
        'x-content-type-options' => 'nosniff',
        // No other site may embed a response as a script or an image. Pages that may read it use CORS.
        'cross-origin-resource-policy' => 'same-origin',
        'content-security-policy' => "default-src 'none'; frame-ancestors 'none'",
        // Also when the response is the same for every origin: a cache must not serve one origin's headers to another.
        'vary' => 'Origin',
    ];
    private const METHODS = 'GET, HEAD, OPTIONS';

    /** @param array<string, string> $headers @return array<string, mixed> */
    public static function ofJson(int $status, string $body, ?string $allowOrigin, array $headers): array
    {
        $headers += self::cors($allowOrigin) + self::COMMON + ['content-length' => (string) strlen($body)];
        return ['status' => $status, 'headers' => $headers, 'body' => $body, 'after' => null];
    }

    /** @return array<string, mixed> */
    public static function ofError(ProxyError $error, ?string $allowOrigin): array
    {
        $headers = ['cache-control' => 'no-store'];
        if ($error->retryAfter !== null) {
            $headers['retry-after'] = (string) $error->retryAfter;
        }
        if ($error->status === 405) {
            $headers['allow'] = self::METHODS;
        }
        if ($error->status === 401) {
            $headers['www-authenticate'] = 'Bearer';
        }
        return self::ofJson($error->status, $error->toEnvelope(), $allowOrigin, $headers);
    }

    /**
     * A cached response, or 304 when the client has it already.
     *
     * @param array<string, mixed> $served
     * @return array<string, mixed>
     */
    public static function ofCached(array $served, bool $isPrivate, ?string $allowOrigin, ?string $ifNoneMatch): array
    {
        $seconds = intdiv($served['freshFor'], 1000);
        $public = 'public, max-age=' . min($served['policy']['browserTtl'], $seconds) . ", s-maxage=$seconds";
        $headers = ['cache-control' => $isPrivate ? 'private, no-store' : $public, 'etag' => $served['etag']];
        $rows = $isPrivate ? Envelope::readRowCount($served['text']) : null;
        if ($rows !== null) {
            $headers['x-hasoffers-rows'] = $rows;
        }
        if ($allowOrigin === null) {
            // It reveals what other visitors have requested, so it is not sent to pages of other origins.
            $headers['x-cache'] = $served['from'];
        }
        $response = self::ofJson(200, $served['text'], $allowOrigin, $headers);
        // Entity tags are quoted, and a weak one (W/) still contains the strong one.
        if ($ifNoneMatch !== null && strpos($ifNoneMatch, $served['etag']) !== false) {
            unset($response['headers']['content-length']);
            $response = ['status' => 304, 'body' => null] + $response;
        }
        return ['after' => $served['after']] + $response;
    }

    /**
     * Always the same; the requested headers are not parsed. By the Fetch standard `*` does not include Authorization.
     *
     * @return array<string, mixed>
     */
    public static function ofPreflight(?string $allowOrigin): array
    {
        $headers = ['allow' => self::METHODS] + self::cors($allowOrigin) + self::COMMON;
        unset($headers['content-type']);
        if ($allowOrigin !== null) {
            $headers['access-control-allow-methods'] = 'GET';
            $headers['access-control-allow-headers'] = 'Authorization, *';
            $headers['access-control-max-age'] = '86400';
        }
        return ['status' => 204, 'headers' => $headers, 'body' => null, 'after' => null];
    }

    /**
     * Where tokens are accepted, a cache may not use the response to a request with a token for one without, or the
     * other way around. What a token holder gets is stored nowhere.
     *
     * @param array<string, mixed> $response
     * @return array<string, mixed>
     */
    public static function varyByToken(array $response, bool $hasToken): array
    {
        $response['headers']['vary'] = 'Origin, Authorization';
        if ($hasToken) {
            $response['headers']['cache-control'] = 'private, no-store';
        }
        return $response;
    }

    /** @return array<string, string> */
    private static function cors(?string $allowOrigin): array
    {
        if ($allowOrigin === null) {
            return [];
        }
        return [
            'access-control-allow-origin' => $allowOrigin,
            'access-control-expose-headers' => 'Retry-After, X-Hasoffers-Rows',
        ];
    }
}
