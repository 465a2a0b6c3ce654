/** Cuts a text that comes in pieces into its lines. */
export interface LineSplitter {
  /** Gives the lines that end in this piece, without their ends; bytes are read as UTF-8. */
  split: (piece: string | Uint8Array) => string[]
  /** Gives the line that has no end, and begins anew. */
  end: () => string[]
  /** How many lines were longer than is kept. */
  cut: () => number
}

/**
 * Makes a splitter that keeps no more than `maxLength` characters of a line, whatever is sent: what a longer line has behind
 * them is dropped as it comes.
 */
export function createLineSplitter(maxLength: number): LineSplitter {
  let decoder = new TextDecoder()
  let rest = ''
  let cut = 0
  /** What is left of a line that is too long is not even joined. */
  let isSkipping = false

  const close = (line: string): string => {
    if (isSkipping) {
      isSkipping = false
      return rest
    }
    const whole = rest + line
    if (whole.length <= maxLength) return whole.endsWith('\r') ? whole.slice(0, -1) : whole
    cut++
    return whole.slice(0, maxLength)
  }
  const split = (text: string): string[] => {
    const lines: string[] = []
    let from = 0
    for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
      lines.push(close(text.slice(from, to)))
      rest = ''
      from = to + 1
    }
    if (isSkipping) return lines
    rest += text.slice(from)
    if (rest.length > maxLength) {
      cut++
      isSkipping = true
      rest = rest.slice(0, maxLength)
    }
    return lines
  }
  return {
    split: (piece) =>
      split(typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })),
    end() {
      const lines = split(decoder.decode())
      if (rest) lines.push(close(''))
      decoder = new TextDecoder()
      rest = ''
      isSkipping = false
      return lines
    },
    cut: () => cut,
  }
}
