/** A copy that no handler, observer or frame of the page may notice, and the tokens that it shall hold. */
import { expect } from 'vitest'
import { copy } from './copySelection.js'
import type { Engine, Page } from './drivers/engine.js'
import type { Clipboard } from './readClipboard.js'
import { takeTokens } from './takeTokens.js'
import './watch.js'

/** How many tokens the HTML and the plain text of a copy shall hold. */
export type Counts = [html: number, plain: number]

/** Copies what is selected, and expects the page, the selection and every frame meanwhile to be as before. */
export async function copyUnnoticed(engine: Engine, page: Page, what: string): Promise<Clipboard> {
  await page.evaluate(() => {
    window.readChanges = window.watch.follow()
  })
  const clipboard = await copy(engine, page)
  const noticed = await page.evaluate(async () => {
    const changes = await window.readChanges()
    const { copies, errors, seen } = window.watch
    return { changes, copies: copies.splice(0), errors, seen }
  })
  const expected = { changes: [], copies: ['body', 'document'], errors: [], seen: 0 }
  expect.soft(noticed, `what the page noticed of ${what}`).toEqual(expected)
  return clipboard
}

const countTokens = (clipboard: Clipboard, flavour: string): number =>
  takeTokens(new Map([...clipboard].filter(([name]) => name === flavour))).tokens.length

/** Expects as many tokens in the HTML and in the plain text, all of one share; returns that token. */
export function expectTokens(
  clipboard: Clipboard,
  counts: Counts | undefined,
  what: string,
): string[] {
  const found = [countTokens(clipboard, 'text/html'), countTokens(clipboard, 'UTF8_STRING')]
  expect.soft(found, `tokens of ${what}`).toEqual(counts)
  const distinct = [...new Set(takeTokens(clipboard).tokens)]
  expect.soft(distinct.length, `shares of ${what}`).toBe(Math.max(...found) > 0 ? 1 : 0)
  return distinct
}
