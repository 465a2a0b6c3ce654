/** Writes what the benchmark copies: the text of a long magazine page, with own URLs and own links spread over it. */

const WORDS =
  'the harbour master keeps a book of every boat that came in late and nobody has asked for it since the lamps went out but she writes on in pencil because ink runs when the door is open which it mostly is from March until the last crossing of the year'.split(
    ' ',
  )

/** A text to copy. */
export interface TextOptions {
  /** Address of the site, such as `http://127.0.0.1:40123`. */
  origin: string
  /** Characters of the text as it is read, own URLs and links in it. */
  length: number
  /** So many own URLs are written in it, and it has as many own links. */
  ownUrls: number
}

const PARAGRAPH_LENGTH = 600

/** A word in an inline tag now and then, one of thirty, as prose has it; three of a thousand are links to elsewhere. */
function writeWord(index: number): string {
  const word = WORDS[(index * 7 + Math.floor(index / WORDS.length)) % WORDS.length] ?? ''
  if (index % 331 === 0) return `<a href="https://elsewhere.example/${index}">${word}</a>`
  if (index % 53 === 0) return `<em>${word}</em>`
  if (index % 149 === 0) return `<strong>${word}</strong>`
  return word
}

/** Returns the paragraphs as HTML. The same options give the same text. */
export function writeText({ origin, length, ownUrls }: TextOptions): string {
  const distance = length / (ownUrls * 2 + 1)
  const paragraphs: string[] = []
  let line: string[] = []
  let lineLength = 0
  let written = 0
  let own = 0
  for (let index = 1; written < length; index++) {
    let word = writeWord(index)
    if (own < ownUrls * 2 && written >= distance * (own + 1)) {
      const path = `/a/${own}?p=2`
      word = own % 2 === 0 ? `${origin}${path}` : `<a href="${path}">part ${own}</a>`
      own++
    }
    line.push(word)
    const read = word.replaceAll(/<[^>]*>/g, '').length + 1
    written += read
    lineLength += read
    if (lineLength < PARAGRAPH_LENGTH) continue
    paragraphs.push(`<p>${line.join(' ')}.</p>`)
    line = []
    lineLength = 0
  }
  return [...paragraphs, `<p>${line.join(' ')}.</p>`].join('\n')
}
