<?php

declare(strict_types=1);

namespace HasOffersProxy\Tests;

use HasOffersProxy\Budget;
use HasOffersProxy\ProxyError;
use HasOffersProxy\RateLimit;
use HasOffersProxy\Storage;
use PHPUnit\Framework\TestCase;

use function HasOffersProxy\findProblems;
use function HasOffersProxy\handle;

/** What processes share, in a folder of its own for each test. */
final class StorageTest extends TestCase
{
    /** @var string */
    private $folder;
    /** @var Storage */
    private $storage;

    protected function setUp(): void
    {
        $this->folder = sys_get_temp_dir() . '/hasoffers-proxy-test-' . bin2hex(random_bytes(8));
        $this->storage = new Storage($this->folder);
        self::assertNull($this->storage->findProblem());
    }

    protected function tearDown(): void
    {
        exec('rm -rf ' . escapeshellarg($this->folder));
    }

    public function testTheFolderIsForItsOwnerOnly(): void
    {
        self::assertSame(0700, fileperms($this->folder) & 0777);
        chmod($this->folder, 0777);
        clearstatcache();
        self::assertNull($this->storage->findProblem());
        clearstatcache();
        self::assertSame(0700, fileperms($this->folder) & 0777);
    }

    public function testALockIsHeldByOne(): void
    {
        $lock = $this->storage->lock('call-x', 0);
        self::assertNotNull($lock);
        self::assertNull($this->storage->lock('call-x', 10));
        $this->storage->release('call-x', $lock);
        self::assertSame([], glob("$this->folder/locks/*"));
        self::assertNotNull($this->storage->lock('call-x', 0));
    }

    public function testADamagedStateIsNone(): void
    {
        $this->storage->writeFile('state.json', '{"number":');
        self::assertSame([], $this->storage->read('state'));
    }

    public function testTheCacheKeepsTheNewestEntries(): void
    {
        foreach ([3, 1, 2] as $age) {
            $this->storage->writeFile("cache/$age", str_repeat('x', 10));
            touch("$this->folder/cache/$age", time() - $age * 60);
        }
        $this->storage->prune(2, 1000);
        self::assertSame([2, 20], $this->storage->size());
        $this->storage->prune(2, 15);
        self::assertSame('xxxxxxxxxx', $this->storage->readFile('cache/1'));
        self::assertNull($this->storage->readFile('cache/2'));
    }

    public function testTheBudgetHoldsInEveryWindow(): void
    {
        $budget = new Budget($this->storage, 4);
        $granted = [];
        for ($now = 0; $now < 60000; $now += 250) {
            if ($budget->take(true, $now) === 0) {
                $granted[] = $now;
            }
        }
        foreach ($granted as $start) {
            $within = array_filter($granted, static function (int $time) use ($start): bool {
                return $time >= $start && $time <= $start + 10000;
            });
            self::assertLessThanOrEqual(4, count($within));
        }
        self::assertGreaterThanOrEqual(20, count($granted));
    }

    public function testNewQueriesGetThreeQuartersOfTheBudget(): void
    {
        $budget = new Budget($this->storage, 8);
        $waits = array_map(static function () use ($budget): int {
            return $budget->take(false, 1000);
        }, range(1, 7));
        self::assertSame([0, 0, 0, 0, 0, 0, 10501], $waits);
        self::assertSame(0, $budget->take(true, 1000));
        self::assertSame(1, $budget->left(1000));
        $budget->pause(1000);
        self::assertSame(0, $budget->left(2000));
        $this->expectException(ProxyError::class);
        $budget->take(true, 2000);
    }

    public function testWhatCannotBeCountedIsNotCalled(): void
    {
        $budget = new Budget(new Storage("$this->folder/missing"), 8);
        self::assertGreaterThan(0, $budget->take(true, 1000));
    }

    public function testAClientHasItsLimitPerMinute(): void
    {
        $limit = new RateLimit($this->storage, 3);
        $take = static function (?string $client, int $now) use ($limit): int {
            return $limit->take($client, $now);
        };
        self::assertSame([0, 0, 0], [$take('a', 0), $take('a', 1), $take('a', 2)]);
        self::assertGreaterThan(0, $take('a', 3));
        self::assertSame([0, 0], [$take('b', 3), $take(null, 3)]);
        self::assertSame(0, $take('a', 120001));
    }

    public function testAFailingSetupIsAnAnswer(): void
    {
        $log = ini_set('error_log', "$this->folder/log");
        $request = ['method' => 'GET', 'path' => '', 'query' => '', 'origin' => 'http://localhost'];
        $response = handle([], $request + ['address' => null, 'headers' => []]);
        ini_set('error_log', (string) $log);
        self::assertSame(500, $response['status']);
        self::assertStringContainsString('INTERNAL_ERROR', (string) $response['body']);
        self::assertStringContainsString('HASOFFERS_NETWORK_ID', (string) file_get_contents("$this->folder/log"));
    }

    public function testProblemsAreForAPersonToRead(): void
    {
        $settings = ['HASOFFERS_NETWORK_ID' => 'demo', 'HASOFFERS_API_KEY' => 'abcdefgh'];
        $settings['HASOFFERS_STORAGE'] = $this->folder;
        self::assertSame([], findProblems($settings));
        self::assertCount(1, findProblems($settings, [sys_get_temp_dir()]));
        self::assertCount(1, findProblems(['HASOFFERS_API_KEY' => 'äöü äöü'] + $settings));
    }
}
