<?php

declare(strict_types=1);

namespace HasOffersProxy;

/**
 * Finds a secret in a text in any form that it may have been encoded to: raw, in other case, percent-encoded (also
 * twice, also needlessly), hexadecimal, base64 and base64url at every alignment. The last line of defence: the
 * response schema should leave nothing to find.
 */
final class SecretScan
{
    /** @var string[] */
    private $exact = [];
    /** @var string[] */
    private $anyCase = [];

    /** @param string[] $secrets */
    public function __construct(array $secrets)
    {
        foreach ($secrets as $secret) {
            $this->anyCase[] = strtolower($secret);
            $this->anyCase[] = bin2hex($secret);
            foreach ([0, 1, 2] as $shift) {
                $this->exact[] = self::toBase64($secret, $shift);
                $this->exact[] = strtr(self::toBase64($secret, $shift), '+/', '-_');
            }
        }
    }

    public function finds(string $text): bool
    {
        foreach (self::unescape($text) as $form) {
            foreach ($this->exact as $secret) {
                if (strpos($form, $secret) !== false) {
                    return true;
                }
            }
            $lower = strtolower($form);
            foreach ($this->anyCase as $secret) {
                if (strpos($lower, $secret) !== false) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A secret inside a longer base64 text begins at one of three positions; the edges mix with their neighbours. */
    private static function toBase64(string $secret, int $shift): string
    {
        $encoded = rtrim(base64_encode(str_repeat("\0", $shift) . $secret), '=');
        $encoded = substr($encoded, $shift === 0 ? 0 : $shift + 1);
        return (strlen($secret) + $shift) % 3 === 0 ? $encoded : substr($encoded, 0, -1);
    }

    /** The text itself, and what percent-decoding makes of it, up to two rounds. @return string[] */
    private static function unescape(string $text): array
    {
        $forms = [$text];
        for ($round = 0; $round < 2 && strpos($text, '%') !== false; $round++) {
            $text = rawurldecode($text);
            $forms[] = $text;
        }
        return $forms;
    }
}
