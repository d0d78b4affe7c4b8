<?php

declare(strict_types=1);

namespace HasOffersProxy;

/**
 * How many calls to HasOffers may be made, by all processes together: a log of the calls of the last window.
 *
 * A sliding log: a token bucket of the same size lets nearly twice as many through in some window, and so does a
 * counter that starts anew every ten seconds.
 */
final class Budget
{
    /** HasOffers docs: 50 requests per 10 seconds. */
    private const UPSTREAM_WINDOW = 10000;
    /** Two calls may arrive closer together than they were sent. */
    private const WINDOW = 10500;
    /**
     * New queries may use a part only, so that a flood of invented ones cannot keep known ones from being refreshed.
     *
     */
    private const PART_FOR_NEW = 0.75;

    /** @var Storage */
    private $storage;
    /** @var int */
    private $limit;

    public function __construct(Storage $storage, int $limit)
    {
        $this->storage = $storage;
        $this->limit = $limit;
    }

    /**
     * Takes one call out of the budget.
     *
     * @param bool $isKnown the cache has, or had, a response to this query
     * @return int 0: go ahead, else the milliseconds until a call may be free
     * @throws ProxyError COOLING_DOWN after HasOffers itself has said that its limit is reached
     */
    public function take(bool $isKnown, int $now): int
    {
        $wait = 0;
        $pause = 0;
        $change = function (array $state) use ($isKnown, $now, &$wait, &$pause): array {
            $calls = $this->prune($state, $now);
            $pause = ($state['pausedUntil'] ?? 0) - $now;
            $new = array_values(array_filter($calls, static function (array $call): bool {
                return $call[1] === 1;
            }));
            $maxNew = max(1, (int) floor($this->limit * self::PART_FOR_NEW));
            $wait = max(
                self::untilFree($calls, $this->limit, $now),
                $isKnown ? 0 : self::untilFree($new, $maxNew, $now)
            );
            if ($pause <= 0 && $wait === 0) {
                $calls[] = [$now, $isKnown ? 0 : 1];
            }
            return ['calls' => $calls] + $state;
        };
        // What cannot be counted is not called.
        $isCounted = $this->storage->update('budget', $change);
        if ($pause > 0) {
            throw new ProxyError('COOLING_DOWN', ['retryAfter' => (int) ceil($pause / 1000)]);
        }
        return $isCounted ? $wait : self::WINDOW;
    }

    /** No call at all for ten seconds. */
    public function pause(int $now): void
    {
        $this->storage->update('budget', static function (array $state) use ($now): array {
            return ['pausedUntil' => $now + self::UPSTREAM_WINDOW] + $state;
        });
    }

    /** Calls that may be made at this moment. */
    public function left(int $now): int
    {
        $state = $this->storage->read('budget');
        if (($state['pausedUntil'] ?? 0) > $now) {
            return 0;
        }
        return max(0, $this->limit - count($this->prune($state, $now)));
    }

    /**
     * @param array<string, mixed> $state
     * @return array<int, array{0: int, 1: int}> times, and whether the query was new
     */
    private function prune(array $state, int $now): array
    {
        return array_values(array_filter($state['calls'] ?? [], static function (array $call) use ($now): bool {
            return $call[0] >= $now - self::WINDOW;
        }));
    }

    /** @param array<int, array{0: int, 1: int}> $calls */
    private static function untilFree(array $calls, int $max, int $now): int
    {
        $blocking = $calls[count($calls) - $max] ?? null;
        return $blocking === null ? 0 : max(1, $blocking[0] + self::WINDOW + 1 - $now);
    }
}
