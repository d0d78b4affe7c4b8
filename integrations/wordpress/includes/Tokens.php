<?php

namespace HasOffersWidgets;

use InvalidArgumentException;

/**
 * Tokens for signed-in elements, at `/?hasoffers-token=1`, for whom the filter `hasoffers_widgets_token` says so.
 */
final class Tokens
{
    public const PARAMETER = 'hasoffers-token';

    private const SCOPES = array('stats', 'conversions', 'payments', 'messages');
    /** About the whole account, so they cannot be restricted to some rows. */
    private const SCOPES_WITHOUT_LOCK = array('payments', 'messages');
    private const SUB_IDS = array('aff_sub', 'aff_sub2', 'aff_sub3', 'aff_sub4', 'aff_sub5', 'source');
    /** Seconds. */
    private const LIFETIME = 600;

    public static function path(): string
    {
        return wp_make_link_relative(home_url('/')) . '?' . self::PARAMETER . '=1';
    }

    /**
     * Answers a request for a token and ends; does nothing for all others.
     *
     * There is no nonce: a token changes nothing, no other site can read the response, and a nonce in a page that a
     * cache keeps would have expired.
     */
    public static function handle(): void
    {
        if (! isset($_GET[self::PARAMETER])) {
            return;
        }
        nocache_headers();
        header('Content-Type: text/plain; charset=utf-8');
        header('X-Content-Type-Options: nosniff');
        if (($_SERVER['REQUEST_METHOD'] ?? '') !== 'POST') {
            status_header(405);
            header('Allow: POST');
            exit;
        }
        $token = self::isForeign() ? null : self::mintFor(wp_get_current_user());
        if ($token === null) {
            status_header(401);
            exit;
        }
        // A signed text of letters, digits, dots, hyphens and underscores.
        echo $token;
        exit;
    }

    /** Sent by a page of another site, which could not read the response anyway. */
    private static function isForeign(): bool
    {
        $origin = $_SERVER['HTTP_ORIGIN'] ?? '';
        return $origin !== '' && wp_parse_url($origin, PHP_URL_HOST) !== wp_parse_url(home_url(), PHP_URL_HOST);
    }

    private static function mintFor(\WP_User $user): ?string
    {
        if (! $user->exists()) {
            return null;
        }
        /**
         * What a user who is logged in may see. Without this filter nobody sees figures of the account.
         *
         * @param array{scopes: string[], lock?: array<string, string|int[]>}|null $grant `null` = nothing. `scopes`:
         *     any of `stats`, `conversions`, `payments`, `messages`. `lock`: only rows with these sub-ids or offers.
         * @param \WP_User $user
         */
        $grant = apply_filters('hasoffers_widgets_token', null, $user);
        if ($grant === null) {
            return null;
        }
        try {
            return self::mint((string) $user->ID, is_array($grant) ? $grant : array());
        } catch (InvalidArgumentException $problem) {
            _doing_it_wrong('hasoffers_widgets_token', esc_html($problem->getMessage()), '0.1.0');
            return null;
        }
    }

    /**
     * A JSON web token, signed with HS256.
     *
     * @param array<string, mixed> $grant See the filter above.
     * @throws InvalidArgumentException If the grant is not as described: a mistake must not open the whole account.
     */
    private static function mint(string $subject, array $grant): string
    {
        $scopes = $grant['scopes'] ?? null;
        if (! is_array($scopes) || $scopes === array() || array_diff($scopes, self::SCOPES) !== array()) {
            throw new InvalidArgumentException('scopes must be a list of any of ' . implode(', ', self::SCOPES) . '.');
        }
        $now = time();
        $claims = array(
            'sub' => $subject,
            'aud' => Settings::networkId(),
            'iat' => $now,
            'exp' => $now + self::LIFETIME,
            'scope' => implode(' ', array_unique($scopes)),
        );
        if (array_key_exists('lock', $grant)) {
            if (array_intersect($scopes, self::SCOPES_WITHOUT_LOCK) !== array()) {
                throw new InvalidArgumentException('payments and messages cannot be granted with a lock.');
            }
            $claims['lock'] = self::checkLock($grant['lock']);
        }
        $header = array('alg' => 'HS256', 'typ' => 'JWT');
        $text = self::encode(wp_json_encode($header)) . '.' . self::encode(wp_json_encode($claims));
        // The first of several signs; the others are still accepted.
        $secret = trim(explode(',', Settings::tokenSecret())[0]);
        return $text . '.' . self::encode(hash_hmac('sha256', $text, $secret, true));
    }

    /**
     * @param mixed $lock
     * @return array<string, mixed>
     */
    private static function checkLock($lock): array
    {
        if (! is_array($lock) || $lock === array()) {
            throw new InvalidArgumentException('lock must name at least one sub-id or offer_ids.');
        }
        foreach ($lock as $name => $value) {
            $isSubId = in_array($name, self::SUB_IDS, true)
                && is_string($value) && preg_match('/^[a-z0-9._~:-]{1,64}\z/', $value);
            $isOffers = $name === 'offer_ids' && is_array($value) && $value !== array()
                && array_filter($value, 'is_numeric') === $value;
            if (! $isSubId && ! $isOffers) {
                throw new InvalidArgumentException(
                    'lock takes aff_sub to aff_sub5 and source (1 to 64 of a-z 0-9 . _ ~ : -), and offer_ids.'
                );
            }
        }
        return $lock;
    }

    private static function encode(string $bytes): string
    {
        return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    }
}
