<?php

/**
 * Plugin Name:       HasOffers Widgets
 * Description:       Offers of your HasOffers (TUNE) network, as blocks and shortcodes. The key stays here.
 * Version:           @VERSION@
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * License:           MIT
 * Text Domain:       hasoffers-widgets
 * Domain Path:       /languages
 */

defined('ABSPATH') || exit;

const HASOFFERS_WIDGETS_VERSION = '@VERSION@';
const HASOFFERS_WIDGETS_FILE = __FILE__;

require_once __DIR__ . '/includes/Settings.php';
require_once __DIR__ . '/includes/SettingsPage.php';
require_once __DIR__ . '/includes/ApiEndpoint.php';
require_once __DIR__ . '/includes/Tokens.php';
require_once __DIR__ . '/includes/Scripts.php';
require_once __DIR__ . '/includes/Elements.php';

register_activation_hook(__FILE__, array('HasOffersWidgets\Settings', 'activate'));

// Before other plugins redirect, ask for a login or start a page: a request to the proxy needs none of that.
add_action('plugins_loaded', array('HasOffersWidgets\ApiEndpoint', 'handle'), 0);
add_action('init', array('HasOffersWidgets\Scripts', 'register'));
add_action('init', array('HasOffersWidgets\Elements', 'register'));
// WordPress knows who is logged in, and other plugins have added their filters.
add_action('init', array('HasOffersWidgets\Tokens', 'handle'), 99);
add_action('admin_init', array('HasOffersWidgets\SettingsPage', 'registerSetting'));
add_action('admin_menu', array('HasOffersWidgets\SettingsPage', 'addToMenu'));
