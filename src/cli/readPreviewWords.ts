import { parseArgs } from 'node:util'
import { DEFAULT_PARAM } from '../url/param.js'
import { USABLE_PARAM } from '../url/usableParam.js'

/** What `aparte previews` is to do, or why it cannot. */
export type PreviewWords =
  | { ok: true; help: boolean; json: boolean; param: string; files: string[] }
  | { ok: false; why: string }

/** Reads the words behind `aparte previews`; no file means standard input, as `-` does. */
export function readPreviewWords(words: readonly string[]): PreviewWords {
  let parsed
  try {
    parsed = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        json: { type: 'boolean' },
        param: { type: 'string' },
      },
    })
  } catch (cause) {
    // parseArgs throws on unknown flags and on flags without a value.
    const [sentence = ''] = cause instanceof Error ? cause.message.split('. ') : []
    return { ok: false, why: `${sentence}.` }
  }
  const { help = false, json = false, param = DEFAULT_PARAM } = parsed.values
  if (!RegExp(`^(?:${USABLE_PARAM})$`).test(param))
    return { ok: false, why: `--param must be a name that can carry tokens, not "${param}".` }
  const files = parsed.positionals.length ? parsed.positionals : ['-']
  return { ok: true, help, json, param, files }
}
