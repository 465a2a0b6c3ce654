/** A copy without an own URL is none of aparté's business. */
import { expect, test } from 'vitest'
import { copySelection } from './copySelection.js'
import { onEveryEngine } from './onEveryEngine.js'
import { takeTokens } from './takeTokens.js'

const FIXTURES = ['prose-plain', 'prose-foreign', 'prose-table', 'prose-list', 'prose-code']

onEveryEngine('a copy without an own URL', (stage) => {
  test.each(FIXTURES)('puts on the clipboard what it would without aparté: %s', async (fixture) => {
    const { engine, site, collector } = stage
    const url = `${site.url}/${fixture}`
    const page = await (await stage.createContext()).open(url)
    const whole = await copySelection(engine, page, '#copied')
    const inside = await copySelection(engine, page, '#copied', 'inside')

    stage.serve()
    await page.goto(url)
    // Byte for byte, in every flavour; the tokens are not taken out, there must be none.
    expect(await copySelection(engine, page, '#copied')).toEqual(whole)
    expect(await copySelection(engine, page, '#copied', 'inside')).toEqual(inside)
    expect(takeTokens(whole).tokens).toEqual([])
    expect(await page.evaluate(() => window.watch.records)).toBe(0)
    await page.close()

    // A second visit that does share comes last: what the first had to send is stored by then.
    const other = await (await stage.createContext()).open(`${site.url}/article`)
    await copySelection(engine, other, '#copied')
    await other.close()
    await collector.waitForEvents('view', 2)
    const [share] = await collector.waitForEvents('share', 1)
    expect(share).toMatchObject({ page: `${site.url}/article` })
  })
})
