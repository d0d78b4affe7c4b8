<?php

declare(strict_types=1);

namespace HasOffersProxy;

/** Parameters of reports that depend on each other, after each was checked by itself. */
final class ReportLimits
{
    private const DAY = 86400;

    /**
     * @param string $which as METHODS says; '' for methods without such rules
     * @param array<string, string[]> $values
     * @param int $now milliseconds since 1970
     * @return array<string, string[]>
     * @throws ProxyError
     */
    public static function refine(string $which, array $values, int $now): array
    {
        if ($which === 'stats') {
            return self::refineStats($values);
        }
        return $which === 'conversions' ? self::refineConversions($values, $now / 1000) : $values;
    }

    /**
     * Days are few whatever the account does; sub-ids, say, can be 50,000.
     *
     * @param array<string, string[]> $values
     * @return array<string, string[]>
     */
    private static function refineStats(array $values): array
    {
        $max = REPORT_LIMITS['maxRows'];
        $isByDate = in_array('Stat.date', $values['groups[]'] ?? [], true);
        if ((int) ($values['limit'][0] ?? 0) > $max && !$isByDate) {
            throw ProxyError::ofParameter('BAD_PARAMETER', 'limit', "at most $max unless groups[] has Stat.date");
        }
        return self::writeSingleDays($values);
    }

    /**
     * A range from a day to itself is one value, since equal values of a list are one.
     *
     * @param array<string, string[]> $values
     * @return array<string, string[]>
     */
    private static function writeSingleDays(array $values): array
    {
        foreach (REPORT_LIMITS['dateColumns'] as $column) {
            $conditional = "filters[$column][conditional]";
            $isOneValue = count($values["filters[$column][values][]"] ?? []) === 1;
            if ($isOneValue && in_array('BETWEEN', $values[$conditional] ?? [], true)) {
                $values[$conditional] = ['EQUAL_TO'];
            }
        }
        return $values;
    }

    /**
     * Bounds the log of conversions, which HasOffers keeps for 25 months and sends as a whole. The range is that of
     * the parameters, else that of the filter, else the last days up to tomorrow, which it may be already in the
     * network's zone.
     *
     * @param array<string, string[]> $values
     * @return array<string, string[]>
     */
    private static function refineConversions(array $values, float $now): array
    {
        $filtered = [];
        foreach (REPORT_LIMITS['dateColumns'] as $column) {
            foreach ($values["filters[$column][values][]"] ?? [] as $value) {
                $filtered[] = self::toTime($value);
            }
        }
        $days = REPORT_LIMITS['maxConversionDays'];
        $span = ($days - 1) * self::DAY;
        $from = isset($values['data_start']) ? self::toTime($values['data_start'][0]) : null;
        $to = isset($values['data_end']) ? self::toTime($values['data_end'][0]) : null;
        $from = $from ?? ($filtered === [] ? null : min($filtered));
        $to = $to ?? ($filtered === [] ? null : max($filtered));
        $end = $to ?? ($from === null ? $now + self::DAY : $from + $span);
        $start = $from ?? $end - $span;
        $isWithin = $end - $start <= $span;
        foreach ($filtered as $time) {
            $isWithin = $isWithin && $time >= $start && $time <= $end;
        }
        if (!$isWithin) {
            $hint = "at most $days days, the same as in the filter";
            throw ProxyError::ofParameter('BAD_PARAMETER', 'data_start', $hint);
        }
        $first = gmdate('Y-m-d', (int) floor($start));
        $last = gmdate('Y-m-d', (int) floor($end));
        $values += ['data_start' => [$first], 'data_end' => [$last]];
        if ($filtered === []) {
            $values['filters[Stat.datetime][conditional]'] = ['BETWEEN'];
            $values['filters[Stat.datetime][values][]'] = ["$first 00:00:00", "$last 23:59:59"];
        }
        return self::writeSingleDays($values);
    }

    /** Seconds since 1970; NAN, which is within no range, for the months and days 00 that the API knows as "never". */
    private static function toTime(string $date): float
    {
        [$year, $month, $day] = array_map('intval', explode('-', substr($date, 0, 10)));
        if ($month === 0 || $day === 0) {
            return NAN;
        }
        return (float) (new \DateTimeImmutable('@0'))->setDate($year, $month, $day)->getTimestamp();
    }
}
