<?php

declare(strict_types=1);

namespace HasOffersProxy;

/**
 * Key rotation. HasOffers invalidates a replaced key at once, so a rejection is remembered, the next key is used from
 * then on, and when none is left nothing is sent until a pause is over or the list has changed. Keys are remembered by
 * their position; the list itself by a hash, so that no key is written anywhere.
 */
final class Keys
{
    /** A rejected key is tried again after a minute, then after two, and so on: HasOffers approves keys by hand. */
    private const MIN_PAUSE = 60000;
    private const MAX_PAUSE = 600000;
    /** How long one call may take to probe a rejected key before the next call may. */
    private const PROBE_TIME = 30000;

    /** @var Storage */
    private $storage;
    /** @var string[] */
    private $keys;
    /** @var Log */
    private $log;
    /** @var SecretScan */
    private $scan;
    /** @var string */
    private $fingerprint;

    /** @param string[] $keys */
    public function __construct(Storage $storage, array $keys, Log $log)
    {
        $this->storage = $storage;
        $this->keys = $keys;
        $this->log = $log;
        $this->scan = new SecretScan($keys);
        $this->fingerprint = hash_hmac('sha256', implode(',', $keys), 'hasoffers-proxy keys');
    }

    public function holdsKey(string $text): bool
    {
        return $this->scan->finds($text);
    }

    /** Changes with the keys. Tells nothing about them. */
    public function fingerprint(): string
    {
        return $this->fingerprint;
    }

    public function key(int $index): string
    {
        return $this->keys[$index];
    }

    /**
     * The index of the key for the next call.
     *
     * @throws ProxyError KEYS_REJECTED while every key is known to be rejected
     */
    public function choose(int $now): int
    {
        $state = $this->stateOf($this->storage->read('keys'));
        if ($this->keys !== [] && $state['rejections'] === []) {
            return 0;
        }
        $index = -1;
        $retryAfter = 1;
        $this->storage->update('keys', function (array $stored) use ($now, &$index, &$retryAfter): array {
            $state = $this->stateOf($stored);
            $index = $this->findUsable($state, $now);
            if ($index === -1) {
                $ends = array_merge([$now + self::MAX_PAUSE], array_column($state['rejections'], 'until'));
                $retryAfter = max(1, (int) ceil((min($ends) - $now) / 1000));
                return $state;
            }
            $state['active'] = $index;
            // Half open, as in a circuit breaker: this call probes alone; for the others the key is still rejected.
            if (isset($state['rejections'][$index])) {
                $state['rejections'][$index]['until'] = $now + self::PROBE_TIME;
                $state['rejections'][$index]['isProbing'] = true;
            }
            return $state;
        });
        if ($index === -1) {
            throw new ProxyError('KEYS_REJECTED', ['retryAfter' => $retryAfter]);
        }
        return $index;
    }

    public function accepted(int $index): void
    {
        $before = $this->stateOf($this->storage->read('keys'));
        if (!isset($before['rejections'][$index]) && !$before['areAllRejected']) {
            return;
        }
        $this->storage->update('keys', function (array $stored) use ($index): array {
            $state = $this->stateOf($stored);
            unset($state['rejections'][$index]);
            $state['areAllRejected'] = false;
            return $state;
        });
        if ($before['areAllRejected']) {
            $this->log->write('info', 'keys-accepted', ['message' => 'HasOffers accepts an API key again.']);
        }
    }

    /** HasOffers replied "not authenticated". @return bool whether another key may be tried now */
    public function rejected(int $index, int $now): bool
    {
        $isNew = false;
        $isLast = false;
        $canTryAnother = false;
        $change = function (array $stored) use ($index, $now, &$isNew, &$isLast, &$canTryAnother): array {
            $state = $this->stateOf($stored);
            $before = $state['rejections'][$index] ?? null;
            // Concurrent calls meet the same rejected key; that is one rejection.
            $isNew = $before === null || $before['isProbing'];
            if ($isNew) {
                $count = ($before['count'] ?? 0) + 1;
                $pause = min(self::MIN_PAUSE * 2 ** ($count - 1), self::MAX_PAUSE);
                $state['rejections'][$index] = ['count' => $count, 'until' => $now + $pause, 'isProbing' => false];
            }
            $canTryAnother = $this->findUsable($state, $now) !== -1;
            $isLast = !$canTryAnother && !$state['areAllRejected'];
            $state['areAllRejected'] = !$canTryAnother;
            return $state;
        };
        $this->storage->update('keys', $change);
        $details = ['code' => 'UPSTREAM_AUTH', 'position' => $index + 1];
        if ($isLast) {
            $this->log->write('error', 'keys-rejected', ['message' => 'HasOffers rejects every configured API key: '
                . 'replaced, waiting for approval, denied, or the network has switched the API off. Put a valid key '
                . 'into HASOFFERS_API_KEY or into the file named by HASOFFERS_API_KEY_FILE. Until then cached '
                . 'responses are served and the keys are tried again every few minutes.'] + $details);
        } elseif ($isNew && $canTryAnother) {
            $message = 'HasOffers rejects an API key; the next one is used. Replace the rejected one.';
            $this->log->write('warn', 'key-rejected', ['message' => $message] + $details);
        }
        return $canTryAnother;
    }

    /** 1-based position of the key in use; null while all are rejected. */
    public function position(int $now): ?int
    {
        $index = $this->findUsable($this->stateOf($this->storage->read('keys')), $now);
        return $index === -1 ? null : $index + 1;
    }

    /**
     * Of this list of keys; of another one nothing is known.
     *
     * @param array<string, mixed> $stored
     * @return array<string, mixed>
     */
    private function stateOf(array $stored): array
    {
        if (($stored['keys'] ?? null) === $this->fingerprint) {
            return $stored;
        }
        return ['keys' => $this->fingerprint, 'active' => 0, 'areAllRejected' => false, 'rejections' => []];
    }

    /** From the active key onwards, so that a working key stays in use after its predecessor's pause is over. */
    private function findUsable(array $state, int $now): int
    {
        $count = count($this->keys);
        for ($step = 0; $step < $count; $step++) {
            $index = ($state['active'] + $step) % $count;
            if (($state['rejections'][$index]['until'] ?? 0) <= $now) {
                return $index;
            }
        }
        return -1;
    }
}
