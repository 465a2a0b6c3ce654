// @vitest-environment happy-dom
import { flushSync, hydrate, mount, unmount } from 'svelte'
import type { Driver, MountedApp } from '../adapter/app.js'
import { describeAdapter } from '../adapter/describeAdapter.js'
import { describeBar } from '../adapter/describeBar.js'
import { findPlace } from '../adapter/place.js'
import Root from './Root.svelte'
import WrongApp from './WrongApp.svelte'

async function mounted(app: Record<string, unknown>): Promise<MountedApp> {
  flushSync()
  return {
    update: async (props) => {
      Object(app).update(props)
      flushSync()
    },
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

const driver: Driver = {
  name: 'svelte',
  mount: (props) => mounted(mount(Root, { target: findPlace(), props: { first: props } })),
  hydrate: (props) => mounted(hydrate(Root, { target: findPlace(), props: { first: props } })),
  mountWrong: async (props) => {
    let caught: unknown
    const onError = (cause: unknown): void => {
      caught = cause
    }
    const app = mount(WrongApp, { target: findPlace(), props: { ...props, onError } })
    await (await mounted(app)).unmount()
    return caught
  },
}

describeAdapter(driver)
describeBar(driver)
