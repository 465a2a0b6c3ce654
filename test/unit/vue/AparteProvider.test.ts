// @vitest-environment happy-dom
import { createApp, createSSRApp, h } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import { mintToken } from '../../../src/token/mintToken.js'
import { readHost } from '../../../src/share/readHost.js'
import { AparteProvider, useLanding } from '../../../src/vue/index.js'
import { findPlace, place } from '../adapter/place.js'
import { PAGE, stageTracker } from '../stageTracker.js'

const stage = stageTracker()
const options = { endpoint: '/collect' }

describe('AparteProvider as a plugin', () => {
  it('starts a tracker, which components find, and stops it with the application', async () => {
    stage.load(`${PAGE}&dks=${mintToken('email', 1)}`)
    place()
    const app = createApp({
      setup: () => {
        const landing = useLanding()
        return () => h('p', landing.value?.channel)
      },
    }).use(AparteProvider, options)
    expect(readHost()).toBeDefined()
    app.mount(findPlace())
    await vi.waitFor(() => expect(document.querySelector('p')?.textContent).toBe('email'))
    app.unmount()
    expect(readHost()).toBeUndefined()
  })

  it('starts nothing without options', () => {
    createApp({}).use(AparteProvider)
    expect(readHost()).toBeUndefined()
  })

  it('throws a wrong option where it is used', () => {
    expect(() => createApp({}).use(AparteProvider, { endpoint: 'no path' })).toThrow(TypeError)
  })

  it('does nothing on a server', () => {
    for (const name of ['window', 'document']) vi.stubGlobal(name, undefined)
    createSSRApp({}).use(AparteProvider, { endpoint: 'no path' })
    vi.unstubAllGlobals()
    expect(readHost()).toBeUndefined()
  })
})
