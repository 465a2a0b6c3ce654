// @vitest-environment happy-dom
import { createApp, createSSRApp, h, nextTick, shallowRef } from 'vue'
import type { AppProps, Driver, MountedApp } from '../adapter/app.js'
import { describeAdapter } from '../adapter/describeAdapter.js'
import { describeBar } from '../adapter/describeBar.js'
import { findPlace } from '../adapter/place.js'
import { App } from './App.js'

async function mounted(
  create: typeof createApp,
  first: AppProps,
  onError?: (cause: unknown) => void,
): Promise<MountedApp> {
  const props = shallowRef(first)
  const app = create({ render: () => h(App, props.value) })
  if (onError) app.config.errorHandler = onError
  app.mount(findPlace())
  await nextTick()
  return {
    update: async (next) => {
      props.value = next
      await nextTick()
    },
    act: async (run) => {
      await run()
      await nextTick()
    },
    unmount: async () => app.unmount(),
  }
}

const driver: Driver = {
  name: 'vue',
  mount: (props) => mounted(createApp, props),
  hydrate: (props) => mounted(createSSRApp, props),
  mountWrong: async (props) => {
    let caught: unknown
    const app = await mounted(createApp, props, (cause) => {
      caught = cause
    })
    await app.unmount()
    return caught
  },
}

describeAdapter(driver)
describeBar(driver)
