import { describe, expect, it } from 'vitest'
import { createIsOwn } from '../../../src/url/createIsOwn.js'
import { rewriteShareLink } from '../../../src/url/rewriteShareLink.js'

const isOwn = createIsOwn(['journal.example'], () => false)
const rewrite = (
  href: string,
  decorate: (url: string, channel: string) => string,
): ReturnType<typeof rewriteShareLink> => rewriteShareLink(href, isOwn, decorate)

describe('rewriteShareLink', () => {
  it('asks for the decorated form of each own URL, decoded, with the channel of the target', () => {
    const asked: string[][] = []
    const link = rewrite(
      'https://vk.com/share.php?url=https%3A%2F%2Fjournal.example%2Fa%3Fx%3D1&comment=See+https%3A%2F%2Fjournal.example%2Fb.',
      (...args) => {
        asked.push(args)
        return `${args[0]}#new`
      },
    )
    expect(asked).toEqual([
      ['https://journal.example/a?x=1', 'vk'],
      ['https://journal.example/b', 'vk'],
    ])
    expect(link).toEqual({
      href: 'https://vk.com/share.php?url=https%3A%2F%2Fjournal.example%2Fa%3Fx%3D1%23new&comment=See+https%3A%2F%2Fjournal.example%2Fb%23new.',
      channel: 'vk',
    })
  })

  it('gives nothing where no own URL has changed', () => {
    const href = 'https://vk.com/share.php?url=https://journal.example/'
    expect(rewrite(href, (url) => url)).toBeUndefined()
  })

  it.each([
    'https://vk.com/share.php?url=https://other.example/',
    'https://other.example/?url=https://journal.example/',
    'https://journal.example/?url=https://journal.example/',
    'share.php?url=https://journal.example/',
    `https://vk.com/share.php?url=https://journal.example/&a=${'a'.repeat(32_768)}`,
  ])('asks for nothing in %.60s', (href) => {
    expect(rewrite(href, () => expect.unreachable())).toBeUndefined()
  })
})
