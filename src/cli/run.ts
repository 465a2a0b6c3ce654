import { checkParam, type Outcome } from './checkParam.js'

const USAGE = [
  'Usage: aparte check-param NAME',
  '',
  'Tells whether a URL parameter of this name can carry tokens, and which privacy lists strip it.',
  'Ends with 0 where it can, 1 where it cannot, 2 for wrong usage.',
]

/** Runs the command line behind `aparte`: `run(['check-param', 'dks'])`. */
export function run(words: readonly string[]): Outcome {
  const [command, name, ...more] = words
  if (words.length === 1 && /^(--help|-h|help)$/.test(command ?? ''))
    return { exitCode: 0, lines: USAGE }
  if (command !== 'check-param' || !name || name.startsWith('-') || more.length)
    return { exitCode: 2, lines: USAGE }
  return checkParam(name)
}
