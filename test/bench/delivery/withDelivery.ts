const BLOCK = /<!-- delivery -->[^]*<!-- \/delivery -->/

/**
 * Puts a text between the marks `<!-- delivery -->` and `<!-- /delivery -->` of a Markdown text, in place of what stood
 * there. Throws where there are no such marks.
 */
export function withDelivery(text: string, block: string): string {
  if (!BLOCK.test(text)) throw new Error('The file has no <!-- delivery --> marks.')
  // A function, because `$` in a replacement text has a meaning.
  return text.replace(BLOCK, () => `<!-- delivery -->\n\n${block}\n\n<!-- /delivery -->`)
}
