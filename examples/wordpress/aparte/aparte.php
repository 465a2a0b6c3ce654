<?php
/**
 * Plugin Name:       aparté
 * Description:       Measures dark social: links that readers pass on in messengers, mail and private groups. Sends to your own endpoint only.
 * Version:           0.1.0
 * Requires at least: 5.7
 * Requires PHP:      7.2
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       aparte
 *
 * The library in the folder `scripts` has the MIT licence, which is compatible with the GPL.
 *
 * @package aparte
 */

defined( 'ABSPATH' ) || exit;

define( 'APARTE_FILE', __FILE__ );

require_once __DIR__ . '/includes/options.php';
require_once __DIR__ . '/includes/sanitize-options.php';
require_once __DIR__ . '/includes/settings-page.php';
require_once __DIR__ . '/includes/script-tags.php';
require_once __DIR__ . '/includes/share-bar.php';

add_action( 'admin_init', 'aparte_register_settings' );
add_action( 'admin_menu', 'aparte_add_settings_page' );
add_action( 'wp_enqueue_scripts', 'aparte_enqueue_scripts' );
add_filter( 'script_loader_tag', 'aparte_write_attributes', 10, 2 );
add_filter( 'the_content', 'aparte_append_share_bar' );
add_shortcode( 'aparte_share', 'aparte_shortcode' );
