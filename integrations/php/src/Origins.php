<?php

declare(strict_types=1);

namespace HasOffersProxy;

/**
 * Compares origins exactly; no pattern, no suffix, no reflection. This keeps other sites' pages out. It is no access
 * control: a program outside a browser simply sends no `Origin`.
 */
final class Origins
{
    /**
     * @param array<string, mixed> $request
     * @return string|null the value of Access-Control-Allow-Origin; null: none needed
     * @throws ProxyError ORIGIN_NOT_ALLOWED, CROSS_SITE_REQUEST
     */
    public static function check(array $request, Settings $settings): ?string
    {
        $headers = $request['headers'];
        $origin = $headers['origin'] ?? null;
        if ($settings->allowedOrigins === ['*']) {
            return $origin === null ? null : '*';
        }
        if ($origin === null) {
            // The browser says so when another site's page embeds this URL as a script, image or frame. Somebody who
            // follows a link to it sees plain text that no page can read.
            $isForeign = in_array($headers['sec-fetch-site'] ?? '', ['cross-site', 'same-site'], true);
            if ($isForeign && ($headers['sec-fetch-dest'] ?? '') !== 'document') {
                throw new ProxyError('CROSS_SITE_REQUEST');
            }
            return null;
        }
        $allowed = $settings->allowedOrigins ?? self::own($request, $settings->trustedHops);
        if (in_array($origin, $allowed, true)) {
            return $origin;
        }
        throw new ProxyError('ORIGIN_NOT_ALLOWED');
    }

    /**
     * The server's own origins. Behind a TLS terminator the server sees http where the page says https: a trusted one
     * says which it is, otherwise both count.
     *
     * @param array<string, mixed> $request
     * @return string[]
     */
    private static function own(array $request, int $trustedHops): array
    {
        $plain = self::toBrowserForm($request['origin']);
        $secure = self::toBrowserForm((string) preg_replace('/^http:/i', 'https:', $request['origin']));
        $seen = explode(',', $request['headers']['x-forwarded-proto'] ?? '');
        $protocol = trim($seen[count($seen) - $trustedHops] ?? $seen[0]);
        if ($trustedHops === 0 || $protocol === '') {
            return [$plain, $secure];
        }
        return [$protocol === 'https' ? $secure : $plain];
    }

    /**
     * RFC 9110 4.2.3: capitals and the scheme's own port make no other host. Browsers leave both out of `Origin`;
     * servers in front may put them into `Host`.
     */
    private static function toBrowserForm(string $origin): string
    {
        return (string) preg_replace('/^(http:.*):80$|^(https:.*):443$/D', '$1$2', strtolower($origin));
    }
}
