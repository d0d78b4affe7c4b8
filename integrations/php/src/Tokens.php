<?php

declare(strict_types=1);

namespace HasOffersProxy;

/** Verifies the tokens that open the signed-in scope: JWTs, signed with HS256, whatever their header says. */
final class Tokens
{
    private const MAX_LIFETIME = 3600;
    /** Seconds, for servers whose clocks do not agree. */
    private const LEEWAY = 30;
    private const MAX_LENGTH = 8000;

    /** @var string[] */
    private $secrets;
    /** @var string */
    private $networkId;

    /** @param string[] $secrets each is accepted, so that one can be replaced */
    public function __construct(array $secrets, string $networkId)
    {
        $this->secrets = $secrets;
        $this->networkId = $networkId;
    }

    /**
     * The token of a request: what follows `Bearer`; null: there is none. Another scheme, such as the `Basic` that
     * browsers send to a site with a password, is none.
     *
     * @param array<string, string> $headers
     */
    public static function readBearer(array $headers): ?string
    {
        $isBearer = preg_match('/^bearer(?: +(.*))?$/iD', $headers['authorization'] ?? '', $found);
        return $isBearer ? trim($found[1] ?? '') : null;
    }

    /**
     * @param int $now milliseconds since 1970
     * @return array{scopes: string[], lock: array<string, string|string[]>|null}
     * @throws ProxyError TOKEN_INVALID, TOKEN_EXPIRED
     */
    public function verify(string $token, int $now): array
    {
        $parts = explode('.', $token);
        if (strlen($token) > self::MAX_LENGTH || count($parts) !== 3) {
            throw self::invalid('This is no token.');
        }
        [$header, $payload, $signature] = $parts;
        $head = self::decode($header);
        // Never what the token itself names: `none` and public-key algorithms are the known ways around a signature.
        if (($head->alg ?? null) !== 'HS256' || property_exists($head, 'crit')) {
            throw self::invalid('The token must be signed with HS256.');
        }
        if (!$this->isSigned("$header.$payload", $signature)) {
            throw self::invalid('The signature is not that of this secret.');
        }
        return $this->readClaims(self::decode($payload), intdiv($now, 1000));
    }

    private function isSigned(string $text, string $signature): bool
    {
        foreach ($this->secrets as $secret) {
            $expected = strtr(rtrim(base64_encode(hash_hmac('sha256', $text, $secret, true)), '='), '+/', '-_');
            if (hash_equals($expected, $signature)) {
                return true;
            }
        }
        return false;
    }

    /** @return array{scopes: string[], lock: array<string, string|string[]>|null} */
    private function readClaims(\stdClass $claims, int $now): array
    {
        $audience = (array) ($claims->aud ?? null);
        if (($claims->aud ?? null) instanceof \stdClass || !in_array($this->networkId, $audience, true)) {
            throw self::wrongClaim('aud');
        }
        $this->checkTimes($claims, $now);
        if (!is_string($claims->sub ?? null) || $claims->sub === '') {
            throw self::invalid('sub must be text.');
        }
        if (!is_string($claims->scope ?? null)) {
            throw self::invalid('scope must be words with blanks between.');
        }
        $lock = property_exists($claims, 'lock') ? self::readLock($claims->lock) : null;
        // A word that this version does not know opens nothing.
        return ['scopes' => array_intersect(explode(' ', $claims->scope), SCOPES), 'lock' => $lock];
    }

    private function checkTimes(\stdClass $claims, int $now): void
    {
        foreach (['iat', 'exp'] as $name) {
            if (!self::isNumber($claims->$name ?? null)) {
                throw self::wrongClaim($name);
            }
        }
        if (property_exists($claims, 'nbf') && (!self::isNumber($claims->nbf) || $claims->nbf > $now + self::LEEWAY)) {
            throw self::wrongClaim('nbf');
        }
        $age = $now - $claims->iat;
        if ($claims->exp <= $now - self::LEEWAY || $age - self::LEEWAY > self::MAX_LIFETIME) {
            throw new ProxyError('TOKEN_EXPIRED');
        }
        if ($age < -self::LEEWAY) {
            throw self::wrongClaim('iat');
        }
        if ($claims->exp - $claims->iat > self::MAX_LIFETIME) {
            throw self::invalid('exp must be at most ' . self::MAX_LIFETIME . ' seconds after iat.');
        }
    }

    /**
     * Strictly: what is not understood is refused and never left out, because a token with one restriction less shows
     * more than it should.
     *
     * @param mixed $value
     * @return array<string, string|string[]>
     */
    private static function readLock($value): array
    {
        if (!$value instanceof \stdClass) {
            throw self::invalid('lock must be an object.');
        }
        $lock = [];
        foreach (get_object_vars($value) as $name => $content) {
            if ($name === 'offer_ids') {
                $lock[$name] = self::readOfferIds($content);
            } elseif (!isset(LOCK_PLACES[$name])) {
                $names = implode(', ', array_keys(LOCK_PLACES));
                throw self::invalid("lock may hold $names, and nothing else.");
            } elseif (!is_string($content) || !preg_match(LOCK_VALUE, $content)) {
                throw self::invalid("lock $name must be 1 to 64 lower case letters, digits and . _ ~ : -.");
            } else {
                $lock[$name] = $content;
            }
        }
        if ($lock === []) {
            throw self::invalid('lock must hold at least one value.');
        }
        return $lock;
    }

    /** @param mixed $value @return string[] in ascending order, each once */
    private static function readOfferIds($value): array
    {
        $list = is_string($value) ? explode(',', $value) : $value;
        $ids = [];
        foreach (is_array($list) ? $list : [] as $id) {
            $text = is_int($id) || is_float($id) ? (string) $id : $id;
            if (!is_string($text) || !preg_match('/^[1-9]\d{0,9}$/D', $text)) {
                $ids = [];
                break;
            }
            $ids[] = $text;
        }
        if ($ids === [] || count($list) > 100) {
            throw self::invalid('lock offer_ids must be a list of 1 to 100 ids of offers.');
        }
        $ids = array_values(array_unique($ids));
        sort($ids, SORT_NUMERIC);
        return $ids;
    }

    private static function decode(string $part): \stdClass
    {
        $bytes = preg_match('/^[A-Za-z0-9_-]+$/D', $part) ? base64_decode(strtr($part, '-_', '+/'), true) : false;
        $value = $bytes === false ? null : json_decode($bytes);
        if (!$value instanceof \stdClass) {
            throw self::invalid('This is no token.');
        }
        return $value;
    }

    /** @param mixed $value */
    private static function isNumber($value): bool
    {
        return is_int($value) || is_float($value);
    }

    private static function wrongClaim(string $name): ProxyError
    {
        return self::invalid("The token has the wrong $name, or none.");
    }

    private static function invalid(string $message): ProxyError
    {
        return new ProxyError('TOKEN_INVALID', ['message' => $message]);
    }
}
