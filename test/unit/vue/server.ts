import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { readServerProps } from '../adapter/readServerProps.js'
import { App } from './App.js'

process.stdout.write(await renderToString(createSSRApp(App, { ...readServerProps() })))
