<?php

declare(strict_types=1);

namespace HasOffersProxy;

/** What a token's lock does to a request and to the answer. */
final class Locks
{
    /**
     * The column of a report, the parameter of a tracking link and the allowed values for each name in a lock.
     *
     * @param array<string, string|string[]> $lock
     * @return array<int, array{column: string, link: string, allowed: string[]}>
     */
    private static function placesOf(array $lock): array
    {
        $places = [];
        foreach (LOCK_PLACES as $name => $place) {
            if (isset($lock[$name])) {
                $places[] = $place + ['allowed' => (array) $lock[$name]];
            }
        }
        return $places;
    }

    /** A lock as text: the same for the same restriction. @param array<string, string|string[]>|null $lock */
    public static function write(?array $lock): string
    {
        $written = [];
        foreach (self::placesOf($lock ?? []) as $place) {
            $written[] = $place['link'] . '=' . implode(',', $place['allowed']);
        }
        return implode('&', $written);
    }

    /**
     * Rejects what contradicts a lock: a filter or sort on a locked column, whatever its value; another value for a
     * tracking link; links that come with an offer, which have no sub-id; private methods that cannot be restricted.
     *
     * @param array<int, array{0: string, 1: string}> $parameters
     * @param array<string, mixed> $method
     * @param array<string, string|string[]> $lock
     * @throws ProxyError LOCKED
     */
    public static function reject(array $parameters, string $methodId, array $method, array $lock): void
    {
        if ($method['isPrivate'] && !isset($method['lockedBy'])) {
            throw new ProxyError('LOCKED', ['parameter' => $methodId]);
        }
        foreach ($parameters as [$name, $value]) {
            if (preg_match('/^TrackingLink(?:\.|$)/D', $value)) {
                throw new ProxyError('LOCKED', ['parameter' => 'TrackingLink']);
            }
            foreach (self::placesOf($lock) as $place) {
                // Whatever follows the column, so that the error does not depend on the operator.
                $isOn = preg_match('/^(?:filters|sort)\[(?:Stat\.)?(\w+)\]/', $name, $found)
                    && $found[1] === $place['column'];
                if (self::isReport($method) && $isOn) {
                    throw new ProxyError('LOCKED', ['parameter' => 'Stat.' . $place['column']]);
                }
                $isLink = ($method['lockedBy'] ?? '') === 'link' && $name === $place['link'];
                if ($isLink && !in_array($value, $place['allowed'], true)) {
                    throw new ProxyError('LOCKED', ['parameter' => $place['link']]);
                }
            }
        }
    }

    /**
     * Restricts a request to the rows of a lock. The locked columns are requested as well, so that each row can be
     * checked; in a grouped report they have to be groups for that.
     *
     * @param array<string, string[]> $values
     * @param array<string, mixed> $method
     * @param array<string, string|string[]> $lock
     * @return array<string, string[]>
     */
    public static function apply(array $values, array $method, array $lock): array
    {
        foreach (self::placesOf($lock) as $place) {
            $allowed = $place['allowed'];
            if (($method['lockedBy'] ?? '') === 'link' && count($allowed) === 1) {
                $values[$place['link']] = $allowed;
            }
            if (!self::isReport($method)) {
                continue;
            }
            $column = 'Stat.' . $place['column'];
            $values["filters[$column][conditional]"] = ['EQUAL_TO'];
            $values["filters[$column][values][]"] = $allowed;
            foreach (self::isShown($method, $allowed) ? ['fields[]', 'groups[]'] : [] as $list) {
                if (isset($values[$list])) {
                    $values[$list] = Policy::with($values[$list], $column);
                }
            }
        }
        return $values;
    }

    /**
     * Drops rows that have another value, or none, in a locked column: whether HasOffers compares exactly is not
     * documented. With a dropped row its part of the count goes, and the totals, which it is part of.
     *
     * @param mixed $data as the response schema left it
     * @param array<string, mixed> $method
     * @param array<string, string|string[]> $lock
     * @return mixed
     */
    public static function dropForeignRows($data, array $method, array $lock)
    {
        if (!self::isReport($method)) {
            return $data;
        }
        if (!$data instanceof \stdClass) {
            return [];
        }
        $places = self::placesOf($lock);
        $isOwn = static function ($row) use ($places, $method): bool {
            return self::isOwn($row, $places, $method);
        };
        $rows = $data->data ?? [];
        $isMap = $rows instanceof \stdClass;
        $all = $isMap ? get_object_vars($rows) : (is_array($rows) ? $rows : []);
        $own = array_filter($all, $isOwn);
        $kept = clone $data;
        $kept->data = $isMap ? (object) $own : array_values($own);
        $dropped = count($all) - count($own);
        if ($dropped > 0) {
            unset($kept->totals);
            if (isset($kept->count) && is_numeric($kept->count)) {
                $kept->count = max(count($own), $kept->count - $dropped);
            }
        }
        return $kept;
    }

    /**
     * @param mixed $row
     * @param array<int, array{column: string, link: string, allowed: string[]}> $places
     * @param array<string, mixed> $method
     */
    private static function isOwn($row, array $places, array $method): bool
    {
        $stat = $row instanceof \stdClass && ($row->Stat ?? null) instanceof \stdClass ? $row->Stat : new \stdClass();
        foreach ($places as ['column' => $column, 'allowed' => $allowed]) {
            if (!property_exists($stat, $column)) {
                if (self::isShown($method, $allowed)) {
                    return false;
                }
                continue;
            }
            $value = $stat->$column;
            if (!is_string($value) && !is_int($value) || !in_array((string) $value, $allowed, true)) {
                return false;
            }
        }
        return true;
    }

    /** @param array<string, mixed> $method */
    private static function isReport(array $method): bool
    {
        return in_array($method['lockedBy'] ?? '', ['rows', 'groups'], true);
    }

    /**
     * Whether each row shows the locked column. Not the sums of a lock on several offers: they would be split up by
     * offer, and so be another report than the one that was requested.
     *
     * @param array<string, mixed> $method
     * @param string[] $allowed
     */
    private static function isShown(array $method, array $allowed): bool
    {
        return ($method['lockedBy'] ?? '') === 'rows' || count($allowed) === 1;
    }
}
