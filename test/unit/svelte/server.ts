import { render } from 'svelte/server'
import App from './App.svelte'

process.stdout.write(render(App, { props: JSON.parse(process.argv[2] ?? '') }).body)
