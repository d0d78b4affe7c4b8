<?php

declare(strict_types=1);

namespace HasOffersProxy;

/** Checks one value by the form that the policy's tables give it, and writes it in its one canonical spelling. */
final class Values
{
    /** What JavaScript calls white space; PCRE's \s is the ASCII part of it. */
    private const BLANK = '\s\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}';

    /**
     * @param array<string, mixed> $form
     * @param string[] $linkHosts
     * @return string|null null: not allowed
     */
    public static function parse(array $form, string $value, array $linkHosts): ?string
    {
        switch ($form['type']) {
            case 'pattern':
                return preg_match($form['pattern'], $value) ? $value : null;
            case 'integer':
                $isWhole = preg_match('/^(?:0|[1-9]\d{0,15})$/D', $value);
                return $isWhole && (int) $value >= $form['min'] && (int) $value <= $form['max'] ? $value : null;
            case 'oneOf':
                return self::parseName($form, $value);
            case 'text':
                return self::parseText($value);
            case 'link':
                return Links::parse($value, $linkHosts);
        }
        return null;
    }

    /** @param array<string, mixed> $form */
    private static function parseName(array $form, string $value): ?string
    {
        if (!in_array($value, $form['values'], true)) {
            return null;
        }
        $prefix = $form['prefix'] ?? '';
        return $prefix !== '' && strpos($value, $prefix) === 0 ? substr($value, strlen($prefix)) : $value;
    }

    private static function parseText(string $value): ?string
    {
        if (!preg_match('/[^' . self::BLANK . ']/u', $value) || self::length($value) > 200) {
            return null;
        }
        // With the extension intl the two spellings of "é" are one query; without it they are two.
        return class_exists('Normalizer') ? (string) \Normalizer::normalize($value) : $value;
    }

    /** In UTF-16 units, as JavaScript counts. */
    private static function length(string $text): int
    {
        return (int) preg_match_all('/./su', $text) + (int) preg_match_all('/[\x{10000}-\x{10ffff}]/u', $text);
    }
}
