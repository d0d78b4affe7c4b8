<?php

declare(strict_types=1);

namespace HasOffersProxy;

/** Calls HasOffers, with the budget, the next key after a rejection, and one more try after a broken connection. */
final class Upstream
{
    /** Milliseconds that a request waits for the budget; after that an error with Retry-After is better. */
    private const MAX_WAIT = 1500;

    /** @var Settings */
    private $settings;
    /** @var Keys */
    private $keys;
    /** @var Budget */
    private $budget;
    /** @var Counters */
    private $counters;
    /** @var Storage */
    private $storage;
    /** @var Log */
    private $log;
    /** @var callable(): int */
    private $clock;

    public function __construct(
        Settings $settings,
        Keys $keys,
        Budget $budget,
        Counters $counters,
        Storage $storage,
        Log $log,
        callable $clock
    ) {
        $this->settings = $settings;
        $this->keys = $keys;
        $this->budget = $budget;
        $this->counters = $counters;
        $this->storage = $storage;
        $this->log = $log;
        $this->clock = $clock;
    }

    /**
     * @param array<string, mixed> $call
     * @param bool $isKnown see Budget::take()
     * @return \Generator that yields while it waits and returns array{text: string, empty: bool}
     * @throws ProxyError
     */
    public function call(array $call, bool $isKnown): \Generator
    {
        try {
            return yield from $this->callWithRetries($call, $isKnown);
        } catch (ProxyError $error) {
            $this->counters->add('upstreamFailures');
            if (!in_array($error->errorCode, ['COOLING_DOWN', 'KEYS_REJECTED'], true)) {
                $details = ['code' => $error->errorCode, 'reason' => $error->reason, 'methodId' => $call['methodId']];
                $this->log->write('warn', 'upstream-failed', array_filter($details, 'is_string'));
            }
            throw $error;
        }
    }

    /** @param array<string, mixed> $call */
    private function callWithRetries(array $call, bool $isKnown): \Generator
    {
        $end = microtime(true) + $this->settings->upstreamTimeout / 1000;
        for ($triesLeft = 1;;) {
            $index = $this->keys->choose(($this->clock)());
            yield from $this->waitForBudget($isKnown);
            try {
                $response = yield from $this->callOnce($call, $index, $end);
                $this->keys->accepted($index);
                return $response;
            } catch (ProxyError $error) {
                if ($error->errorCode === 'UPSTREAM_AUTH' && $this->keys->rejected($index, ($this->clock)())) {
                    continue;
                }
                if (in_array($error->errorCode, ['UPSTREAM_PERMISSION', 'UPSTREAM_VALIDATION'], true)) {
                    $this->keys->accepted($index);
                }
                if ($error->errorCode === 'UPSTREAM_RATE_LIMIT') {
                    $this->budget->pause(($this->clock)());
                    throw new ProxyError('UPSTREAM_RATE_LIMIT', ['retryAfter' => 10]);
                }
                if (!$error->isBrokenConnection || $triesLeft === 0) {
                    throw $error;
                }
                $triesLeft -= 1;
                yield from self::rest(random_int(50, 150));
            }
        }
    }

    private function waitForBudget(bool $isKnown): \Generator
    {
        $wait = $this->budget->take($isKnown, ($this->clock)());
        if ($wait === 0) {
            return;
        }
        // One process at a time waits: the others are needed for visitors whose answer is in the cache.
        $lock = $wait <= self::MAX_WAIT ? $this->storage->lock('waiting', 0) : null;
        $end = $wait;
        if ($lock !== null) {
            try {
                yield from self::rest($wait + 2);
                $wait = $this->budget->take($isKnown, ($this->clock)());
            } finally {
                flock($lock, LOCK_UN);
            }
        }
        if ($wait > 0) {
            throw new ProxyError('BUDGET_EXHAUSTED', ['retryAfter' => max(1, (int) ceil(max($end, $wait) / 1000))]);
        }
    }

    /** @param array<string, mixed> $call */
    private function callOnce(array $call, int $index, float $end): \Generator
    {
        $credentials = Query::encode('api_key', $this->keys->key($index));
        if ($this->settings->sendsNetworkId) {
            $credentials = Query::encode('NetworkId', $this->settings->networkId) . "&$credentials";
        }
        $url = $this->settings->upstream . '?' . $call['query'] . "&$credentials";
        $this->counters->add('calls');
        $timeout = (int) (($end - microtime(true)) * 1000);
        if ($timeout <= 0) {
            throw new ProxyError('UPSTREAM_TIMEOUT');
        }
        $maxBytes = $call['method']['maxBytes'];
        $reply = extension_loaded('curl')
            ? yield from CurlTransport::get($url, $timeout, $maxBytes)
            : yield from StreamTransport::get($url, $timeout, $maxBytes);
        if ($reply['status'] !== 200) {
            throw self::toError($reply['status'], $reply['body']);
        }
        $response = Envelope::filter($reply['body'], $call);
        if ($this->keys->holdsKey($response['text'])) {
            throw new ProxyError('RESPONSE_BLOCKED');
        }
        return $response;
    }

    /** HasOffers' application always answers 200 (recorded); another status comes from something in front of it. */
    private static function toError(int $status, string $body): ProxyError
    {
        if ($status === 429) {
            return new ProxyError('UPSTREAM_RATE_LIMIT');
        }
        if ($status === 401) {
            return new ProxyError('UPSTREAM_AUTH');
        }
        if ($status >= 300 && $status < 400) {
            return new ProxyError('UPSTREAM_ERROR', ['reason' => 'redirect']);
        }
        $code = Envelope::classifyBody($body);
        $reason = "HTTP $status";
        return $status >= 500 && $code === 'UPSTREAM_ERROR'
            ? ProxyError::ofBrokenConnection($reason)
            : new ProxyError($code, ['reason' => $reason]);
    }

    private static function rest(int $milliseconds): \Generator
    {
        for ($end = microtime(true) + $milliseconds / 1000; microtime(true) < $end;) {
            usleep((int) max(1, min(20000, ($end - microtime(true)) * 1e6)));
            yield;
        }
    }
}
