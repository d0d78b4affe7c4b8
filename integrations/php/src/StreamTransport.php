<?php

declare(strict_types=1);

namespace HasOffersProxy;

/**
 * The same without curl, by PHP's own streams. It does not yield while it connects: when HasOffers hangs, one visitor
 * waits for the whole timeout before the cached response is served.
 */
final class StreamTransport
{
    /** @return \Generator that returns array{status: int, body: string} */
    public static function get(string $url, int $timeout, int $maxBytes): \Generator
    {
        $end = microtime(true) + $timeout / 1000;
        $context = stream_context_create([
            'http' => [
                'follow_location' => 0,
                'ignore_errors' => true,
                'timeout' => $timeout / 1000,
                'protocol_version' => 1.1,
                'header' => "Accept: application/json\r\nConnection: close",
            ],
            'ssl' => ['verify_peer' => true, 'verify_peer_name' => true],
        ]);
        // Silent: the warning would hold the URL, and the URL holds the key.
        $stream = @fopen($url, 'r', false, $context);
        if ($stream === false) {
            throw microtime(true) >= $end
                ? new ProxyError('UPSTREAM_TIMEOUT')
                : ProxyError::ofBrokenConnection('no connection');
        }
        try {
            $headers = implode("\n", stream_get_meta_data($stream)['wrapper_data'] ?? []);
            preg_match('#^HTTP/\S+ (\d{3})#', $headers, $status);
            $length = preg_match('/^content-length: *(\d+)/im', $headers, $found) ? (int) $found[1] : null;
            stream_set_blocking($stream, false);
            $body = '';
            while (!feof($stream)) {
                $part = (string) fread($stream, 65536);
                $body .= $part;
                if (strlen($body) > $maxBytes) {
                    throw new ProxyError('UPSTREAM_INVALID_RESPONSE', ['reason' => 'too large']);
                }
                if (microtime(true) >= $end) {
                    throw new ProxyError('UPSTREAM_TIMEOUT');
                }
                // Not by stream_select(), which throws for a stream of HTTP that has just ended.
                if ($part === '') {
                    usleep(2000);
                    yield;
                }
            }
        } finally {
            fclose($stream);
        }
        if ($length !== null && strlen($body) < $length) {
            throw ProxyError::ofBrokenConnection('connection closed');
        }
        return ['status' => (int) ($status[1] ?? 0), 'body' => $body];
    }
}
