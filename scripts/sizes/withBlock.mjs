/**
 * Puts lines between the marks `<!-- NAME -->` and `<!-- /NAME -->` of a Markdown text, in place of what stood there.
 *
 * @param {string} text
 * @param {string} name
 * @param {string} block
 * @returns {string}
 * @throws Error where the text has no such marks
 */
export function withBlock(text, name, block) {
  const marks = new RegExp(`<!-- ${name} -->[^]*<!-- /${name} -->`)
  if (!marks.test(text)) throw new Error(`The file has no <!-- ${name} --> and <!-- /${name} -->.`)
  // A function, because `$` in a replacement text has a meaning.
  return text.replace(marks, () => `<!-- ${name} -->\n\n${block}\n\n<!-- /${name} -->`)
}
