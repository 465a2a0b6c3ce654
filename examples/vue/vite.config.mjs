import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

/** Where `/collect` is passed on to: a collector, such as that of `npm start` in the root. */
const { COLLECTOR = 'http://127.0.0.1:4312/collect' } = process.env

const server = {
  host: '127.0.0.1',
  port: 4322,
  proxy: {
    '/collect': { target: new URL(COLLECTOR).origin, rewrite: () => new URL(COLLECTOR).pathname },
  },
}

export default defineConfig({
  plugins: [vue()],
  server,
  preview: server,
  // aparte is linked from this repository here, which has a Vue of its own. From the registry, leave this out.
  resolve: { dedupe: ['vue'] },
})
