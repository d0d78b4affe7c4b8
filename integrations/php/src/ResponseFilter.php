<?php

declare(strict_types=1);

namespace HasOffersProxy;

/**
 * Copies the fields that a schema lists out of an untrusted value and drops everything else.
 *
 * Schemas come from the policy's tables: `scalar`, or an array with one of `maxBytes` (a scalar whose text has no more
 * bytes), `fields` (names of scalars, with `nested`), `map` (a pattern of keys, with `of`), `list`, `either` and `rows`
 * (rows by id, bare or as a page).
 */
final class ResponseFilter
{
    /** For a value that does not match; never sent to a client. */
    public const NO_MATCH = "\0no match";

    private const PAGE = ['fields' => ['page', 'current', 'count', 'pageCount']];

    /**
     * @param string|array<string, mixed> $schema
     * @param mixed $value as decoded from JSON, objects as \stdClass
     * @return mixed
     */
    public static function filter($schema, $value)
    {
        if ($schema === 'scalar') {
            return self::filterScalar($value);
        }
        if (isset($schema['maxBytes'])) {
            $isTooLong = is_string($value) && strlen($value) > $schema['maxBytes'];
            return $isTooLong ? self::NO_MATCH : self::filterScalar($value);
        }
        if (isset($schema['fields'])) {
            return self::filterRecord(array_fill_keys($schema['fields'], 'scalar') + ($schema['nested'] ?? []), $value);
        }
        if (isset($schema['map'])) {
            return self::filterMap($schema['map'], $schema['of'], $value);
        }
        if (isset($schema['list'])) {
            return self::filterList($schema['list'], $value);
        }
        if (isset($schema['rows'])) {
            return self::filterRows($schema['rows'], $value);
        }
        foreach ($schema['either'] as $each) {
            $filtered = self::filter($each, $value);
            if ($filtered !== self::NO_MATCH) {
                return $filtered;
            }
        }
        return self::NO_MATCH;
    }

    /** @param mixed $value @return mixed */
    private static function filterScalar($value)
    {
        if (is_float($value)) {
            return is_finite($value) ? $value : self::NO_MATCH;
        }
        return $value === null || is_scalar($value) ? $value : self::NO_MATCH;
    }

    /**
     * An object with these fields. `[]`, `null` and `false` stand for "none" and pass as they are.
     *
     * @param array<string, mixed> $fields
     * @param mixed $value
     * @return mixed
     */
    private static function filterRecord(array $fields, $value)
    {
        if ($value === null || $value === false || $value === []) {
            return $value;
        }
        if (!$value instanceof \stdClass) {
            return self::NO_MATCH;
        }
        $filtered = new \stdClass();
        foreach ($fields as $name => $schema) {
            $found = property_exists($value, $name) ? self::filter($schema, $value->$name) : self::NO_MATCH;
            if ($found !== self::NO_MATCH) {
                $filtered->$name = $found;
            }
        }
        return self::wasEmptied($value, $filtered) ? self::NO_MATCH : $filtered;
    }

    /**
     * @param string|array<string, mixed> $schema
     * @param mixed $value
     * @return mixed
     */
    private static function filterMap(string $keys, $schema, $value)
    {
        if ($value === null || $value === false) {
            return $value;
        }
        if (is_array($value)) {
            return self::filterList($schema, $value);
        }
        if (!$value instanceof \stdClass) {
            return self::NO_MATCH;
        }
        $filtered = new \stdClass();
        foreach (get_object_vars($value) as $key => $item) {
            $name = (string) $key;
            $found = preg_match($keys, $name) ? self::filter($schema, $item) : self::NO_MATCH;
            if ($found !== self::NO_MATCH) {
                $filtered->$name = $found;
            }
        }
        return self::wasEmptied($value, $filtered) ? self::NO_MATCH : $filtered;
    }

    /**
     * @param string|array<string, mixed> $schema
     * @param mixed $value
     * @return mixed
     */
    private static function filterList($schema, $value)
    {
        if (!is_array($value)) {
            return self::NO_MATCH;
        }
        $filtered = [];
        foreach ($value as $item) {
            $found = self::filter($schema, $item);
            if ($found !== self::NO_MATCH) {
                $filtered[] = $found;
            }
        }
        return $filtered === [] && $value !== [] ? self::NO_MATCH : $filtered;
    }

    /**
     * @param string|array<string, mixed> $schema
     * @param mixed $value
     * @return mixed
     */
    private static function filterRows($schema, $value)
    {
        if (!$value instanceof \stdClass || !property_exists($value, 'data')) {
            return self::filterMap('/^\d{1,20}$/D', $schema, $value);
        }
        $rows = self::filterMap('/^\d{1,20}$/D', $schema, $value->data === '' ? [] : $value->data);
        $page = self::filter(self::PAGE, $value);
        if ($rows === self::NO_MATCH || !$page instanceof \stdClass) {
            return self::NO_MATCH;
        }
        $page->data = $rows;
        return $page;
    }

    /** The value had fields and none of them is listed: a response of another kind, not an empty one. */
    private static function wasEmptied(\stdClass $value, \stdClass $filtered): bool
    {
        return get_object_vars($filtered) === [] && get_object_vars($value) !== [];
    }
}
