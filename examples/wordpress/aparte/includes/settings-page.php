<?php
/**
 * Settings > aparté. The settings API brings the nonce and checks it, and who may save.
 *
 * @package aparte
 */

defined( 'ABSPATH' ) || exit;

/** Tells WordPress the option and how it is cleaned. */
function aparte_register_settings() {
	register_setting(
		'aparte',
		'aparte',
		array(
			'type'              => 'array',
			'sanitize_callback' => 'aparte_sanitize_options',
		)
	);
	$fields = array(
		'endpoint' => __( 'Endpoint', 'aparte' ),
		'consent'  => __( 'Consent', 'aparte' ),
		'exclude'  => __( 'Paths that are left alone', 'aparte' ),
		'bar'      => __( 'Share bar', 'aparte' ),
		'channels' => __( 'Channels', 'aparte' ),
	);
	add_settings_section( 'aparte', '', '__return_null', 'aparte' );
	foreach ( $fields as $name => $title ) {
		$label = in_array( $name, array( 'bar', 'channels' ), true ) ? array() : array( 'label_for' => 'aparte-' . $name );
		add_settings_field( 'aparte-' . $name, $title, 'aparte_print_' . $name, 'aparte', 'aparte', $label );
	}
}

/** Adds the page to the menu. */
function aparte_add_settings_page() {
	add_options_page( 'aparté', 'aparté', 'manage_options', 'aparte', 'aparte_print_settings_page' );
}

/** Prints the page. */
function aparte_print_settings_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	echo '<div class="wrap"><h1>' . esc_html( get_admin_page_title() ) . '</h1>';
	echo '<form action="' . esc_url( admin_url( 'options.php' ) ) . '" method="post">';
	settings_fields( 'aparte' );
	do_settings_sections( 'aparte' );
	submit_button();
	echo '</form></div>';
}

/** Prints the field of the endpoint. */
function aparte_print_endpoint() {
	echo '<input type="text" class="regular-text code" id="aparte-endpoint" name="aparte[endpoint]" placeholder="/collect" value="' . esc_attr( aparte_options()['endpoint'] ) . '" />';
	echo '<p class="description">' . esc_html__( 'Where events go: a path of this site, or an https address. Empty measures nothing.', 'aparte' ) . '</p>';
}

/** Prints the choice of the consent mode. */
function aparte_print_consent() {
	$chosen = aparte_options()['consent'];
	echo '<select id="aparte-consent" name="aparte[consent]">';
	foreach ( aparte_consent_choices() as $value => $name ) {
		echo '<option value="' . esc_attr( $value ) . '"' . selected( $chosen, $value, false ) . '>' . esc_html( $name ) . '</option>';
	}
	echo '</select><p class="description">' . esc_html__( 'Cookieless is not consent-free: ask your privacy officer.', 'aparte' ) . '</p>';
}

/** Prints the field of the excluded paths. */
function aparte_print_exclude() {
	echo '<textarea class="code" rows="5" cols="40" id="aparte-exclude" name="aparte[exclude]">' . esc_textarea( aparte_options()['exclude'] ) . '</textarea>';
	echo '<p class="description">' . esc_html__( 'Beginnings of paths, one a line: links to them never get a token, and nothing is sent from there.', 'aparte' ) . '</p>';
}

/** Prints the switch of the share bar. */
function aparte_print_bar() {
	echo '<label><input type="checkbox" name="aparte[bar]" value="1"' . checked( aparte_options()['bar'], true, false ) . ' /> ';
	echo esc_html__( 'Below each post. Elsewhere, write [aparte_share].', 'aparte' ) . '</label>';
}

/** Prints the channels. */
function aparte_print_channels() {
	$chosen = aparte_options()['channels'];
	echo '<fieldset><legend class="screen-reader-text">' . esc_html__( 'Channels', 'aparte' ) . '</legend>';
	foreach ( aparte_channels() as $channel => list( $name ) ) {
		echo '<label><input type="checkbox" name="aparte[channels][]" value="' . esc_attr( $channel ) . '"' . checked( in_array( $channel, $chosen, true ), true, false ) . ' /> ' . esc_html( $name ) . '</label><br />';
	}
	echo '</fieldset>';
}
