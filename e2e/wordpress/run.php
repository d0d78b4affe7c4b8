<?php

/**
 * Runs PHP inside a WordPress, and prints what it returns as JSON.
 *
 * Usage: php run.php FOLDER CODE [install]
 */

[, $folder, $code] = $argv;
$url = parse_url((string) getenv('WORDPRESS_URL'));
$_SERVER['HTTP_HOST'] = $url['host'] . ':' . $url['port'];
$_SERVER += array('REQUEST_URI' => '/', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REQUEST_METHOD' => 'GET');
if (($argv[3] ?? '') === 'install') {
    define('WP_INSTALLING', true);
}
require $folder . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
if (($argv[3] ?? '') === 'install') {
    require_once ABSPATH . 'wp-admin/includes/upgrade.php';
}
echo "\n", json_encode(eval($code));
