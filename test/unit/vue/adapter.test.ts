// @vitest-environment happy-dom
import { createApp, createSSRApp, nextTick, type App as VueApp } from 'vue'
import type { MountedApp } from '../adapter/app.js'
import { describeAdapter } from '../adapter/describeAdapter.js'
import { App } from './App.js'

async function mounted(app: VueApp): Promise<MountedApp> {
  app.mount(document.body)
  await nextTick()
  return {
    act: async (run) => {
      await run()
      await nextTick()
    },
    unmount: async () => app.unmount(),
  }
}

describeAdapter({
  name: 'vue',
  mount: (props) => mounted(createApp(App, { ...props })),
  hydrate: (props) => mounted(createSSRApp(App, { ...props })),
  mountWrong: async (props) => {
    let caught: unknown
    const app = createApp(App, { ...props })
    app.config.errorHandler = (cause) => {
      caught = cause
    }
    await (await mounted(app)).unmount()
    return caught
  },
})
