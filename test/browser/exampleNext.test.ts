import { exampleJourney } from './exampleJourney.js'

const NEXT = 'node_modules/next/dist/bin/next'
const ADDRESS = ['--hostname', '127.0.0.1', '--port', '0']

exampleJourney('the example with Next.js', {
  folder: 'examples/next',
  paths: ['/read/two-spades', '/read/plot-seventeen'],
  start: async () => ({ args: [NEXT, 'start', ...ADDRESS] }),
  develop: async () => ({ args: [NEXT, 'dev', ...ADDRESS] }),
  isRendered: true,
})
