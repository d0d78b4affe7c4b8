<?php

declare(strict_types=1);

namespace HasOffersProxy;

/**
 * A sliding window per client: the count of this minute and the part of the last one that still lies within 60 s. Two
 * numbers per client, in 256 files, so that a flood from many addresses cannot fill the disk.
 */
final class RateLimit
{
    private const MINUTE = 60000;
    private const MAX_PER_FILE = 100;

    /** @var Storage */
    private $storage;
    /** @var int */
    private $limit;

    public function __construct(Storage $storage, int $limit)
    {
        $this->storage = $storage;
        $this->limit = $limit;
    }

    /** Counts a request. @return int 0: allowed, else the seconds until the client may try again */
    public function take(?string $client, int $now): int
    {
        if ($this->limit === 0 || $client === null) {
            return 0;
        }
        // The address itself is written nowhere.
        $hash = hash('sha256', $client);
        $wait = 0;
        $change = function (array $counts) use ($hash, $now, &$wait): array {
            $id = substr($hash, 2, 24);
            [$start, $current, $previous] = $counts[$id] ?? [$now, 0, 0];
            // Written last: the first ones are those that have not been seen for longest.
            unset($counts[$id]);
            $windows = max(0, intdiv($now - $start, self::MINUTE));
            if ($windows > 0) {
                $previous = $windows === 1 ? $current : 0;
                $current = 0;
                $start += $windows * self::MINUTE;
            }
            $passed = max(0, $now - $start);
            if ($previous * (1 - $passed / self::MINUTE) + $current > $this->limit - 1) {
                $wait = max(1, (int) ceil($this->untilFree($current, $previous, $passed) / 1000));
            } else {
                $current += 1;
            }
            $counts[$id] = [$start, $current, $previous];
            return array_slice($counts, -self::MAX_PER_FILE, null, true);
        };
        $this->storage->update('clients-' . substr($hash, 0, 2), $change);
        return $wait;
    }

    private function untilFree(int $current, int $previous, int $passed): float
    {
        $max = $this->limit - 1;
        if ($current <= $max) {
            return self::MINUTE * (1 - ($max - $current) / $previous) - $passed;
        }
        return self::MINUTE - $passed + self::MINUTE * (1 - $max / $current);
    }
}
