<?php

declare(strict_types=1);

namespace HasOffersProxy;

/** Counts since the storage was made, as `/health` reports them. Written once, at the end of a request. */
final class Counters
{
    private const NAMES = ['calls', 'hits', 'misses', 'staleAnswers', 'refusals', 'upstreamFailures', 'errors'];

    /** @var Storage */
    private $storage;
    /** @var array<string, int> */
    private $added = [];

    public function __construct(Storage $storage)
    {
        $this->storage = $storage;
    }

    public function add(string $name): void
    {
        $this->added[$name] = ($this->added[$name] ?? 0) + 1;
    }

    public function write(): void
    {
        if ($this->added === []) {
            return;
        }
        $this->storage->update('counters', function (array $counts): array {
            foreach ($this->added as $name => $number) {
                $counts[$name] = ($counts[$name] ?? 0) + $number;
            }
            return $counts;
        });
        $this->added = [];
    }

    /** @return array<string, int> */
    public function read(): array
    {
        return array_intersect_key($this->storage->read('counters'), array_flip(self::NAMES))
            + array_fill_keys(self::NAMES, 0);
    }
}
