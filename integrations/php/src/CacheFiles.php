<?php

declare(strict_types=1);

namespace HasOffersProxy;

/**
 * The files of the cache, one for each query: a line of JSON about the response, then the response as it is sent.
 * Beside it, after a failed call, a file about the failure.
 *
 * An entry is an array: `text`, `etag`, `empty` (it holds no rows), `storedAt` (milliseconds) and `policy` (its spans
 * of time).
 */
final class CacheFiles
{
    private const MAX_ENTRIES = 5000;
    private const MAX_BYTES = 64000000;

    /** @var Storage */
    private $storage;
    /** @var Keys */
    private $keys;

    public function __construct(Storage $storage, Keys $keys)
    {
        $this->storage = $storage;
        $this->keys = $keys;
    }

    /** @return array<string, mixed> */
    public function toEntry(array $call, string $text, bool $isEmpty, int $storedAt): array
    {
        $kind = $call['method']['kind'];
        $isAccount = $kind === 'private' || $kind === 'balance';
        return [
            'text' => $text,
            'etag' => '"' . base64_encode(substr(hash('sha256', $text, true), 0, 15)) . '"',
            'empty' => $isEmpty,
            'storedAt' => $storedAt,
            'policy' => CACHE_POLICIES[$isEmpty && !$isAccount ? 'empty' : $kind],
        ];
    }

    /** A response that is newer than a failure ends it. @param array<string, mixed> $entry */
    public function write(array $call, array $entry): void
    {
        $head = ['key' => $call['key'], 'etag' => $entry['etag'], 'empty' => $entry['empty']];
        $head += ['storedAt' => $entry['storedAt'], 'scan' => $this->keys->fingerprint()];
        $this->storage->writeFile(self::fileOf($call), Json::encode($head) . "\n" . $entry['text']);
        $this->storage->removeFile(self::failureOf($call));
        if (random_int(1, 20) === 1 || strlen($entry['text']) > 500000) {
            $this->storage->prune(self::MAX_ENTRIES, self::MAX_BYTES);
        }
    }

    /** Null also for a file that is damaged or holds a key that is in use now. @return array<string, mixed>|null */
    public function read(array $call, int $now): ?array
    {
        $content = $this->storage->readFile(self::fileOf($call));
        $parts = $content === null ? [] : explode("\n", $content, 2);
        $head = count($parts) === 2 ? Json::decodeState($parts[0]) : null;
        if (!is_array($head) || ($head['key'] ?? null) !== $call['key']) {
            return null;
        }
        // Another machine's clock may be ahead of ours.
        $storedAt = min((int) $head['storedAt'], $now);
        $entry = $this->toEntry($call, $parts[1], (bool) $head['empty'], $storedAt);
        $wasScanned = ($head['scan'] ?? null) === $this->keys->fingerprint();
        $isClean = $wasScanned || !$this->keys->holdsKey($parts[1]);
        // The tag is made of the content: a file that a crash of the machine has cut off does not match it.
        return $isClean && $entry['etag'] === $head['etag'] ? $entry : null;
    }

    /** @param array<string, mixed> $call @return array<string, mixed> empty: the last call did not fail */
    public function readFailure(array $call): array
    {
        $state = Json::decodeState($this->storage->readFile(self::failureOf($call)) ?? '');
        return is_array($state) ? $state : [];
    }

    /** @param array<string, mixed> $failure */
    public function writeFailure(array $call, array $failure): void
    {
        $this->storage->writeFile(self::failureOf($call), Json::encode($failure));
    }

    private static function fileOf(array $call): string
    {
        return 'cache/' . hash('sha256', $call['key']);
    }

    private static function failureOf(array $call): string
    {
        return 'cache/' . hash('sha256', $call['key']) . '.failed';
    }
}
