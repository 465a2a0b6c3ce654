<?php
/**
 * The share bar: plain links, which work without a script. aparté gives them their token when a reader follows one, and its
 * share bar, where its script is there, adds the rest.
 *
 * @package aparte
 */

defined( 'ABSPATH' ) || exit;

/**
 * Writes the bar for an address.
 *
 * @param string   $url      What is shared.
 * @param string   $title    Its title, as text.
 * @param string[] $channels Names of channels; unknown ones are left out.
 * @return string HTML, escaped. Empty without an address or channels.
 */
function aparte_render_share_bar( $url, $title, $channels ) {
	$links = '';
	$known = aparte_channels();
	$shown = array_values( array_intersect( $channels, array_keys( $known ) ) );
	foreach ( $shown as $channel ) {
		list( $name, $pattern ) = $known[ $channel ];
		$href   = sprintf( $pattern, rawurlencode( $url ), rawurlencode( $title ) );
		$target = preg_match( '/^https:/', $href ) ? ' target="_blank" rel="noopener"' : '';
		$links .= '<a data-channel="' . esc_attr( $channel ) . '" href="' . esc_url( $href, array( 'https', 'mailto', 'sms', 'viber' ) ) . '"' . $target . '>' . esc_html( $name ) . '</a> ';
	}
	if ( '' === $url || '' === $links ) {
		return '';
	}
	aparte_enqueue_bar();
	return '<share-bar url="' . esc_url( $url ) . '" text="' . esc_attr( $title ) . '" channels="' . esc_attr( implode( ' ', $shown ) ) . '">' . trim( $links ) . '</share-bar>';
}

/**
 * The bar of the post that is shown.
 *
 * @param string[] $channels Names of channels.
 * @return string HTML.
 */
function aparte_render_post_bar( $channels ) {
	$title = html_entity_decode( wp_strip_all_tags( get_the_title() ), ENT_QUOTES, 'UTF-8' );
	return aparte_render_share_bar( (string) get_permalink(), $title, $channels );
}

/**
 * Filter `the_content`: the bar below each post, where the settings say so.
 *
 * @param string $content HTML of the post.
 * @return string
 */
function aparte_append_share_bar( $content ) {
	$options = aparte_options();
	$is_post = is_singular( 'post' ) && in_the_loop() && is_main_query();
	if ( ! $options['bar'] || ! $is_post || has_shortcode( get_post()->post_content, 'aparte_share' ) ) {
		return $content;
	}
	return $content . aparte_render_post_bar( $options['channels'] );
}

/**
 * Shortcode `[aparte_share]`, or `[aparte_share channels="whatsapp email"]`.
 *
 * @param array|string $attributes Of the shortcode.
 * @return string HTML.
 */
function aparte_shortcode( $attributes ) {
	$given    = shortcode_atts( array( 'channels' => '' ), $attributes, 'aparte_share' );
	$channels = preg_split( '/[\s,]+/', (string) $given['channels'], -1, PREG_SPLIT_NO_EMPTY );
	return aparte_render_post_bar( $channels ? $channels : aparte_options()['channels'] );
}
