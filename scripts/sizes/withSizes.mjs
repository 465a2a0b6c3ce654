import { withBlock } from './withBlock.mjs'

/**
 * Puts a table between the marks `<!-- sizes -->` and `<!-- /sizes -->` of a Markdown text, in place of what stood there.
 *
 * @param {string} text
 * @param {string} table lines as the terminal shows them
 * @returns {string}
 * @throws Error where the text has no such marks
 */
export const withSizes = (text, table) => withBlock(text, 'sizes', `\`\`\`text\n${table}\n\`\`\``)
