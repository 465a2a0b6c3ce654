<?php
/**
 * What the settings hold, and what they may hold.
 *
 * @package aparte
 */

defined( 'ABSPATH' ) || exit;

/**
 * The settings, with defaults for what has not been saved. Stored as one option, `aparte`.
 *
 * @return array{endpoint: string, consent: string, exclude: string, bar: bool, channels: string[]}
 */
function aparte_options() {
	$stored = get_option( 'aparte', array() );
	return array_merge(
		array(
			'endpoint' => '',
			'consent'  => 'cookieless',
			'exclude'  => "/wp-login.php\n/cart/\n/checkout/\n/my-account/",
			'bar'      => false,
			'channels' => array( 'whatsapp', 'telegram', 'email', 'facebook' ),
		),
		is_array( $stored ) ? $stored : array()
	);
}

/**
 * Who decides about consent: a fixed mode of aparté, or a consent platform, which has a script of its own.
 *
 * @return array<string, string> Value => name.
 */
function aparte_consent_choices() {
	return array(
		'cookieless' => __( 'Store nothing (cookieless)', 'aparte' ),
		'pending'    => __( 'Wait until a script calls tracker.consent (pending)', 'aparte' ),
		'granted'    => __( 'All readers have agreed already (granted)', 'aparte' ),
		'exempt'     => __( 'Audience measurement that needs no consent (exempt)', 'aparte' ),
		'denied'     => __( 'Nothing at all (denied)', 'aparte' ),
		'tcf'        => __( 'Follow a consent platform by IAB TCF 2.2', 'aparte' ),
		'google'     => __( 'Follow Google Consent Mode', 'aparte' ),
	);
}

/**
 * Share targets: `%1$s` is the address of the post, `%2$s` its title, both encoded.
 *
 * @return array<string, array{0: string, 1: string}> Channel => name and address.
 */
function aparte_channels() {
	return array(
		'whatsapp' => array( 'WhatsApp', 'https://wa.me/?text=%2$s%%20%1$s' ),
		'telegram' => array( 'Telegram', 'https://t.me/share/url?url=%1$s&text=%2$s' ),
		'line'     => array( 'LINE', 'https://social-plugins.line.me/lineit/share?url=%1$s' ),
		'viber'    => array( 'Viber', 'viber://forward?text=%2$s%%20%1$s' ),
		'email'    => array( __( 'Email', 'aparte' ), 'mailto:?subject=%2$s&body=%1$s' ),
		'sms'      => array( __( 'Text message', 'aparte' ), 'sms:?&body=%2$s%%20%1$s' ),
		'facebook' => array( 'Facebook', 'https://www.facebook.com/sharer/sharer.php?u=%1$s' ),
		'x'        => array( 'X', 'https://x.com/intent/post?url=%1$s&text=%2$s' ),
		'bluesky'  => array( 'Bluesky', 'https://bsky.app/intent/compose?text=%2$s%%20%1$s' ),
		'linkedin' => array( 'LinkedIn', 'https://www.linkedin.com/sharing/share-offsite/?url=%1$s' ),
		'reddit'   => array( 'Reddit', 'https://www.reddit.com/submit?url=%1$s&title=%2$s' ),
	);
}
