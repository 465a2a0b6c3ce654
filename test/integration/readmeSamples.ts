import { readFileSync } from 'node:fs'
import { root } from '../../scripts/setup/root.mjs'

/** A fenced block of a Markdown file: the word behind its opening fence, such as `ts`, and its text. */
export interface Sample {
  language: string
  code: string
}

/** Reads the fenced blocks of a Markdown file in the root of the repository, in their order. */
export function readSamples(file: string): Sample[] {
  const text = readFileSync(root + file, 'utf8')
  return [...text.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(([, language = '', code = '']) => ({
    language,
    code,
  }))
}
