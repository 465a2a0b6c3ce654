/** `npm run fuzz`, a few thousand runs of it. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const SCRIPT = fileURLToPath(new URL('../../scripts/fuzz.mjs', import.meta.url))

const fuzz = (...words: string[]): Promise<{ stdout: string; stderr: string }> =>
  promisify(execFile)(process.execPath, [SCRIPT, ...words])

describe('npm run fuzz', () => {
  it('finds nothing that throws, hangs or grows in a small run', async () => {
    const { stdout, stderr } = await fuzz('--runs', '10000')
    expect(stderr).toBe('')
    expect(stdout.match(/^\w+ +\d+ /gm)).toHaveLength(6)
  })

  it.each([
    [['--runs', '0'], '--runs got 0, wanted a number above 0.'],
    [['--target', 'detetc'], '--target got detetc, wanted detect, decorateShareLink,'],
    [['--seed', 'x'], '--seed got x, wanted a number.'],
    [['--run', '1'], "Unknown option '--run'"],
  ])('refuses %j with one sentence', async (words, message) => {
    await expect(fuzz(...words)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(message),
    })
  })
})
