<?php

/**
 * PHP's own server as Apache with WordPress's rules: files as they are, all else by index.php.
 */

$root = $_SERVER['DOCUMENT_ROOT'];
$path = rawurldecode((string) parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
$file = realpath($root . $path);
if ($path !== '/' && $file !== false && is_dir($file)) {
    if (substr($path, -1) !== '/') {
        header("Location: $path/", true, 301);
        return;
    }
    $path .= 'index.php';
    $file = realpath($root . $path);
}
if ($file !== false && is_file($file) && strpos($file, $root . '/') === 0) {
    if (substr($file, -4) !== '.php') {
        return false;
    }
} else {
    $path = '/index.php';
    $file = $root . $path;
}
$_SERVER['SCRIPT_NAME'] = $path;
$_SERVER['PHP_SELF'] = $path;
$_SERVER['SCRIPT_FILENAME'] = $file;
chdir(dirname($file));
require $file;
