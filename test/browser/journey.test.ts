/** The main job from end to end: a reader copies, pastes, somebody opens it and copies again. */
import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import { copySelection } from './copySelection.js'
import type { Page } from './drivers/engine.js'
import { onEveryEngine } from './onEveryEngine.js'
import { takeTokens } from './takeTokens.js'

/** Pastes into an editor with Ctrl+V and returns the address of the first link in it. */
async function pasteLink(page: Page): Promise<string> {
  await page.click('#rich')
  await page.press('Control+v')
  return page.evaluate(() => {
    const link = document.querySelector<HTMLAnchorElement>('#rich a')
    return link === null ? 'no link was pasted' : link.href
  })
}

async function pasteText(page: Page): Promise<string> {
  await page.click('#plain')
  await page.press('Control+v')
  return page.evaluate(() => document.querySelector<HTMLTextAreaElement>('#plain')?.value ?? '')
}

async function readFile(file: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  const reader = await connection.runAndReadAll(
    'SELECT type, token, depth, parent FROM events ORDER BY ts, id',
  )
  connection.closeSync()
  instance.closeSync()
  return reader.getRowObjectsJson()
}

onEveryEngine('a share from end to end', (stage) => {
  test.each(['cookieless', 'granted'])(
    'is counted twice over with its parent, %s',
    async (consent) => {
      const { engine, site, collector } = stage
      stage.serve({ 'data-consent': consent })

      const sharer = await stage.createContext()
      const article = await sharer.open(`${site.url}/article`)
      const { tokens } = takeTokens(await copySelection(engine, article, '#copied'))
      const [token] = tokens
      expect(new Set(tokens).size).toBe(1)
      const link = await pasteLink(article)
      expect(link).toBe(`${site.url}/story?from=lead&part=2&dks=${token}`)
      expect(await pasteText(article)).toContain(`${site.url}/minutes/7?dks=${token} in full.`)

      const receiver = await stage.createContext()
      const story = await receiver.open(link)
      const [landing] = await collector.waitForEvents('landing', 1)
      expect(landing).toMatchObject({ token, channel: 'copy-text', kind: 'blind', depth: 1 })
      const [share] = await collector.waitForEvents('share', 1)
      expect(share).toMatchObject({
        token,
        channel: 'copy-text',
        kind: 'blind',
        gesture: 'copy',
        depth: 1,
        parent: null,
        certain: true,
        mode: consent,
        page: `${site.url}/article`,
        site: new URL(site.url).host,
      })

      const again = takeTokens(await copySelection(engine, story, '#alone'))
      const [second] = again.tokens
      expect(second).not.toBe(token)
      expect(await pasteText(story)).toBe(`${site.url}/minutes?alone=1&dks=${second}`)
      const third = await (
        await stage.createContext()
      ).open(`${site.url}/minutes?alone=1&dks=${second}`)
      const landings = await collector.waitForEvents('landing', 2)
      expect(landings[1]).toMatchObject({ token: second, channel: 'copy', depth: 2 })
      const shares = await collector.waitForEvents('share', 2)
      expect(shares[1]).toMatchObject({ token: second, channel: 'copy', depth: 2, parent: token })
      await third.close()

      const views = await collector.waitForEvents('view', 1)
      expect(views[0]).toMatchObject({ navigation: 'navigate', page: `${site.url}/article` })

      await collector.stop()
      const stored = await readFile(collector.file)
      const chain = stored.filter(({ type }) => type === 'share' || type === 'landing')
      expect(chain).toHaveLength(4)
      expect(chain).toContainEqual({ type: 'share', token, depth: 1, parent: null })
      expect(chain).toContainEqual({ type: 'share', token: second, depth: 2, parent: token })
      expect(chain).toContainEqual({ type: 'landing', token: second, depth: 2, parent: null })
    },
  )
})
