import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { App } from './App.js'

process.stdout.write(await renderToString(createSSRApp(App, JSON.parse(process.argv[2] ?? ''))))
