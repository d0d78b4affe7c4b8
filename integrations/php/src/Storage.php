<?php

declare(strict_types=1);

namespace HasOffersProxy;

/**
 * What the processes of the web server share: small states (JSON), locks and cached responses, in a folder that is not
 * public. Never holds a key or a secret.
 *
 * Files are written beside their place and then renamed, so whoever reads sees the old or the new one, never half of
 * one, also when a process is killed. A lock of a killed process is released by the operating system.
 */
final class Storage
{
    /** Milliseconds that a state's lock is waited for; those who hold it do so for less than one. */
    private const LOCK_WAIT = 2000;

    /** @var string */
    private $folder;

    public function __construct(string $folder)
    {
        $this->folder = $folder;
    }

    /** Why the folder cannot be used, as text that follows its name; null: it can. Makes it where it is missing. */
    public function findProblem(): ?string
    {
        if (!is_dir($this->folder) && !@mkdir($this->folder, 0700, true) && !is_dir($this->folder)) {
            return 'names a folder that PHP cannot make';
        }
        if (!is_writable($this->folder)) {
            return 'names a folder that PHP cannot write to';
        }
        // In a temporary folder that several customers share, somebody else may have been first.
        $isForeign = function_exists('posix_geteuid') && fileowner($this->folder) !== posix_geteuid();
        $isOpen = DIRECTORY_SEPARATOR === '/' && (fileperms($this->folder) & 0077) !== 0;
        if ($isForeign || ($isOpen && !@chmod($this->folder, 0700))) {
            return 'names a folder that others own or may read: give it to the user of PHP, with mode 0700';
        }
        foreach (['cache', 'locks'] as $name) {
            $path = "$this->folder/$name";
            if (!is_dir($path) && !@mkdir($path, 0700) && !is_dir($path)) {
                return 'names a folder that PHP cannot write to';
            }
        }
        return null;
    }

    /** A state; empty when there is none. @return array<string, mixed> */
    public function read(string $name): array
    {
        $text = $this->readFile("$name.json");
        $state = $text === null ? null : Json::decodeState($text);
        return is_array($state) ? $state : [];
    }

    /**
     * Changes a state while no other process does.
     *
     * @param callable(array<string, mixed>): array<string, mixed> $change returns the new state
     * @return bool false: it could not be locked or written, and nothing has changed
     */
    public function update(string $name, callable $change): bool
    {
        $lock = $this->lock($name, self::LOCK_WAIT);
        if ($lock === null) {
            return false;
        }
        try {
            return $this->writeFile("$name.json", Json::encode($change($this->read($name))));
        } finally {
            flock($lock, LOCK_UN);
        }
    }

    /**
     * An exclusive lock.
     *
     * @param int $milliseconds to wait for it at most
     * @return resource|null null: another process has it
     */
    public function lock(string $name, int $milliseconds)
    {
        $end = microtime(true) + $milliseconds / 1000;
        for ($rest = 250;; $rest = min(10000, $rest * 2)) {
            $lock = $this->tryLock("$this->folder/locks/$name");
            if ($lock !== null || microtime(true) >= $end) {
                return $lock;
            }
            usleep($rest);
        }
    }

    /** @return resource|null */
    private function tryLock(string $path)
    {
        $file = @fopen($path, 'c+');
        if ($file === false) {
            return null;
        }
        if (!flock($file, LOCK_EX | LOCK_NB)) {
            fclose($file);
            return null;
        }
        // Whoever had it before may have removed the file: then this is a lock on nothing.
        clearstatcache(true, $path);
        $isSame = DIRECTORY_SEPARATOR !== '/' || (@fileinode($path) === fstat($file)['ino']);
        if ($isSame) {
            return $file;
        }
        fclose($file);
        return null;
    }

    /** Notes when the work began that a lock is held for. @param resource $lock */
    public function markStart($lock): void
    {
        ftruncate($lock, 0);
        fwrite($lock, sprintf('%.3F', microtime(true)));
        fflush($lock);
    }

    /** By whoever holds it now, in seconds since 1970; null: unknown. */
    public function startOf(string $name): ?float
    {
        $text = @file_get_contents("$this->folder/locks/$name");
        return is_numeric($text) ? (float) $text : null;
    }

    /** Gives a lock back and removes its file. @param resource $lock */
    public function release(string $name, $lock): void
    {
        @unlink("$this->folder/locks/$name");
        flock($lock, LOCK_UN);
        fclose($lock);
    }

    /** @return string|null null: there is no such file */
    public function readFile(string $name): ?string
    {
        // Silent: between two looks at a file it may have been removed.
        $text = @file_get_contents("$this->folder/$name");
        return $text === false ? null : $text;
    }

    public function writeFile(string $name, string $text): bool
    {
        $temporary = "$this->folder/new-" . bin2hex(random_bytes(8));
        // A full disk writes less than it was given.
        $isWritten = @file_put_contents($temporary, $text) === strlen($text);
        if ($isWritten && @rename($temporary, "$this->folder/$name")) {
            return true;
        }
        @unlink($temporary);
        return false;
    }

    public function removeFile(string $name): void
    {
        @unlink("$this->folder/$name");
    }

    /** Entries and bytes of the cache. @return array{0: int, 1: int} */
    public function size(): array
    {
        $files = $this->listFiles('cache', '');
        return [count($files), array_sum(array_column($files, 'bytes'))];
    }

    /** Removes the oldest entries of the cache beyond its limits, and what killed processes have left behind. */
    public function prune(int $maxEntries, int $maxBytes): void
    {
        $files = $this->listFiles('cache', '');
        array_multisort(array_column($files, 'time'), SORT_DESC, SORT_NUMERIC, $files);
        $bytes = 0;
        foreach ($files as $index => $file) {
            $bytes += $file['bytes'];
            if ($index >= $maxEntries || $bytes > $maxBytes) {
                @unlink($file['path']);
            }
        }
        $hourAgo = time() - 3600;
        foreach (array_merge($this->listFiles('.', 'new-'), $this->listFiles('locks', 'call-')) as $file) {
            if ($file['time'] < $hourAgo) {
                @unlink($file['path']);
            }
        }
    }

    /** @return array<int, array{path: string, time: int, bytes: int}> */
    private function listFiles(string $folder, string $prefix): array
    {
        $files = [];
        foreach (@scandir("$this->folder/$folder") ?: [] as $name) {
            $path = "$this->folder/$folder/$name";
            $stat = $name[0] !== '.' && ($prefix === '' || strpos($name, $prefix) === 0) ? @stat($path) : false;
            if ($stat !== false) {
                $files[] = ['path' => $path, 'time' => $stat['mtime'], 'bytes' => $stat['size']];
            }
        }
        return $files;
    }
}
