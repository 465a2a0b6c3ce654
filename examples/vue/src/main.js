import { contextMenu, copy, nativeShare, shareLinks } from 'aparte'
import { AparteProvider } from 'aparte/vue'
import { createApp } from 'vue'
import App from './App.vue'
import { router } from './router.js'
import './site.css'

createApp(App)
  .use(router)
  .use(AparteProvider, {
    // Another endpoint by VITE_APARTE_ENDPOINT in the environment of the build, such as a collector on a host of its own.
    endpoint: import.meta.env.VITE_APARTE_ENDPOINT ?? '/collect',
    gestures: [copy(), shareLinks(), nativeShare(), contextMenu()],
    onError: ({ code, cause }) => console.warn('aparte', code, cause),
  })
  .mount('#root')
