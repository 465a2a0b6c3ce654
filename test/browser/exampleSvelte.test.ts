import { exampleJourney } from './exampleJourney.js'
import { SVELTE } from './exampleSites.js'

exampleJourney('the example with SvelteKit', SVELTE)
