<?php

namespace HasOffersWidgets;

use WP_HTML_Tag_Processor;

/** The scripts of pages, of the editor, and of the settings page. */
final class Scripts
{
    /** The script with the public elements, and the one with every element. A page gets one of them. */
    public const WIDGETS = 'hasoffers-widgets';
    public const PORTAL = 'hasoffers-portal';
    private const LOCALE = 'hasoffers-widgets-locale';
    private const TOKEN = 'hasoffers-widgets-token';
    private const EDITOR = 'hasoffers-widgets-editor';
    private const CHECK = 'hasoffers-widgets-check';
    private const DEFERRED = array('in_footer' => true, 'strategy' => 'defer');

    public static function register(): void
    {
        self::registerScript(self::WIDGETS, 'hasoffers-widgets.js', array(), self::DEFERRED);
        self::registerScript(self::TOKEN, 'assets/token.js', array(), self::DEFERRED);
        self::registerScript(self::PORTAL, 'hasoffers-portal.js', array(self::TOKEN), self::DEFERRED);
        self::registerScript(self::CHECK, 'assets/check.js', array(), array('in_footer' => true));
        self::registerScript(
            self::EDITOR,
            'assets/editor.js',
            array('wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element'),
            array('in_footer' => true)
        );
        wp_register_style(
            'hasoffers-widgets-settings',
            plugins_url('assets/settings.css', HASOFFERS_WIDGETS_FILE),
            array(),
            HASOFFERS_WIDGETS_VERSION
        );
        add_filter('script_loader_tag', array(self::class, 'addAttributes'), 10, 2);
        add_action('enqueue_block_editor_assets', array(self::class, 'enqueueEditor'));
        add_action('enqueue_block_assets', array(self::class, 'enqueuePreview'));
    }

    /** @param string $handle `WIDGETS` or `PORTAL`. */
    public static function enqueue(string $handle): void
    {
        if ($handle === self::PORTAL) {
            wp_dequeue_script(self::WIDGETS);
        } elseif (wp_script_is(self::PORTAL)) {
            return;
        }
        wp_enqueue_script($handle);
        $locale = self::findLocale(determine_locale());
        if ($locale !== null) {
            self::registerScript(self::LOCALE, "locales/$locale.js", array(), self::DEFERRED);
            wp_enqueue_script(self::LOCALE);
        }
    }

    /**
     * The file of messages for a locale of WordPress, such as `de_AT` or `zh_HK`.
     *
     * @return string|null `null` = the messages are in English.
     */
    private static function findLocale(string $locale): ?string
    {
        list($language, $region) = explode('_', $locale . '_');
        $closest = array(
            'nn' => 'nb',
            'pt' => 'pt-BR',
            'zh' => in_array($region, array('HK', 'MO'), true) ? 'zh-TW' : 'zh-CN',
        );
        foreach (array("$language-$region", $language, $closest[$language] ?? '') as $name) {
            if (is_file(dirname(__DIR__) . "/locales/$name.js")) {
                return $name;
            }
        }
        return null;
    }

    /** What the editor's sidebar shows. */
    public static function enqueueEditor(): void
    {
        $data = array(
            'blocks' => Elements::blocks(),
            'endpoint' => ApiEndpoint::path(),
            'isComplete' => Settings::isComplete(),
            'settingsUrl' => current_user_can('manage_options') ? SettingsPage::url() : '',
            'texts' => array(
                'settings' => __('Settings', 'hasoffers-widgets'),
                'general' => __('Loading and appearance', 'hasoffers-widgets'),
                'unset' => __('Default', 'hasoffers-widgets'),
                /* translators: %s: the value that counts without a choice. */
                'default' => __('Default: %s', 'hasoffers-widgets'),
                'incomplete' => __('The network ID and the API key are missing.', 'hasoffers-widgets'),
                'enter' => __('Enter them', 'hasoffers-widgets'),
                'ask' => __('Ask an administrator of this site to enter them.', 'hasoffers-widgets'),
                'required' => __('This block shows nothing yet: fill in its settings.', 'hasoffers-widgets'),
            ),
        );
        wp_enqueue_script(self::EDITOR);
        wp_add_inline_script(self::EDITOR, 'window.hasoffersWidgetsEditor = ' . wp_json_encode($data) . ';', 'before');
    }

    /** Into the frame in which the editor shows the page. On the site itself, the elements bring the script. */
    public static function enqueuePreview(): void
    {
        if (is_admin()) {
            self::enqueue(self::PORTAL);
        }
    }

    /**
     * What the script tags need beside the address.
     *
     * @param string $tag    HTML of the tag, and of inline scripts before and after it.
     * @param string $handle
     */
    public static function addAttributes($tag, $handle): string
    {
        $attributes = self::attributesOf((string) $handle);
        if ($attributes === array()) {
            return (string) $tag;
        }
        $processor = new WP_HTML_Tag_Processor((string) $tag);
        while ($processor->next_tag('script')) {
            if ($processor->get_attribute('src') === null) {
                continue;
            }
            foreach ($attributes as $name => $value) {
                $processor->set_attribute($name, $value);
            }
        }
        return $processor->get_updated_html();
    }

    /** @return array<string, string|true> */
    private static function attributesOf(string $handle): array
    {
        if ($handle === self::CHECK) {
            return array('type' => 'module');
        }
        // Cloudflare, LiteSpeed and others, WP Rocket: they leave scripts alone that say so.
        $untouched = array('data-cfasync' => 'false', 'data-no-optimize' => '1', 'nowprocket' => true);
        if ($handle === self::TOKEN) {
            return $untouched + array('data-url' => Tokens::path());
        }
        if ($handle === self::LOCALE) {
            return $untouched;
        }
        return $handle === self::WIDGETS || $handle === self::PORTAL
            ? $untouched + array('data-endpoint' => ApiEndpoint::path())
            : array();
    }

    /**
     * @param string[]             $dependencies
     * @param array<string, mixed> $options
     */
    private static function registerScript(string $handle, string $file, array $dependencies, array $options): void
    {
        $url = plugins_url($file, HASOFFERS_WIDGETS_FILE);
        wp_register_script($handle, $url, $dependencies, HASOFFERS_WIDGETS_VERSION, $options);
    }
}
