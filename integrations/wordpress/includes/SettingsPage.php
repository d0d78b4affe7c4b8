<?php

namespace HasOffersWidgets;

/** Settings > HasOffers Widgets. */
final class SettingsPage
{
    public const SLUG = 'hasoffers-widgets';

    public static function url(): string
    {
        return admin_url('options-general.php?page=' . self::SLUG);
    }

    public static function addToMenu(): void
    {
        $title = __('HasOffers Widgets', 'hasoffers-widgets');
        add_options_page($title, $title, 'manage_options', self::SLUG, array(self::class, 'show'));
        add_filter('plugin_action_links_' . plugin_basename(HASOFFERS_WIDGETS_FILE), array(self::class, 'addLink'));
        add_action('admin_notices', array(self::class, 'remind'));
    }

    /**
     * @param string[] $links Links below the plugin's name in the list of plugins.
     * @return string[]
     */
    public static function addLink(array $links): array
    {
        $link = sprintf('<a href="%s">%s</a>', esc_url(self::url()), esc_html__('Settings', 'hasoffers-widgets'));
        return array_merge(array('settings' => $link), $links);
    }

    /** After the activation, the list of plugins says what to do next. */
    public static function remind(): void
    {
        $screen = get_current_screen();
        if (! $screen || $screen->id !== 'plugins' || Settings::isComplete() || ! current_user_can('manage_options')) {
            return;
        }
        printf(
            '<div class="notice notice-info"><p>%s <a href="%s">%s</a></p></div>',
            esc_html__('HasOffers Widgets needs the network ID and the API key of your account.', 'hasoffers-widgets'),
            esc_url(self::url()),
            esc_html__('Enter them', 'hasoffers-widgets')
        );
    }

    public static function registerSetting(): void
    {
        register_setting(
            self::SLUG,
            Settings::OPTION,
            array(
                'type' => 'array',
                'show_in_rest' => false,
                'sanitize_callback' => array(self::class, 'sanitize'),
            )
        );
    }

    /**
     * What is stored of the form. WordPress calls this twice when it stores the option for the first time, so the
     * result has to come out of it as it went in.
     *
     * @param mixed $input
     * @return array{network_id: string, api_key: string}
     */
    public static function sanitize($input): array
    {
        $input = is_array($input) ? $input : array();
        $stored = get_option(Settings::OPTION);
        $stored = is_array($stored) ? $stored : array();
        return array(
            // The form lacks what wp-config.php decides.
            'network_id' => isset($input['network_id'])
                ? self::sanitizeNetworkId(self::text($input, 'network_id'), self::text($stored, 'network_id'))
                : self::text($stored, 'network_id'),
            'api_key' => ! empty($input['remove_key'])
                ? ''
                : self::sanitizeKey(self::text($input, 'api_key'), self::text($stored, 'api_key')),
        );
    }

    /** Takes `https://example.api.hasoffers.com/…`, too, since that is what people copy. */
    private static function sanitizeNetworkId(string $given, string $stored): string
    {
        $id = (string) preg_replace('~^(?:https?://)?([^./]+)\.(?:api\.)?hasoffers\.com(?:/.*)?$~i', '$1', $given);
        if ($id === '' || preg_match('/^[A-Za-z0-9-]{1,63}$/', $id)) {
            return $id;
        }
        add_settings_error(
            Settings::OPTION,
            'network_id',
            __('The network ID was not saved: it has letters, digits and hyphens only.', 'hasoffers-widgets')
        );
        return $stored;
    }

    /** An empty field keeps the stored key, because the page never shows it. */
    private static function sanitizeKey(string $given, string $stored): string
    {
        if ($given === '') {
            return $stored;
        }
        $keys = (string) preg_replace('/\s+/', '', $given);
        if (preg_match('/^[A-Za-z0-9_-]{16,256}(?:,[A-Za-z0-9_-]{16,256})?$/', $keys)) {
            return $keys;
        }
        add_settings_error(
            Settings::OPTION,
            'api_key',
            __('The API key was not saved: it does not look like one. Copy it from Tools > APIs.', 'hasoffers-widgets')
        );
        return $stored;
    }

    /** @param array<string, mixed> $values */
    private static function text(array $values, string $name): string
    {
        return isset($values[$name]) && is_string($values[$name]) ? trim($values[$name]) : '';
    }

    public static function show(): void
    {
        if (! current_user_can('manage_options')) {
            return;
        }
        wp_enqueue_style('hasoffers-widgets-settings');
        wp_enqueue_script('hasoffers-widgets-check');
        require __DIR__ . '/settings-page.php';
    }
}
