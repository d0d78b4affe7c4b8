<?php

/**
 * The HTML of the settings page.
 */

namespace HasOffersWidgets;

defined('ABSPATH') || exit;

$hasoffers_id_fixed = Settings::isConstant('network_id');
$hasoffers_key_fixed = Settings::isConstant('api_key');
$hasoffers_has_key = Settings::apiKey() !== '';
$hasoffers_check = array(
    'endpoint' => ApiEndpoint::path(),
    // Whether the settings are right is the next question. (WordPress takes the parameter out of the address bar.)
    'atOnce' => isset($_GET['settings-updated']),
    'texts' => array(
        'checking' => __('Checking …', 'hasoffers-widgets'),
        'ok' => __('Fine', 'hasoffers-widgets'),
        'note' => __('Note', 'hasoffers-widgets'),
        'problem' => __('Problem', 'hasoffers-widgets'),
        'allOk' => __('No problems found.', 'hasoffers-widgets'),
        'someProblem' => __('There is a problem. What to do is below it.', 'hasoffers-widgets'),
    ),
);
$hasoffers_fixed_text = __('Set in wp-config.php, which wins over this page.', 'hasoffers-widgets');
?>
<div class="wrap hasoffers-settings">
    <h1><?php echo esc_html(get_admin_page_title()); ?></h1>
    <form method="post" action="options.php">
        <?php settings_fields(SettingsPage::SLUG); ?>
        <p>
            <?php esc_html_e('Both are in your account at the network, under Tools > APIs.', 'hasoffers-widgets'); ?>
        </p>
        <table class="form-table" role="presentation">
            <tr>
                <th scope="row">
                    <label for="hasoffers-network-id"><?php esc_html_e('Network ID', 'hasoffers-widgets'); ?></label>
                </th>
                <td>
                    <input class="regular-text code" id="hasoffers-network-id" type="text" spellcheck="false"
                        autocomplete="off" aria-describedby="hasoffers-network-id-help"
                        name="<?php echo esc_attr(Settings::OPTION); ?>[network_id]"
                        value="<?php echo esc_attr(Settings::networkId()); ?>"
                        <?php disabled($hasoffers_id_fixed); ?>>
                    <p class="description" id="hasoffers-network-id-help">
                        <?php
                        echo esc_html(
                            $hasoffers_id_fixed
                                ? $hasoffers_fixed_text
                                : __('The first part of NETWORKID.api.hasoffers.com.', 'hasoffers-widgets')
                        );
                        ?>
                    </p>
                </td>
            </tr>
            <tr>
                <th scope="row">
                    <label for="hasoffers-api-key"><?php esc_html_e('API key', 'hasoffers-widgets'); ?></label>
                </th>
                <td>
                    <input class="regular-text code" id="hasoffers-api-key" type="password" autocomplete="new-password"
                        aria-describedby="hasoffers-api-key-help"
                        name="<?php echo esc_attr(Settings::OPTION); ?>[api_key]" value=""
                        placeholder="<?php echo $hasoffers_has_key ? '••••••••••••••••' : ''; ?>"
                        <?php disabled($hasoffers_key_fixed); ?>>
                    <p class="description" id="hasoffers-api-key-help">
                        <?php
                        if ($hasoffers_key_fixed) {
                            echo esc_html($hasoffers_fixed_text);
                        } elseif ($hasoffers_has_key) {
                            esc_html_e('Stored. Leave this empty to keep it.', 'hasoffers-widgets');
                        } else {
                            esc_html_e('It stays on this server and never reaches a page.', 'hasoffers-widgets');
                        }
                        ?>
                    </p>
                    <?php if ($hasoffers_has_key && ! $hasoffers_key_fixed) : ?>
                        <p>
                            <label>
                                <input type="checkbox" value="1"
                                    name="<?php echo esc_attr(Settings::OPTION); ?>[remove_key]">
                                <?php esc_html_e('Remove the stored key', 'hasoffers-widgets'); ?>
                            </label>
                        </p>
                    <?php endif; ?>
                </td>
            </tr>
        </table>
        <?php submit_button(); ?>
    </form>

    <h2><?php esc_html_e('Check', 'hasoffers-widgets'); ?></h2>
    <p>
        <?php esc_html_e('Asks for offers as your pages do, and tries what is forbidden.', 'hasoffers-widgets'); ?>
    </p>
    <p>
        <button type="button" class="button" id="hasoffers-check"
            data-check="<?php echo esc_attr((string) wp_json_encode($hasoffers_check)); ?>"
            <?php disabled(! Settings::isComplete()); ?>>
            <?php esc_html_e('Check', 'hasoffers-widgets'); ?>
        </button>
        <span id="hasoffers-check-summary" role="status"></span>
    </p>
    <?php if (Settings::isComplete()) : ?>
        <?php foreach (ApiEndpoint::findProblems() as $hasoffers_problem) : ?>
            <div class="notice notice-error inline"><p><?php echo esc_html($hasoffers_problem); ?></p></div>
        <?php endforeach; ?>
    <?php endif; ?>
    <ul id="hasoffers-findings"></ul>

    <h2><?php esc_html_e('Put offers on a page', 'hasoffers-widgets'); ?></h2>
    <p>
        <?php esc_html_e('In the editor, add a block and search for "HasOffers".', 'hasoffers-widgets'); ?>
        <?php esc_html_e('Where there are no blocks, write a shortcode:', 'hasoffers-widgets'); ?>
    </p>
    <table class="widefat striped hasoffers-shortcodes">
        <?php foreach (Elements::all() as $hasoffers_tag => $hasoffers_element) : ?>
            <tr>
                <td><code>[<?php echo esc_html(Elements::shortcodeOf($hasoffers_tag)); ?>]</code></td>
                <td>
                    <?php echo esc_html($hasoffers_element['description']); ?>
                    <?php if ($hasoffers_element['signedIn']) : ?>
                        <br>
                        <?php esc_html_e('For users to whom the site grants it.', 'hasoffers-widgets'); ?>
                    <?php endif; ?>
                </td>
            </tr>
        <?php endforeach; ?>
    </table>
</div>
