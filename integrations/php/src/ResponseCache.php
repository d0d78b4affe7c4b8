<?php

declare(strict_types=1);

namespace HasOffersProxy;

/**
 * The cache of responses: fresh, stale while revalidating, stale while HasOffers fails. Concurrent requests for the
 * same query are coalesced, and after a failed call there is a pause. Only responses that match their schema are
 * stored.
 *
 * A served response is an array: `text`, `etag`, `from` (HIT, MISS, STALE), `policy`, `freshFor` (milliseconds) and
 * `after` (work to be done once the answer has been sent, or null).
 */
final class ResponseCache
{
    /** Milliseconds to wait for a call when a stale response could be served instead. */
    private const STALE_TIMEOUT = 300;
    private const MIN_COOL_DOWN = 5000;
    private const MAX_COOL_DOWN = 60000;
    /** Errors that the next call would meet again, for a while. */
    private const PERSISTENT_ERRORS = ['UPSTREAM_VALIDATION', 'UPSTREAM_PERMISSION', 'UPSTREAM_NETWORK_ID'];

    /** @var Storage */
    private $storage;
    /** @var Upstream */
    private $upstream;
    /** @var CacheFiles */
    private $files;
    /** @var Counters */
    private $counters;
    /** @var int Milliseconds. */
    private $timeout;
    /** @var callable(): int */
    private $clock;

    public function __construct(
        Storage $storage,
        Upstream $upstream,
        CacheFiles $files,
        Counters $counters,
        int $timeout,
        callable $clock
    ) {
        $this->storage = $storage;
        $this->upstream = $upstream;
        $this->files = $files;
        $this->counters = $counters;
        $this->timeout = $timeout;
        $this->clock = $clock;
    }

    /**
     * @param array<string, mixed> $call
     * @return array<string, mixed>
     * @throws ProxyError
     */
    public function find(array $call): array
    {
        $entry = $this->files->read($call, ($this->clock)());
        if ($entry === null) {
            return $this->serveFetched($call, null);
        }
        ['ttl' => $ttl, 'staleWhileRevalidate' => $revalidate, 'staleIfError' => $ifError] = $entry['policy'];
        $age = (($this->clock)() - $entry['storedAt']) / 1000;
        if ($age < $ttl) {
            $this->counters->add('hits');
            return $this->serve($entry, 'HIT');
        }
        if ($age >= $ttl + $revalidate + $ifError) {
            return $this->serveFetched($call, $entry);
        }
        if (($this->clock)() < ($this->files->readFailure($call)['retryAt'] ?? 0)) {
            return $this->serveStale($entry, null);
        }
        return $this->revalidate($call, $entry, $age < $ttl + $revalidate ? 0 : self::STALE_TIMEOUT);
    }

    /**
     * @param array<string, mixed> $call
     * @param array<string, mixed>|null $old
     * @return array<string, mixed>
     */
    private function serveFetched(array $call, ?array $old): array
    {
        $asked = ($this->clock)();
        $name = self::lockOf($call);
        $lock = $this->storage->lock($name, $this->timeout);
        $found = $this->findNewer($call, $old);
        if ($found === null) {
            $failure = $this->files->readFailure($call);
            // Another process has asked the same and failed while this one waited for it.
            if ($lock === null || ($failure['failedAt'] ?? 0) >= $asked || $this->isPersistent($failure)) {
                $this->giveBack($name, $lock);
                throw self::toError($failure);
            }
            foreach ($work = $this->fetch($call, $old, $lock) as $_) {
                continue;
            }
            $found = $work->getReturn();
        } else {
            $this->giveBack($name, $lock);
        }
        $this->counters->add('misses');
        return $this->serve($found, 'MISS');
    }

    /**
     * Serves the old response at once, or after a timeout when the new one has not come by then.
     *
     * @param array<string, mixed> $call
     * @param array<string, mixed> $old
     * @return array<string, mixed>
     */
    private function revalidate(array $call, array $old, int $timeout): array
    {
        $name = self::lockOf($call);
        // The timeout counts from the start of the call, so that who joins a hanging call late waits for less.
        $lock = $this->storage->lock($name, 0);
        if ($lock === null && $timeout > 0) {
            $passed = (microtime(true) - ($this->storage->startOf($name) ?? microtime(true))) * 1000;
            $lock = $this->storage->lock($name, (int) max(0, $timeout - $passed));
        }
        $found = $this->findNewer($call, $old);
        if ($found !== null) {
            $this->giveBack($name, $lock);
            $this->counters->add('misses');
            return $this->serve($found, 'MISS');
        }
        $isCoolingDown = ($this->clock)() < ($this->files->readFailure($call)['retryAt'] ?? 0);
        if ($lock === null || $isCoolingDown) {
            $this->giveBack($name, $lock);
            return $this->serveStale($old, null);
        }
        $work = $this->fetch($call, $old, $lock);
        $end = microtime(true) + $timeout / 1000;
        try {
            while ($timeout > 0 && microtime(true) < $end && $work->valid()) {
                $work->next();
            }
            if ($timeout > 0 && !$work->valid()) {
                $this->counters->add('misses');
                return $this->serve($work->getReturn(), 'MISS');
            }
        } catch (ProxyError $error) {
            return $this->serveStale($old, null);
        }
        return $this->serveStale($old, static function () use ($work): void {
            try {
                while ($work->valid()) {
                    $work->next();
                }
            } catch (ProxyError $error) {
                return; // noted by fetch(); the visitor has been answered
            }
        });
    }

    /**
     * Gets a response from HasOffers and stores it; on failure notes until when nobody tries again.
     *
     * @param array<string, mixed> $call
     * @param array<string, mixed>|null $old
     * @param resource $lock given back at the end
     * @return \Generator that yields while it waits and returns the entry
     * @throws ProxyError
     */
    private function fetch(array $call, ?array $old, $lock): \Generator
    {
        $this->storage->markStart($lock);
        try {
            ['text' => $text, 'empty' => $isEmpty] = yield from $this->upstream->call($call, $old !== null);
            $entry = $this->files->toEntry($call, $text, $isEmpty, ($this->clock)());
            $this->files->write($call, $entry);
            return $entry;
        } catch (ProxyError $error) {
            $this->noteFailure($call, $error);
            throw $error;
        } finally {
            $this->giveBack(self::lockOf($call), $lock);
        }
    }

    /** The pause grows while HasOffers fails; when the budget is used up, it ends when a call may be free. */
    private function noteFailure(array $call, ProxyError $error): void
    {
        $now = ($this->clock)();
        $count = $this->files->readFailure($call)['count'] ?? 0;
        $pause = min(self::MIN_COOL_DOWN * 2 ** $count, self::MAX_COOL_DOWN);
        if ($error->errorCode === 'BUDGET_EXHAUSTED') {
            $pause = min(($error->retryAfter ?? 1) * 1000, self::MIN_COOL_DOWN);
            $count -= 1;
        }
        $failure = [
            'failedAt' => $now,
            'retryAt' => $now + $pause,
            'count' => min(10, $count + 1),
            'code' => $error->errorCode,
            'retryAfter' => $error->retryAfter,
        ];
        $this->files->writeFailure($call, $failure);
    }

    /** @param array<string, mixed> $failure */
    private function isPersistent(array $failure): bool
    {
        return in_array($failure['code'] ?? '', self::PERSISTENT_ERRORS, true)
            && ($this->clock)() < $failure['failedAt'] + self::MIN_COOL_DOWN;
    }

    /** @param array<string, mixed> $failure */
    private static function toError(array $failure): ProxyError
    {
        $code = $failure['code'] ?? 'UPSTREAM_TIMEOUT';
        $retryAfter = $failure['retryAfter'] ?? null;
        return new ProxyError($code, $retryAfter === null ? [] : ['retryAfter' => $retryAfter]);
    }

    /** What another process has stored meanwhile. @return array<string, mixed>|null */
    private function findNewer(array $call, ?array $old): ?array
    {
        $found = $this->files->read($call, ($this->clock)());
        $isNewer = $found !== null && $found['storedAt'] > ($old['storedAt'] ?? 0);
        return $isNewer && ($this->clock)() - $found['storedAt'] < $found['policy']['ttl'] * 1000 ? $found : null;
    }

    /** @param resource|null $lock */
    private function giveBack(string $name, $lock): void
    {
        if ($lock !== null) {
            $this->storage->release($name, $lock);
        }
    }

    /** @return array<string, mixed> */
    private function serve(array $entry, string $from): array
    {
        $freshFor = max(0, $entry['policy']['ttl'] * 1000 - (($this->clock)() - $entry['storedAt']));
        return ['from' => $from, 'freshFor' => $freshFor, 'after' => null] + $entry;
    }

    /** @return array<string, mixed> */
    private function serveStale(array $entry, ?callable $after): array
    {
        $this->counters->add('staleAnswers');
        return ['after' => $after] + $this->serve($entry, 'STALE');
    }

    private static function lockOf(array $call): string
    {
        return 'call-' . hash('sha256', $call['key']);
    }
}
