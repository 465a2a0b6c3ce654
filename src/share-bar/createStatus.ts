import { createNode } from './createNode.js'

/** So long a confirmation is shown; its words are also heard. */
const CONFIRM_MS = 5000

/** The one place of a bar where something is said. */
export interface Status {
  element: HTMLElement
  /** Shows a text, which is also read out; an empty one before, where the same may come again. */
  say: (text: string) => void
  /** Says that all went well, and does not stay in the way. */
  confirm: (text: string) => void
}

/** Makes a polite live region. */
export function createStatus(): Status {
  const element = createNode('span', { role: 'status' })
  let timer: ReturnType<typeof setTimeout> | undefined
  const say: Status['say'] = (text) => {
    clearTimeout(timer)
    element.textContent = text
  }
  return {
    element,
    say,
    confirm: (text) => {
      say(text)
      timer = setTimeout(say, CONFIRM_MS, '')
    },
  }
}
