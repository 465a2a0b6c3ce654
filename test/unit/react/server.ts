import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { readServerProps } from '../adapter/readServerProps.js'
import { App } from './App.js'

process.stdout.write(renderToString(createElement(App, readServerProps())))
