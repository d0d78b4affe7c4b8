<?php

declare(strict_types=1);

namespace HasOffersProxy;

/**
 * One HTTP request by the extension curl, read to the end within limits.
 *
 * A generator: it yields while it waits, so that a visitor can be answered from the cache in between.
 */
final class CurlTransport
{
    /**
     * @param int $timeout milliseconds for everything
     * @return \Generator that returns array{status: int, body: string}
     * @throws ProxyError UPSTREAM_TIMEOUT, UPSTREAM_ERROR, UPSTREAM_INVALID_RESPONSE (too large)
     */
    public static function get(string $url, int $timeout, int $maxBytes): \Generator
    {
        $body = '';
        $isTooLarge = false;
        $handle = curl_init($url);
        curl_setopt_array($handle, [
            CURLOPT_PROTOCOLS => CURLPROTO_HTTP | CURLPROTO_HTTPS,
            // A redirect would carry the key elsewhere.
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_NOSIGNAL => true,
            CURLOPT_TIMEOUT_MS => max(1, $timeout),
            CURLOPT_HTTPHEADER => ['Accept: application/json'],
            // The limit applies after decompression, so that a small compressed body cannot become a large one.
            CURLOPT_ENCODING => '',
            CURLOPT_WRITEFUNCTION => static function ($_, string $part) use (&$body, &$isTooLarge, $maxBytes): int {
                $isTooLarge = strlen($body) + strlen($part) > $maxBytes;
                $body .= $isTooLarge ? '' : $part;
                return $isTooLarge ? 0 : strlen($part);
            },
        ]);
        $multi = curl_multi_init();
        curl_multi_add_handle($multi, $handle);
        try {
            do {
                $status = curl_multi_exec($multi, $running);
                if ($running && $status === CURLM_OK) {
                    curl_multi_select($multi, 0.02);
                    yield;
                }
            } while ($running && $status === CURLM_OK);
            $result = curl_multi_info_read($multi);
            $code = $result === false ? CURLE_FAILED_INIT : $result['result'];
            $reply = ['status' => (int) curl_getinfo($handle, CURLINFO_RESPONSE_CODE), 'body' => $body];
        } finally {
            curl_multi_remove_handle($multi, $handle);
            curl_multi_close($multi);
        }
        // What curl says of this request is dropped on purpose: it can hold the URL, and the URL holds the key. Its
        // text for the code does not.
        if ($isTooLarge) {
            throw new ProxyError('UPSTREAM_INVALID_RESPONSE', ['reason' => 'too large']);
        }
        if ($code === CURLE_OPERATION_TIMEOUTED) {
            throw new ProxyError('UPSTREAM_TIMEOUT');
        }
        if ($code !== CURLE_OK) {
            throw ProxyError::ofBrokenConnection((string) curl_strerror($code));
        }
        return $reply;
    }
}
