<?php

namespace HasOffersWidgets;

/**
 * The proxy, at `/?hasoffers-api=1`, and its counters at `/?hasoffers-api=health`.
 *
 * No REST route: WordPress answers `?_jsonp=` there with a script, lets `_method` and `_envelope` change request and
 * response, and allows every origin with credentials.
 */
final class ApiEndpoint
{
    private const PARAMETER = 'hasoffers-api';

    /** Path and query, so that one cached page serves every host name and scheme of the site. */
    public static function path(): string
    {
        return wp_make_link_relative(home_url('/')) . '?' . self::PARAMETER . '=1';
    }

    /** Answers a request to the proxy and ends; does nothing for all others. */
    public static function handle(): void
    {
        // Raw: `$_GET` has other names (`api.key` becomes `api_key`), and one of two equal ones is gone.
        $parts = explode('&', (string) ($_SERVER['QUERY_STRING'] ?? ''));
        $found = array_values(preg_grep('/^' . self::PARAMETER . '=(?:1|health)$/D', $parts));
        if ($found === array()) {
            return;
        }
        // A warning of another plugin in front of the response would make it unreadable.
        ini_set('display_errors', '0');
        // Page caches look at this. The response says itself how long it may be kept.
        defined('DONOTCACHEPAGE') || define('DONOTCACHEPAGE', true);
        unset($parts[array_search($found[0], $parts, true)]);
        self::loadProxy();
        $request = \HasOffersProxy\readRequest('/');
        $request['path'] = $found[0] === self::PARAMETER . '=health' ? '/health' : '';
        $request['query'] = implode('&', $parts);
        $options = array('publicFolders' => self::publicFolders());
        \HasOffersProxy\send(\HasOffersProxy\handle(Settings::variables(), $request, $options), $request['method']);
        exit;
    }

    /**
     * What keeps the proxy from working, such as a folder that cannot be written, for a person.
     *
     * @return string[]
     */
    public static function findProblems(): array
    {
        self::loadProxy();
        return \HasOffersProxy\findProblems(Settings::variables(), self::publicFolders());
    }

    private static function loadProxy(): void
    {
        // Else the file answers the request that PHP has got.
        defined('HASOFFERS_PROXY_LIBRARY') || define('HASOFFERS_PROXY_LIBRARY', true);
        require_once dirname(__DIR__) . '/hasoffers-proxy.php';
    }

    /**
     * No secret may lie here: the web server sends these files to anybody.
     *
     * @return string[]
     */
    private static function publicFolders(): array
    {
        return array_values(array_filter(array(ABSPATH, WP_CONTENT_DIR, (string) ($_SERVER['DOCUMENT_ROOT'] ?? ''))));
    }
}
