import { exampleJourney } from './exampleJourney.js'

exampleJourney('the example with Vue', {
  folder: 'examples/vue',
  paths: ['/read/soup-from-shells', '/read/samphire'],
  start: async () => ({ args: ['node_modules/vite/bin/vite.js', 'preview', '--port', '0'] }),
  develop: async () => ({ args: ['node_modules/vite/bin/vite.js', '--port', '0'] }),
})
