#!/usr/bin/env node
/** The command `aparte`. Its words come from Node, and its lines go to the terminal. */
import { run } from './run.js'

/** What is used of Node: the library is compiled without its types, because it runs in browsers. */
declare const process: {
  argv: readonly string[]
  exitCode: number
}

const { exitCode, lines } = run(process.argv.slice(2))
process.exitCode = exitCode
const write = exitCode === 2 ? console.error : console.log
write(lines.join('\n'))
