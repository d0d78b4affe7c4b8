<?php

/**
 * Removes what the plugin stored. WordPress runs this when the plugin is deleted.
 */

use HasOffersWidgets\Settings;

defined('WP_UNINSTALL_PLUGIN') || exit;

require_once __DIR__ . '/includes/Settings.php';

if (is_multisite()) {
    foreach (get_sites(array('fields' => 'ids', 'number' => 0)) as $hasoffers_site) {
        switch_to_blog($hasoffers_site);
        Settings::remove();
        restore_current_blog();
    }
} else {
    Settings::remove();
}
