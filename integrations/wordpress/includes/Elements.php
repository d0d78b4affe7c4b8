<?php

namespace HasOffersWidgets;

/**
 * A block and a shortcode for each element. `elements.php`, which the build makes of the elements' own reference, lists
 * them with their attributes.
 */
final class Elements
{
    private const CATEGORY = 'hasoffers-widgets';

    /** @var array<string, array<string, mixed>>|null */
    private static $all = null;

    /** @return array<string, array<string, mixed>> By tag. */
    public static function all(): array
    {
        if (self::$all === null) {
            self::$all = require dirname(__DIR__) . '/elements.php';
        }
        return self::$all;
    }

    public static function register(): void
    {
        add_filter('block_categories_all', array(self::class, 'addCategory'));
        foreach (self::all() as $tag => $element) {
            add_shortcode($tag, static function ($attributes) use ($tag) {
                return self::render($tag, self::fromShortcode($tag, $attributes));
            });
            register_block_type(self::blockName($tag), array(
                'api_version' => 3,
                'title' => $element['title'],
                'description' => $element['description'],
                'category' => self::CATEGORY,
                'icon' => 'money-alt',
                'keywords' => array('HasOffers', 'TUNE', 'affiliate'),
                'attributes' => self::blockAttributes($element),
                'supports' => array('html' => false, 'align' => array('wide', 'full')),
                'render_callback' => static function ($attributes) use ($tag) {
                    return self::render($tag, (array) $attributes, get_block_wrapper_attributes());
                },
            ));
        }
    }

    /**
     * What the editor needs to know of each block.
     *
     * @return array<string, array<string, mixed>> By the block's name.
     */
    public static function blocks(): array
    {
        $blocks = array();
        foreach (self::all() as $tag => $element) {
            $blocks[self::blockName($tag)] = array('tag' => $tag, 'attributes' => $element['attributes']);
        }
        return $blocks;
    }

    /** What stands in the brackets, with the attributes that the element cannot do without. */
    public static function shortcodeOf(string $tag): string
    {
        $required = array_filter(self::all()[$tag]['attributes'], static function (array $attribute): bool {
            return ! empty($attribute['required']);
        });
        return implode(' ', array_merge(array($tag), array_map(static function (array $attribute): string {
            return $attribute['name'] . '="…"';
        }, array_values($required))));
    }

    /**
     * @param array<int, array<string, mixed>> $categories
     * @return array<int, array<string, mixed>>
     */
    public static function addCategory(array $categories): array
    {
        $categories[] = array('slug' => self::CATEGORY, 'title' => __('HasOffers', 'hasoffers-widgets'));
        return $categories;
    }

    /** `hasoffers-offer-list` becomes `hasoffers-widgets/offer-list`. */
    private static function blockName(string $tag): string
    {
        return 'hasoffers-widgets/' . substr($tag, strlen('hasoffers-'));
    }

    /**
     * @param array<string, mixed> $element
     * @return array<string, array<string, string>>
     */
    private static function blockAttributes(array $element): array
    {
        return array_map(static function (array $attribute): array {
            return array('type' => $attribute['kind'] === 'flag' ? 'boolean' : 'string');
        }, $element['attributes']);
    }

    /**
     * A shortcode's attributes by property. `[hasoffers-offer-list search]` gives a value without a name.
     *
     * @param array<int|string, string>|string $given
     * @return array<string, string|bool>
     */
    private static function fromShortcode(string $tag, $given): array
    {
        $given = is_array($given) ? $given : array();
        $values = array();
        foreach (self::all()[$tag]['attributes'] as $property => $attribute) {
            if (isset($given[$attribute['name']])) {
                $values[$property] = $given[$attribute['name']];
            } elseif (in_array($attribute['name'], $given, true)) {
                $values[$property] = true;
            }
        }
        return $values;
    }

    /**
     * The element's HTML. What an author writes goes into attributes only, and none of them is the endpoint.
     *
     * @param array<string, mixed> $values  By property.
     * @param string               $wrapper Attributes that the editor adds, already escaped.
     */
    private static function render(string $tag, array $values, string $wrapper = ''): string
    {
        if (is_feed()) {
            return '';
        }
        if (! Settings::isComplete()) {
            return self::incomplete();
        }
        $element = self::all()[$tag];
        Scripts::enqueue($element['script']);
        // On the element, too: where scripts are combined, the script tag and its `data-endpoint` are gone.
        $html = '<' . $tag . ' endpoint="' . esc_attr(ApiEndpoint::path()) . '"';
        foreach ($element['attributes'] as $property => $attribute) {
            $html .= self::renderAttribute($attribute, $values[$property] ?? null);
        }
        $content = $element['signedIn'] ? self::signedOut() : '';
        return $html . ($wrapper === '' ? '' : ' ' . $wrapper) . '>' . $content . '</' . $tag . '>';
    }

    /**
     * @param array<string, mixed> $attribute
     * @param mixed                $value     `null` = not given.
     */
    private static function renderAttribute(array $attribute, $value): string
    {
        $name = $attribute['name'];
        if ($attribute['kind'] === 'flag') {
            $isOff = $value === null || $value === false || in_array($value, array('false', '0', 'no'), true);
            return $isOff ? '' : ' ' . $name;
        }
        // An empty text can mean something: `disclosure=""` removes the disclosure.
        if (! is_scalar($value) || ($value === '' && $attribute['kind'] !== 'text')) {
            return '';
        }
        return ' ' . $name . '="' . esc_attr((string) $value) . '"';
    }

    /** For visitors who are not logged in. */
    private static function signedOut(): string
    {
        return sprintf(
            '<p slot="signed-out"><a href="%s">%s</a></p>',
            esc_url(wp_login_url((string) get_permalink())),
            esc_html__('Log in to see this.', 'hasoffers-widgets')
        );
    }

    /** Visitors see nothing of a plugin that is not set up. */
    private static function incomplete(): string
    {
        if (! current_user_can('manage_options')) {
            return '';
        }
        return sprintf(
            '<p>%s <a href="%s">%s</a></p>',
            esc_html__('HasOffers Widgets needs the network ID and the API key of your account.', 'hasoffers-widgets'),
            esc_url(SettingsPage::url()),
            esc_html__('Enter them', 'hasoffers-widgets')
        );
    }
}
