// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Host } from '../../../src/extension.js'
import type { Stop } from '../../../src/lib/listen.js'
import { shareLinks } from '../../../src/page/shareLinks.js'

const TARGET = 'https://wa.me/?text=https%3A%2F%2Fjournal.example%2Fa'

let stop: Stop = () => {}
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a page that goes to a share target', () => {
  it.each([
    ['is sent there with a token, where the last click was in any part of the page', '', true],
    ['is left alone, where the last click was in an ignored part', 'data-aparte-ignore', false],
  ])('%s', (_, attribute, isTagged) => {
    vi.useFakeTimers() // it would go there a task later
    // The part of the Navigation API that is used; happy-dom has none.
    const navigation = new EventTarget()
    vi.stubGlobal('navigation', navigation)
    document.body.innerHTML = `<p ${attribute}><button>Share</button></p>`
    const commit = vi.fn<() => void>()
    const host: Partial<Host> = {
      isOpen: () => true,
      isOwn: (href) => href.startsWith('https://journal.example/'),
      begin: () => ({ token: 'x', decorate: (url) => `${url}?dks=x`, commit }),
      report: (code, cause) => {
        throw new Error(code, { cause })
      },
    }
    stop = shareLinks()(host as Host) // all that it uses
    document.querySelector('button')?.dispatchEvent(new Event('click', { bubbles: true }))
    const leaving = Object.assign(new Event('navigate', { cancelable: true }), {
      destination: { url: TARGET },
      navigationType: 'push',
      formData: null,
    })
    navigation.dispatchEvent(leaving)
    expect(leaving.defaultPrevented).toBe(isTagged)
    expect(commit).toHaveBeenCalledTimes(isTagged ? 1 : 0)
  })
})
