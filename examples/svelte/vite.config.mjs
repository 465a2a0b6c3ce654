import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [sveltekit()],
  server: { host: '127.0.0.1', port: 4323 },
  // Its components are source, for the compiler of this site.
  ssr: { noExternal: ['aparte'] },
  // aparte is linked from this repository here, which has a Svelte of its own. From the registry, leave this out.
  resolve: { dedupe: ['svelte'] },
})
