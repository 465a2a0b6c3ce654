import { checkParam, type Outcome } from './checkParam.js'

const USAGE = [
  'Usage: aparte check-param NAME',
  '       aparte previews [--json] [--param NAME] [FILE ...]',
  '',
  'check-param tells whether a URL parameter of this name can carry tokens, and which privacy lists strip it.',
  'Ends with 0 where it can, 1 where it cannot, 2 for wrong usage.',
  '',
  'previews reads access logs, and tells which preview bot fetched each share first; see aparte previews --help.',
]

/** Runs the command line behind `aparte`, except `previews`, which takes its time: `run(['check-param', 'dks'])`. */
export function run(words: readonly string[]): Outcome {
  const [command, name, ...more] = words
  if (words.length === 1 && /^(--help|-h|help)$/.test(command ?? ''))
    return { exitCode: 0, lines: USAGE }
  if (command !== 'check-param' || !name || name.startsWith('-') || more.length)
    return { exitCode: 2, lines: USAGE }
  return checkParam(name)
}
