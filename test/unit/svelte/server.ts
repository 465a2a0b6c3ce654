import { render } from 'svelte/server'
import { readServerProps } from '../adapter/readServerProps.js'
import Root from './Root.svelte'

process.stdout.write(render(Root, { props: { first: readServerProps() } }).body)
