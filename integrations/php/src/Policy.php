<?php

declare(strict_types=1);

namespace HasOffersProxy;

/**
 * Which methods and parameters may be requested. The lists are generated (METHODS, PARAMETERS); this applies them.
 *
 * A parsed call is an array: `method` (its entry in METHODS), `methodId`, `query` (canonical, for HasOffers), `key`
 * (of the cache: the query, and the scope and lock that the answer is for) and `lock` (the rows that may be in the
 * answer, or null).
 */
final class Policy
{
    /** @var Settings */
    private $settings;

    public function __construct(Settings $settings)
    {
        $this->settings = $settings;
    }

    /**
     * @param array{scopes: string[], lock: array<string, string|string[]>|null}|null $access what the request's token
     *   permits; null: there was no token
     * @return array<string, mixed>
     * @throws ProxyError for everything that is not exactly allowed
     */
    public function parse(string $rawQuery, ?array $access, int $now): array
    {
        $parameters = Query::parse($rawQuery);
        // Target and Method together, in exact case: an allowed Target does not allow its other Methods.
        $methodId = self::readOnce($parameters, 'Target') . '::' . self::readOnce($parameters, 'Method');
        $method = $this->findOpen($methodId);
        if ($method === null) {
            throw new ProxyError('METHOD_NOT_ALLOWED');
        }
        if ($method['isPrivate'] && $access === null) {
            throw new ProxyError('TOKEN_MISSING');
        }
        if ($method['isPrivate'] && !in_array($method['scope'] ?? null, $access['scopes'], true)) {
            throw new ProxyError('SCOPE_MISSING');
        }
        $rest = array_filter($parameters, static function (array $parameter): bool {
            return $parameter[0] !== 'Target' && $parameter[0] !== 'Method';
        });
        $lock = $access['lock'] ?? null;
        if ($lock !== null) {
            Locks::reject($rest, $methodId, $method, $lock);
        }
        $table = self::tableOf($method['parameters'], $this->settings->linkHosts !== []);
        $values = $this->check($rest, $table);
        $values = ReportLimits::refine($method['refine'] ?? '', $values, $now);
        if ($lock !== null) {
            $values = Locks::apply($values, $method, $lock);
        }
        return self::toCall($methodId, $method, self::write($values, $table), $access);
    }

    /** How the proxy itself finds out whose messages to request. No page can call it. @return array<string, mixed> */
    public static function contextCall(): array
    {
        return self::toCall(CONTEXT_METHOD_ID, CONTEXT_METHOD, '', null);
    }

    /** Adds the user whose messages are requested. @param array<string, mixed> $call @return array<string, mixed> */
    public static function withUserId(array $call, string $userId): array
    {
        $parameter = '&' . Query::encode('affiliate_user_id', $userId);
        return ['query' => $call['query'] . $parameter, 'key' => $call['key'] . $parameter] + $call;
    }

    /** Why HASOFFERS_ALLOW may not name a method, as text that follows its name; null: it may. */
    public static function findAllowProblem(string $methodId): ?string
    {
        $access = METHODS[$methodId]['access'] ?? null;
        if ($access === 'public' || $access === 'extra') {
            return null;
        }
        if ($access === 'signed-in') {
            return "shows the affiliate's own figures and is only served for tokens (HASOFFERS_TOKEN_SECRET)";
        }
        [$target, $name] = explode('::', $methodId);
        $isForbidden = in_array($methodId, FORBIDDEN, true) || in_array("$target::*", FORBIDDEN, true);
        if ($isForbidden || preg_match(WRITERS, $name)) {
            return 'writes, or returns secrets or personal data, and is never served';
        }
        return 'is not known to this version, which has no list of its parameters and fields';
    }

    /**
     * The method, in the form that HASOFFERS_ALLOW opens: `+code` adds the HTML of creatives.
     *
     * @return array<string, mixed>|null
     */
    private function findOpen(string $methodId): ?array
    {
        $withCode = $methodId . '+code';
        if (isset(METHODS[$withCode]) && in_array($withCode, $this->settings->allow, true)) {
            return METHODS[$withCode];
        }
        // A name with a plus is no method of the API.
        $method = strpos($methodId, '+') === false ? METHODS[$methodId] ?? null : null;
        return $method !== null && $this->isOpen($methodId, $method) ? $method : null;
    }

    /** @param array<string, mixed> $method */
    private function isOpen(string $methodId, array $method): bool
    {
        if ($method['access'] === 'signed-in') {
            return isset($method['scope']) && $this->settings->tokenSecrets !== [];
        }
        return $method['access'] === 'public' || in_array($methodId, $this->settings->allow, true);
    }

    /**
     * The parameters of a method by their exact names. Groups with a `model` list bare names, each of which may also
     * be written with the model before its field: `sort[Offer.name]` means `sort[name]`.
     *
     * @return array<string, array<string, mixed>>
     */
    public static function tableOf(string $name, bool $hasLinkHosts): array
    {
        $table = [];
        foreach (PARAMETERS[$name] as $group) {
            if ($group['form']['type'] === 'link' && !$hasLinkHosts) {
                continue;
            }
            foreach ($group['names'] as $bare) {
                $table[$bare] = ['wire' => $bare] + $group;
                if (isset($group['model'])) {
                    $qualified = preg_replace('/\[/', '[' . $group['model'] . '.', $bare, 1);
                    $table[$qualified] = ['wire' => $bare] + $group;
                }
            }
        }
        return $table;
    }

    /**
     * Checked values by their name for HasOffers; each value of a list once.
     *
     * @param array<int, array{0: string, 1: string}> $parameters
     * @param array<string, array<string, mixed>> $table
     * @return array<string, string[]>
     */
    private function check(array $parameters, array $table): array
    {
        $values = [];
        $counts = [];
        $relations = [];
        foreach ($parameters as [$name, $value]) {
            $parameter = $table[$name] ?? null;
            if ($parameter === null) {
                throw ProxyError::ofParameter('UNKNOWN_PARAMETER', $name);
            }
            $wire = $parameter['wire'];
            $max = $parameter['max'] ?? 1;
            $counts[$wire] = ($counts[$wire] ?? 0) + 1;
            if ($counts[$wire] > $max) {
                throw $max === 1
                    ? ProxyError::ofParameter('DUPLICATE_PARAMETER', $name)
                    : ProxyError::ofParameter('BAD_PARAMETER', $name, "at most $max values");
            }
            $parsed = Values::parse($parameter['form'], $value, $this->settings->linkHosts);
            if ($parsed === null) {
                throw ProxyError::ofParameter('BAD_PARAMETER', $name, $parameter['expected']);
            }
            $values[$wire] = self::with($values[$wire] ?? [], $parsed);
            if (isset($parameter['relation'])) {
                $relations[] = $parameter['relation'];
            }
        }
        self::rejectMixedForms($values);
        return self::addDefaults($values, $table, $relations);
    }

    /** @param string[] $list @return string[] */
    public static function with(array $list, string $value): array
    {
        return in_array($value, $list, true) ? $list : array_merge($list, [$value]);
    }

    /** `a[b]=1&a=2` is a map to one parser and a text to another. @param array<string, string[]> $values */
    private static function rejectMixedForms(array $values): void
    {
        foreach (array_keys($values) as $name) {
            $end = strrpos($name, '[');
            if ($end !== false && isset($values[substr($name, 0, $end)])) {
                throw ProxyError::ofParameter('DUPLICATE_PARAMETER', $name);
            }
        }
    }

    /**
     * @param array<string, string[]> $values
     * @param array<string, array<string, mixed>> $table
     * @param string[] $relations that a filter needs to be contained
     * @return array<string, string[]>
     */
    private static function addDefaults(array $values, array $table, array $relations): array
    {
        foreach ($relations as $relation) {
            $values['contain[]'] = self::with($values['contain[]'] ?? [], $relation);
        }
        foreach ($table as $name => $parameter) {
            if (isset($values[$parameter['wire']])) {
                continue;
            }
            if ($parameter['required'] ?? false) {
                throw ProxyError::ofParameter('MISSING_PARAMETER', $name);
            }
            if (isset($parameter['fallback'])) {
                $values[$parameter['wire']] = [$parameter['fallback']];
            }
        }
        return $values;
    }

    /**
     * Writes checked parameters in canonical order, so that all spellings of one query share one cache entry.
     *
     * @param array<string, string[]> $values
     * @param array<string, array<string, mixed>> $table
     */
    private static function write(array $values, array $table): string
    {
        $ordered = [];
        $sorted = [];
        foreach ($values as $name => $list) {
            foreach ($list as $value) {
                if ($table[$name]['ordered'] ?? false) {
                    $ordered[] = Query::encode($name, $value);
                } else {
                    $sorted[] = Query::encode($name, $value);
                }
            }
        }
        if (count($ordered) > QUERY_LIMITS['sorts']) {
            throw ProxyError::ofParameter('BAD_PARAMETER', 'sort', 'at most ' . QUERY_LIMITS['sorts'] . ' fields');
        }
        sort($sorted, SORT_STRING);
        return implode('&', array_merge($sorted, $ordered));
    }

    /**
     * @param array<string, mixed> $method
     * @param array{scopes: string[], lock: array<string, string|string[]>|null}|null $access
     * @return array<string, mixed>
     */
    private static function toCall(string $methodId, array $method, string $parameters, ?array $access): array
    {
        [$target, $name] = explode('::', $methodId);
        $query = Query::encode('Target', $target) . '&' . Query::encode('Method', $name);
        $query .= $parameters === '' ? '' : "&$parameters";
        $isRestricted = $access !== null && ($method['isPrivate'] || isset($method['lockedBy']));
        $lock = $isRestricted ? $access['lock'] : null;
        // No query holds a blank, so no query can be made to look like the key of another.
        $key = $isRestricted ? $query . ' ' . ($method['scope'] ?? '') . ' ' . Locks::write($lock) : $query;
        return ['methodId' => $methodId, 'method' => $method, 'query' => $query, 'key' => $key, 'lock' => $lock];
    }

    /** @param array<int, array{0: string, 1: string}> $parameters */
    private static function readOnce(array $parameters, string $name): string
    {
        $found = [];
        foreach ($parameters as [$each, $value]) {
            if ($each === $name) {
                $found[] = $value;
            }
        }
        if (count($found) > 1) {
            throw ProxyError::ofParameter('DUPLICATE_PARAMETER', $name);
        }
        if ($found === []) {
            throw ProxyError::ofParameter('MISSING_PARAMETER', $name);
        }
        return $found[0];
    }
}
