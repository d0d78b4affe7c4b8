<?php

declare(strict_types=1);

namespace HasOffersProxy;

/** Routes a request through every check, the cheap ones first. Never throws. */
final class Proxy
{
    /** @var Settings */
    private $settings;
    /** @var callable(): int Milliseconds since 1970. */
    private $clock;
    /** @var Storage */
    private $storage;
    /** @var Log */
    private $log;
    /** @var Counters */
    private $counters;
    /** @var Keys */
    private $keys;
    /** @var Budget */
    private $budget;
    /** @var ResponseCache */
    private $cache;
    /** @var Policy */
    private $policy;

    public function __construct(Settings $settings, callable $clock)
    {
        $this->settings = $settings;
        $this->clock = $clock;
        $this->storage = new Storage($settings->storage);
        $this->log = new Log($this->storage, $clock());
        $this->counters = new Counters($this->storage);
        $this->keys = new Keys($this->storage, $settings->keys, $this->log);
        $this->budget = new Budget($this->storage, $settings->upstreamBudget);
        $upstream = new Upstream(
            $settings,
            $this->keys,
            $this->budget,
            $this->counters,
            $this->storage,
            $this->log,
            $clock
        );
        $timeout = $settings->upstreamTimeout;
        $files = new CacheFiles($this->storage, $this->keys);
        $this->cache = new ResponseCache($this->storage, $upstream, $files, $this->counters, $timeout, $clock);
        $this->policy = new Policy($settings);
    }

    /**
     * @param array<string, mixed> $request see handle()
     * @return array<string, mixed>
     */
    public function handle(array $request): array
    {
        if ($this->settings->keyFileProblem !== null) {
            $message = "HASOFFERS_API_KEY_FILE {$this->settings->keyFileProblem}. Cached responses are served.";
            $this->log->write('error', 'key-file-unusable', ['message' => $message]);
        }
        $token = $this->settings->tokenSecrets === [] ? null : Tokens::readBearer($request['headers']);
        $allowOrigin = null;
        try {
            if (!in_array($request['path'], ['', '/', '/health'], true)) {
                throw new ProxyError('NOT_FOUND');
            }
            $allowOrigin = Origins::check($request, $this->settings);
            $response = $this->route($request, $token, $allowOrigin);
        } catch (\Throwable $error) {
            $response = $this->refuse($error, $allowOrigin);
        }
        if ($this->settings->tokenSecrets !== []) {
            $response = Responses::varyByToken($response, $token !== null);
        }
        $response['after'] = $this->finishing($response['after']);
        return $response;
    }

    /** @param array<string, mixed> $request @return array<string, mixed> */
    private function route(array $request, ?string $token, ?string $allowOrigin): array
    {
        if ($request['method'] === 'OPTIONS') {
            return Responses::ofPreflight($allowOrigin);
        }
        if ($request['method'] !== 'GET' && $request['method'] !== 'HEAD') {
            throw new ProxyError('HTTP_METHOD_NOT_ALLOWED');
        }
        if ($request['path'] === '/health') {
            return Responses::ofJson(200, $this->readHealth(), $allowOrigin, ['cache-control' => 'no-store']);
        }
        $now = ($this->clock)();
        $forwarded = $request['headers']['x-forwarded-for'] ?? null;
        $client = ClientAddress::read($request['address'], $forwarded, $this->settings->trustedHops);
        $retryAfter = (new RateLimit($this->storage, $this->settings->clientLimit))->take($client, $now);
        if ($retryAfter > 0) {
            throw new ProxyError('CLIENT_LIMIT', ['retryAfter' => $retryAfter]);
        }
        $access = null;
        if ($token !== null) {
            // A token that is refused is never treated like none: a tracking link would come without the lock's sub-id.
            $access = (new Tokens($this->settings->tokenSecrets, $this->settings->networkId))->verify($token, $now);
        }
        $call = $this->addUserId($this->policy->parse($request['query'], $access, $now));
        $ifNoneMatch = $request['headers']['if-none-match'] ?? null;
        return Responses::ofCached($this->cache->find($call), $call['method']['isPrivate'], $allowOrigin, $ifNoneMatch);
    }

    /**
     * Whose messages are requested is the proxy's to decide: as configured, else the user of the API key, whom
     * HasOffers is asked for once.
     *
     * @param array<string, mixed> $call
     * @return array<string, mixed>
     */
    private function addUserId(array $call): array
    {
        if (!($call['method']['needsUserId'] ?? false)) {
            return $call;
        }
        $userId = $this->settings->affiliateUserId;
        if ($userId === null) {
            $served = $this->cache->find(Policy::contextCall());
            if ($served['after'] !== null) {
                $served['after']();
            }
            $context = Envelope::readData($served['text']);
            $userId = $context instanceof \stdClass ? (string) ($context->AffiliateUser->id ?? '') : '';
            if (!preg_match('/^[1-9]\d{0,9}$/D', $userId)) {
                throw new ProxyError('UPSTREAM_INVALID_RESPONSE');
            }
        }
        return Policy::withUserId($call, $userId);
    }

    /** @return array<string, mixed> */
    private function refuse(\Throwable $error, ?string $allowOrigin): array
    {
        if (!$error instanceof ProxyError) {
            // Where it happened is our own code; the message may hold anything and is left out.
            $where = basename($error->getFile()) . ':' . $error->getLine();
            $this->log->write('error', 'internal-error', ['code' => 'INTERNAL_ERROR', 'where' => $where]);
            $error = new ProxyError('INTERNAL_ERROR');
        }
        // A client may send a key as a parameter's name: neither the response nor the log repeats it.
        if ($error->parameter !== null && $this->keys->holdsKey($error->getMessage())) {
            $error = new ProxyError($error->errorCode);
        }
        if ($error->status < 500) {
            $details = ['code' => $error->errorCode];
            $details += $error->parameter === null ? [] : ['parameter' => $error->parameter];
            $this->log->write('info', 'refused', $details);
        }
        $this->counters->add($error->status < 500 ? 'refusals' : 'errors');
        return Responses::ofError($error, $allowOrigin);
    }

    /** The report for monitoring. Numbers and states only, so that it holds no secret. */
    private function readHealth(): string
    {
        $now = ($this->clock)();
        $keyInUse = $this->keys->position($now);
        [$entries, $bytes] = $this->storage->size();
        return Json::encode(['status' => $keyInUse === null ? 'degraded' : 'ok'] + $this->counters->read() + [
            'keyInUse' => $keyInUse,
            'budgetLimit' => $this->settings->upstreamBudget,
            'budgetLeft' => $this->budget->left($now),
            'store' => 'ok',
            'cacheEntries' => $entries,
            'cacheBytes' => $bytes,
        ]);
    }

    /** Work for after the response: what the cache has left, and the counters. */
    private function finishing(?callable $work): callable
    {
        return function () use ($work): void {
            try {
                if ($work !== null) {
                    $work();
                }
                $this->counters->write();
            } catch (\Throwable $error) {
                $this->refuse($error, null);
            }
        };
    }
}
