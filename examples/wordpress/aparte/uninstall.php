<?php
/**
 * Removes what the plugin has stored: one option.
 *
 * @package aparte
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'aparte' );
