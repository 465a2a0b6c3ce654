const NAMES = new Map([
  ['whatsapp', 'WhatsApp'],
  ['telegram', 'Telegram'],
  ['email', 'email'],
  ['sms', 'a text message'],
  ['facebook', 'Facebook'],
  ['copy-button', 'a copied link'],
  ['copy', 'a copied link'],
  ['copy-text', 'a copied passage'],
  ['native', 'a shared link'],
  ['qr', 'a QR code'],
])

/**
 * Says how a reader came, in a sentence.
 *
 * @param {string} channel Of a landing, such as `whatsapp`.
 * @returns {string} Such as `You came by WhatsApp.`
 */
export function greet(channel) {
  return `Somebody passed this on to you. You came by ${NAMES.get(channel) ?? channel}.`
}
