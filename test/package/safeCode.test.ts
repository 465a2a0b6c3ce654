import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const DIST = new URL('../../dist/', import.meta.url)
const files = readdirSync(DIST).filter((name) => /^aparte.*\.min\.js$/.test(name))

/** What makes code of text, or markup of it. */
const MAKERS =
  /\beval\b|\bFunction\(|\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write|\bcreateContextualFragment\b|\bDOMParser\b|\bsrcdoc\b|\bsetTimeout\(["'`]/

describe('the script-tag files', () => {
  it('are all looked at', () => {
    expect(files).toContain('aparte.min.js')
    expect(files.length).toBeGreaterThan(5)
  })

  it.each(files)('make neither code nor markup of text: %s', (name) => {
    expect(MAKERS.exec(readFileSync(new URL(name, DIST), 'utf8'))?.[0]).toBeUndefined()
  })
})
