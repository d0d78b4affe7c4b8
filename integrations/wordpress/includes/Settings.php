<?php

namespace HasOffersWidgets;

/**
 * Network id and key, from wp-config.php or from the settings page.
 *
 * Each variable of the proxy (`HASOFFERS_NETWORK_ID`, `HASOFFERS_API_KEY`, `HASOFFERS_ALLOWED_ORIGINS` and so on) may
 * be a constant in wp-config.php. A constant wins over what the settings page stored.
 */
final class Settings
{
    public const OPTION = 'hasoffers_widgets';

    /** Keys of the option, and the constants that win over them. */
    private const CONSTANTS = array(
        'network_id' => 'HASOFFERS_NETWORK_ID',
        'api_key' => 'HASOFFERS_API_KEY',
    );

    /** The option holds a key, so it is not loaded with each page of the site. */
    public static function activate(): void
    {
        add_option(self::OPTION, array(), '', false);
    }

    public static function networkId(): string
    {
        return self::read('network_id');
    }

    /** Never print this. */
    public static function apiKey(): string
    {
        return self::read('api_key');
    }

    public static function isComplete(): bool
    {
        return self::networkId() !== '' && (self::apiKey() !== '' || defined('HASOFFERS_API_KEY_FILE'));
    }

    /**
     * Whether wp-config.php decides about a setting.
     *
     * @param string $name `network_id` or `api_key`.
     */
    public static function isConstant(string $name): bool
    {
        return defined(self::CONSTANTS[$name])
            || ($name === 'api_key' && defined('HASOFFERS_API_KEY_FILE'));
    }

    /** The secret that signs tokens: a constant, or one that is made of the site's own salts. */
    public static function tokenSecret(): string
    {
        return defined('HASOFFERS_TOKEN_SECRET')
            ? (string) constant('HASOFFERS_TOKEN_SECRET')
            : hash_hmac('sha256', 'hasoffers-widgets tokens', wp_salt('secure_auth'));
    }

    /**
     * What the proxy gets, by the names of its variables.
     *
     * @return array<string, mixed>
     */
    public static function variables(): array
    {
        $variables = array(
            'HASOFFERS_NETWORK_ID' => self::networkId(),
            'HASOFFERS_API_KEY' => defined('HASOFFERS_API_KEY_FILE') ? '' : self::apiKey(),
            'HASOFFERS_TOKEN_SECRET' => self::tokenSecret(),
            'HASOFFERS_STORAGE' => self::storageFolder(),
        );
        foreach (array_merge(\HasOffersProxy\VARIABLES, array('HASOFFERS_STORAGE')) as $name) {
            if (defined($name)) {
                $variables[$name] = constant($name);
            }
        }
        return $variables;
    }

    /**
     * Where the proxy keeps responses, locks and counters. Each account has a folder of its own, so that no response of
     * another one is served after a change of the settings.
     */
    private static function storageFolder(): string
    {
        return self::siteFolder() . '/' . substr(hash('sha256', self::networkId() . ' ' . self::apiKey()), 0, 16);
    }

    /**
     * Outside of what the web server sends. The name holds a secret, since other accounts of a shared server could make
     * a folder whose name they know beforehand; and the place, since a copy of a site has the same secrets.
     */
    private static function siteFolder(): string
    {
        $name = substr(hash_hmac('sha256', get_current_blog_id() . ' ' . ABSPATH, wp_salt()), 0, 16);
        return rtrim(sys_get_temp_dir(), '/\\') . '/hasoffers-widgets-' . $name;
    }

    /** Removes all that the plugin stored for this site, for uninstall.php. */
    public static function remove(): void
    {
        delete_option(self::OPTION);
        self::removeFolder(self::siteFolder());
    }

    /** A link in it is removed and not followed. */
    private static function removeFolder(string $folder): void
    {
        if (! is_dir($folder)) {
            return;
        }
        foreach (array_diff((array) scandir($folder), array('.', '..')) as $name) {
            $path = $folder . '/' . $name;
            if (is_dir($path) && ! is_link($path)) {
                self::removeFolder($path);
            } else {
                unlink($path);
            }
        }
        rmdir($folder);
    }

    private static function read(string $name): string
    {
        if (defined(self::CONSTANTS[$name])) {
            return trim((string) constant(self::CONSTANTS[$name]));
        }
        $stored = get_option(self::OPTION);
        return is_array($stored) && isset($stored[$name]) ? (string) $stored[$name] : '';
    }
}
