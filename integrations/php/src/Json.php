<?php

declare(strict_types=1);

namespace HasOffersProxy;

/** JSON with objects kept apart from lists: `{}` and `[]` mean different things to clients of the API. */
final class Json
{
    /** @param mixed $value */
    public static function encode($value): string
    {
        // Valid JSON all the same; no browser, however old, can be talked into reading it as HTML.
        $flags = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_HEX_TAG | JSON_INVALID_UTF8_SUBSTITUTE;
        return (string) json_encode($value, $flags);
    }

    /**
     * @return mixed objects as \stdClass
     * @throws \JsonException
     */
    public static function decode(string $text)
    {
        $flags = JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR;
        try {
            return json_decode($text, false, 512, $flags);
        } catch (\JsonException $error) {
            if ($error->getCode() !== JSON_ERROR_UTF16) {
                throw $error;
            }
            // Half of an emoji, where a text was cut off. Other parsers let it pass, and one offer must not hide all.
            $halves = '/\\\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\\\u[dD][c-fC-F])|'
                . '(?<!\\\\u[dD][89abAB][0-9a-fA-F]{2})\\\\u[dD][c-fC-F][0-9a-fA-F]{2}/';
            return json_decode((string) preg_replace($halves, '\\ufffd', $text), false, 512, $flags);
        }
    }

    /** Decodes what this proxy has written itself. @return mixed arrays, or null when it is damaged */
    public static function decodeState(string $text)
    {
        return json_decode($text, true);
    }
}
