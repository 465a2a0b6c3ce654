/** @type {Readonly<Record<string, string>>} */
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * Makes a text safe between tags and inside double-quoted attributes: `a < b` → `a &lt; b`.
 *
 * @param {string} text
 */
export const escapeHtml = (text) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
