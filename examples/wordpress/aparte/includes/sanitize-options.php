<?php
/**
 * Turns what the settings form sends into what is stored.
 *
 * @package aparte
 */

defined( 'ABSPATH' ) || exit;

/**
 * Keeps what is valid; what is not is left out, and said where it would be missed.
 *
 * @param mixed $input The fields of the form.
 * @return array The value of the option `aparte`.
 */
function aparte_sanitize_options( $input ) {
	$input    = is_array( $input ) ? $input : array();
	$channels = isset( $input['channels'] ) && is_array( $input['channels'] ) ? $input['channels'] : array();
	$consent  = isset( $input['consent'] ) ? sanitize_key( $input['consent'] ) : '';
	return array(
		'endpoint' => aparte_sanitize_endpoint( isset( $input['endpoint'] ) ? $input['endpoint'] : '' ),
		// Nothing is measured where it is not clear what readers have allowed.
		'consent'  => isset( aparte_consent_choices()[ $consent ] ) ? $consent : 'denied',
		'exclude'  => aparte_sanitize_paths( isset( $input['exclude'] ) ? $input['exclude'] : '' ),
		'bar'      => ! empty( $input['bar'] ),
		// In the order of the list, whatever order they come in.
		'channels' => array_values( array_intersect( array_keys( aparte_channels() ), array_map( 'sanitize_key', array_filter( $channels, 'is_string' ) ) ) ),
	);
}

/**
 * A path of this site, or an address by https; by http as well where the site itself has no https.
 *
 * @param mixed $endpoint As entered.
 * @return string Empty where it is none.
 */
function aparte_sanitize_endpoint( $endpoint ) {
	$endpoint  = is_string( $endpoint ) ? trim( $endpoint ) : '';
	$protocols = wp_is_using_https() ? array( 'https' ) : array( 'https', 'http' );
	$is_path   = 1 === preg_match( '#^/(?!/)#', $endpoint );
	$url       = $is_path || false !== strpos( $endpoint, '://' ) ? esc_url_raw( $endpoint, $protocols ) : '';
	if ( '' === $url && '' !== $endpoint ) {
		add_settings_error( 'aparte', 'endpoint', __( 'The endpoint has to be a path such as /collect, or an https address. Nothing is measured without one.', 'aparte' ) );
	}
	return $url;
}

/**
 * Beginnings of paths, one a line.
 *
 * @param mixed $text As entered.
 * @return string Those that begin with a slash.
 */
function aparte_sanitize_paths( $text ) {
	$words = preg_split( '/\s+/', is_string( $text ) ? sanitize_textarea_field( $text ) : '', -1, PREG_SPLIT_NO_EMPTY );
	$paths = preg_grep( '#^/#', $words );
	if ( count( $paths ) < count( $words ) ) {
		add_settings_error( 'aparte', 'exclude', __( 'Paths begin with a slash. The others were left out.', 'aparte' ) );
	}
	return implode( "\n", $paths );
}
