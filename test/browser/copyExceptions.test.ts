/** Where a copy cannot be byte for byte that of a page without aparté: what differs besides the tokens, and why. */
import { expect, test } from 'vitest'
import { copy, select } from './copySelection.js'
import { copyUnnoticed } from './copyUnnoticed.js'
import type { EngineName } from './drivers/engine.js'
import { onEveryEngine } from './onEveryEngine.js'
import { takeTokens } from './takeTokens.js'

/** In which engines a difference remains, and what takes it out of one flavour. */
interface Exception {
  engines: EngineName[]
  settle: (text: string, flavour: string) => string
}

const inHtml =
  (pattern: RegExp, by: string) =>
  (text: string, flavour: string): string =>
    flavour === 'text/html' ? text.replaceAll(pattern, by) : text

const EXCEPTIONS: [fixture: string, what: string, exception: Exception][] = [
  // Firefox breaks lines of HTML that have more than 128 characters at blanks, and with a token a line has more.
  ['own-wrapped', 'line breaks', { engines: ['firefox'], settle: inHtml(/\s+/g, ' ') }],
  ['own-paragraph', 'line breaks', { engines: ['firefox'], settle: inHtml(/\s+/g, ' ') }],
  // WebKit leaves out of the HTML a blank that begins a text where the line is wrapped on the screen.
  [
    'own-narrow',
    'blanks between tags',
    {
      engines: ['webkit'],
      settle: inHtml(/<span class="Apple-converted-space">.*?<\/span>|\s+/g, ''),
    },
  ],
  // WebKit copies the text as it is shown.
  [
    'own-capitals',
    'the case of tokens',
    {
      engines: ['webkit'],
      settle: (text) => text.replaceAll(/[?&]DKS=[0-9A-Z]{13}(?![0-9A-Z])/g, ''),
    },
  ],
  // Chromium and WebKit write computed styles into the HTML, and styles may ask for a whole address, or for its end.
  [
    'own-by-ending',
    'styles',
    { engines: ['chromium', 'webkit'], settle: inHtml(/ style="[^"]*"/g, '') },
  ],
]

onEveryEngine(
  'a copy with own URLs',
  (stage) => {
    test.each(EXCEPTIONS)(
      'of %s differs in its tokens and, in some engine, in %s',
      async (name, _, exception) => {
        const { engine, site } = stage
        const { engines, settle } = exception
        const page = await (await stage.createContext()).open(`${site.url}/${name}`)
        const settleAll = (clean: Record<string, string>): Record<string, string> =>
          Object.fromEntries(
            Object.entries(clean).map(([flavour, text]) => [flavour, settle(text, flavour)]),
          )
        await select(page, '#copied')
        const native = takeTokens(await copy(engine, page))
        stage.serve()
        await page.goto(`${site.url}/${name}`)
        await select(page, '#copied')
        const { clean, tokens } = takeTokens(await copyUnnoticed(engine, page, name))
        expect(new Set(tokens).size).toBe(1)
        expect(settleAll(clean)).toEqual(settleAll(native.clean))
        // An exception that is none any more should not be told of either.
        if (engines.includes(engine.name)) expect(clean).not.toEqual(native.clean)
        else expect(clean).toEqual(native.clean)
      },
    )
  },
  { isLong: true },
)
