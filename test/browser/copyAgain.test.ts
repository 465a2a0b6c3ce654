/** What was copied once can be copied again: the selection is as it was, also for the browser. */
import { expect, test } from 'vitest'
import { copy, select } from './copySelection.js'
import { onEveryEngine } from './onEveryEngine.js'
import { takeTokens } from './takeTokens.js'

onEveryEngine(
  'a second copy of the same selection',
  (stage) => {
    test('is what the first one was, with a token of its own', async () => {
      const { engine, site } = stage
      const page = await (await stage.createContext()).open(`${site.url}/own-text`)
      await select(page, '#copied')
      const native = takeTokens(await copy(engine, page)).clean
      stage.serve()
      await page.goto(`${site.url}/own-text`)
      await select(page, '#copied')
      const shared = new Set<string>()
      for (let times = 1; times <= 3; times++) {
        const { clean, tokens } = takeTokens(await copy(engine, page))
        expect(clean).toEqual(native)
        tokens.forEach((token) => shared.add(token))
        expect(shared.size).toBe(times)
      }
    })
  },
  { isLong: true },
)
