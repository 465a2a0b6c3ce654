import { freePort } from '../freePort.js'
import { exampleJourney } from './exampleJourney.js'

exampleJourney('the example with SvelteKit', {
  folder: 'examples/svelte',
  paths: ['/read/route-31', '/read/lost-property'],
  start: async (url) => ({
    args: ['server.js'],
    env: { PORT: String(await freePort()), ORIGIN: url },
  }),
  develop: async () => ({ args: ['node_modules/vite/bin/vite.js', 'dev', '--port', '0'] }),
  isRendered: true,
})
