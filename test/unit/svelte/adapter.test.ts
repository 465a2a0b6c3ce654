// @vitest-environment happy-dom
import { flushSync, hydrate, mount, unmount } from 'svelte'
import type { MountedApp } from '../adapter/app.js'
import { describeAdapter } from '../adapter/describeAdapter.js'
import App from './App.svelte'
import WrongApp from './WrongApp.svelte'

async function mounted(app: Record<string, unknown>): Promise<MountedApp> {
  flushSync()
  return {
    act: async (run) => {
      await run()
      flushSync()
    },
    unmount: async () => {
      await unmount(app)
      // Subscriptions end in a microtask.
      await Promise.resolve()
    },
  }
}

describeAdapter({
  name: 'svelte',
  mount: (props) => mounted(mount(App, { target: document.body, props })),
  hydrate: (props) => mounted(hydrate(App, { target: document.body, props })),
  mountWrong: async (props) => {
    let caught: unknown
    const onError = (cause: unknown): void => {
      caught = cause
    }
    const app = mount(WrongApp, { target: document.body, props: { ...props, onError } })
    await (await mounted(app)).unmount()
    return caught
  },
})
