<?php

declare(strict_types=1);

namespace HasOffersProxy;

/** Which folders the web server serves files from: no file with a secret may lie there, unless PHP runs it. */
final class Folders
{
    public const PUBLIC_FILE =
        'names a file that the web server would send to anybody: move it out of the public folder';
    public const PUBLIC_FOLDER =
        'names a folder that the web server serves files from: choose one beside the public folder';

    /** What editors and people append to the name of a copy. The web server sends such a copy as text. */
    private const COPIES = ['~', '.bak', '.backup', '.old', '.orig', '.save', '.swp', '.txt', '.1', '.dist', '.inc'];

    /** @param string[] $publicFolders */
    public static function isPublic(string $path, array $publicFolders): bool
    {
        $real = self::resolve($path);
        foreach ($publicFolders as $folder) {
            $public = realpath($folder);
            if ($public !== false && strpos("$real/", rtrim($public, '/') . '/') === 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Why a file with settings must not be used where it lies; null: it may.
     *
     * @param string[] $publicFolders
     */
    public static function findConfigProblem(string $path, array $publicFolders): ?string
    {
        if (!self::isPublic($path, $publicFolders)) {
            return null;
        }
        if (substr($path, -4) !== '.php') {
            return 'The file with the settings ' . self::PUBLIC_FILE . ', or let its name end in .php.';
        }
        $hidden = dirname($path) . '/.' . basename($path) . '.swp';
        $copies = array_map(static function (string $ending) use ($path): string {
            return $path . $ending;
        }, self::COPIES);
        $stem = substr($path, 0, -4);
        foreach (array_merge($copies, [$hidden, "$stem.txt", "$stem.bak"]) as $copy) {
            if (is_file($copy)) {
                return 'A copy of the file with the settings lies beside it, and the web server would send it to '
                    . 'anybody: remove it, and replace the key when it may have been read.';
            }
        }
        return null;
    }

    /** Also for what does not exist yet: then the part that does decides. */
    private static function resolve(string $path): string
    {
        $rest = '';
        for ($part = $path; ($real = realpath($part)) === false && dirname($part) !== $part; $part = dirname($part)) {
            $rest = '/' . basename($part) . $rest;
        }
        return rtrim($real === false ? $path : $real, '/') . $rest;
    }
}
