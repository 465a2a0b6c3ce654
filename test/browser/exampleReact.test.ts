import { exampleJourney } from './exampleJourney.js'

exampleJourney('the example with React', {
  folder: 'examples/react',
  paths: ['/read/pencil-only', '/read/abandoned-books'],
  start: async () => ({ args: ['node_modules/vite/bin/vite.js', 'preview', '--port', '0'] }),
  develop: async () => ({ args: ['node_modules/vite/bin/vite.js', '--port', '0'] }),
})
