<?php

declare(strict_types=1);

namespace HasOffersProxy;

/**
 * PHP's own error log, one JSON object per line: fixed names of events, codes and numbers. No URL, header, body or
 * message of another party is ever written, since each of them can hold the key.
 */
final class Log
{
    private const MINUTE = 60000;
    /** Lines of a kind per minute; the next one says how many were left out. A flood must not fill the disk. */
    private const MAX_PER_MINUTE = 10;

    /** @var Storage */
    private $storage;
    /** @var int */
    private $now;

    public function __construct(Storage $storage, int $now)
    {
        $this->storage = $storage;
        $this->now = $now;
    }

    /** @param array<string, mixed> $details */
    public function write(string $level, string $event, array $details = []): void
    {
        $kind = $event . ' ' . ($details['code'] ?? '');
        $leftOut = -1;
        $isCounted = $this->storage->update('log', function (array $kinds) use ($kind, &$leftOut): array {
            [$start, $written, $left] = $kinds[$kind] ?? [$this->now, 0, 0];
            if ($this->now - $start >= self::MINUTE) {
                $start = $this->now;
                $written = 0;
            }
            $isWritten = $written < self::MAX_PER_MINUTE;
            $leftOut = $isWritten ? $left : -1;
            $kinds[$kind] = $isWritten ? [$start, $written + 1, 0] : [$start, $written, $left + 1];
            return $kinds;
        });
        if (!$isCounted || $leftOut >= 0) {
            $line = ['level' => $level, 'event' => $event] + $details + ($leftOut > 0 ? ['leftOut' => $leftOut] : []);
            error_log(Json::encode($line));
        }
    }
}
