<?php

declare(strict_types=1);

namespace HasOffersProxy;

/** Parses the body of HasOffers as untrusted input and writes a new one from the listed fields. */
final class Envelope
{
    /**
     * @param array<string, mixed> $call
     * @return array{text: string, empty: bool} the envelope, ready to be sent, and whether it holds no rows
     * @throws ProxyError UPSTREAM_*: HasOffers reports an error, or the body has an unknown form
     */
    public static function filter(string $body, array $call): array
    {
        $response = self::readResponse($body);
        // HasOffers answers its errors with HTTP 200; only `response.status` says so (documented and recorded).
        if (($response->status ?? null) !== 1 && ($response->status ?? null) !== 1.0) {
            throw new ProxyError(self::classify($response));
        }
        $data = $response->data ?? null;
        if (!property_exists($response, 'data')) {
            throw new ProxyError('UPSTREAM_INVALID_RESPONSE', ['reason' => 'unexpected data']);
        }
        $method = $call['method'];
        $data = $data === '' ? $method['empty'] : ResponseFilter::filter(SCHEMAS[$method['schema']], $data);
        if ($data === ResponseFilter::NO_MATCH) {
            throw new ProxyError('UPSTREAM_INVALID_RESPONSE', ['reason' => 'unexpected data']);
        }
        if ($call['lock'] !== null) {
            $data = Locks::dropForeignRows($data, $method, $call['lock']);
        }
        $text = Json::encode(['response' => [
            'status' => 1,
            'httpStatus' => 200,
            'data' => $data,
            'errors' => [],
            'errorMessage' => null,
        ]]);
        return ['text' => $text, 'empty' => self::isEmpty($data)];
    }

    /** The reason of a failure that the HTTP status already reports. */
    public static function classifyBody(string $body): string
    {
        try {
            return self::classify(self::readResponse($body));
        } catch (ProxyError $error) {
            return 'UPSTREAM_ERROR'; // not an envelope: a web server's own error page
        }
    }

    /** The data of a response of this proxy. @return mixed */
    public static function readData(string $text)
    {
        $envelope = json_decode($text);
        return $envelope instanceof \stdClass ? ($envelope->response->data ?? null) : null;
    }

    /** How many rows a response holds and how many HasOffers counted, as `100/180`; null: it holds them all. */
    public static function readRowCount(string $text): ?string
    {
        $page = self::readData($text);
        $rows = $page instanceof \stdClass ? ($page->data ?? null) : null;
        if (!is_array($rows) && !$rows instanceof \stdClass || !is_numeric($page->count ?? null)) {
            return null;
        }
        $held = count((array) $rows);
        return $held < $page->count + 0 ? $held . '/' . ($page->count + 0) : null;
    }

    private static function readResponse(string $body): \stdClass
    {
        try {
            $parsed = Json::decode((string) preg_replace('/^\xef\xbb\xbf/', '', $body));
        } catch (\JsonException $error) {
            throw new ProxyError('UPSTREAM_INVALID_RESPONSE', ['reason' => 'no JSON']);
        }
        $response = $parsed instanceof \stdClass ? ($parsed->response ?? null) : null;
        if (!$response instanceof \stdClass) {
            throw new ProxyError('UPSTREAM_INVALID_RESPONSE', ['reason' => 'no envelope']);
        }
        return $response;
    }

    /** HasOffers has no error codes, so errors are recognised by its documented and recorded messages. */
    private static function classify(\stdClass $response): string
    {
        // `errors` is a list in the envelope and an object before authentication (both recorded), so look at all of it.
        $messages = Json::encode([$response->errors ?? null, $response->errorMessage ?? null]);
        if (strpos($messages, 'Network id is not valid') !== false) {
            return 'UPSTREAM_NETWORK_ID';
        }
        if (preg_match('/exceeded (?:API )?rate limit/i', $messages)) {
            return 'UPSTREAM_RATE_LIMIT';
        }
        if (strpos($messages, 'is not authenticated') !== false || ($response->httpStatus ?? null) === 401) {
            return 'UPSTREAM_AUTH';
        }
        if (preg_match('/not permitted|is not approved/', $messages)) {
            return 'UPSTREAM_PERMISSION';
        }
        if (strpos($messages, '"attribute_name"') !== false) {
            return 'UPSTREAM_VALIDATION';
        }
        $isError = ($response->status ?? null) === -1 || property_exists($response, 'errors');
        return $isError ? 'UPSTREAM_ERROR' : 'UPSTREAM_INVALID_RESPONSE';
    }

    /** @param mixed $data */
    private static function isEmpty($data): bool
    {
        if ($data === null || $data === false || $data === '' || $data === []) {
            return true;
        }
        return $data instanceof \stdClass && property_exists($data, 'data') && self::isEmpty($data->data);
    }
}
