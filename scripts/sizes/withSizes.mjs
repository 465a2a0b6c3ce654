const BLOCK = /<!-- sizes -->[^]*<!-- \/sizes -->/

/**
 * Puts a table between the marks `<!-- sizes -->` and `<!-- /sizes -->` of a Markdown text, in place of what stood there.
 *
 * @param {string} text
 * @param {string} table lines as the terminal shows them
 * @returns {string}
 * @throws Error where the text has no such marks
 */
export function withSizes(text, table) {
  if (!BLOCK.test(text)) throw new Error('The file has no <!-- sizes --> and <!-- /sizes -->.')
  // A function, because `$` in a replacement text has a meaning.
  return text.replace(
    BLOCK,
    () => `<!-- sizes -->\n\n\`\`\`text\n${table}\n\`\`\`\n\n<!-- /sizes -->`,
  )
}
