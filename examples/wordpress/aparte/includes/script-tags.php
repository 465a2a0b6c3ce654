<?php
/**
 * Puts the script tags on the pages of the site.
 *
 * @package aparte
 */

defined( 'ABSPATH' ) || exit;

/** Enqueues the library and the adapter to the consent platform. Nothing in previews and without an endpoint. */
function aparte_enqueue_scripts() {
	$options = aparte_options();
	if ( $options['bar'] && is_singular( 'post' ) ) {
		// In the head, so that the bar does not change its looks while the page loads.
		aparte_enqueue_bar();
	}
	if ( '' === $options['endpoint'] || is_preview() || is_customize_preview() ) {
		return;
	}
	$needs = array();
	if ( in_array( $options['consent'], array( 'tcf', 'google' ), true ) ) {
		$needs[] = aparte_enqueue_script( 'aparte-consent', 'aparte.' . $options['consent'] . '.min.js' );
	}
	aparte_enqueue_script( 'aparte', 'aparte.min.js', $needs );
}

/** Enqueues script and style sheet of the share bar; those of a bar in the text of a page come at its end. */
function aparte_enqueue_bar() {
	aparte_enqueue_script( 'aparte-share-bar', 'aparte.share-bar.min.js' );
	$path = plugin_dir_path( APARTE_FILE ) . 'scripts/aparte.share-bar.css';
	if ( is_readable( $path ) ) {
		wp_enqueue_style( 'aparte-share-bar', plugins_url( 'scripts/aparte.share-bar.css', APARTE_FILE ), array(), (string) filemtime( $path ) );
	}
}

/**
 * Enqueues one file of the folder `scripts`, if it is there.
 *
 * @param string   $handle Name for WordPress.
 * @param string   $file   Name of the file.
 * @param string[] $needs  Handles that come first.
 * @return string The handle.
 */
function aparte_enqueue_script( $handle, $file, $needs = array() ) {
	$path = plugin_dir_path( APARTE_FILE ) . 'scripts/' . $file;
	if ( is_readable( $path ) ) {
		// The time of the file stands in the address, so that browsers take a new one.
		wp_enqueue_script( $handle, plugins_url( 'scripts/' . $file, APARTE_FILE ), $needs, (string) filemtime( $path ), false );
	}
	return $handle;
}

/**
 * Adds `async` or `defer`, and the options as `data-*`.
 *
 * @param string $tag    The script element as WordPress writes it.
 * @param string $handle Its handle.
 * @return string
 */
function aparte_write_attributes( $tag, $handle ) {
	$is_ours = in_array( $handle, array( 'aparte', 'aparte-consent', 'aparte-share-bar' ), true );
	if ( ! $is_ours || false !== strpos( $tag, ' data-endpoint=' ) ) {
		return $tag;
	}
	$options   = aparte_options();
	$is_follow = in_array( $options['consent'], array( 'tcf', 'google' ), true );
	// An adapter has to run before the tracker starts: deferred scripts keep their order, async ones do not.
	$attributes = $is_follow ? ' defer' : ' async';
	if ( 'aparte' === $handle ) {
		$attributes .= ' data-endpoint="' . esc_attr( $options['endpoint'] ) . '"';
		$attributes .= ' data-consent="' . esc_attr( $is_follow ? 'pending' : $options['consent'] ) . '"';
		$exclude     = implode( ' ', preg_split( '/\s+/', $options['exclude'], -1, PREG_SPLIT_NO_EMPTY ) );
		$attributes .= '' === $exclude ? '' : ' data-exclude="' . esc_attr( $exclude ) . '"';
	}
	// Inline scripts that others add to ours come before or after, and stay as they are.
	return preg_replace_callback(
		'/<script\b(?=[^>]* src=)/',
		static function () use ( $attributes ) {
			return '<script' . $attributes;
		},
		$tag,
		1
	);
}
