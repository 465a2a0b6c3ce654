#!/usr/bin/env node
/** The command `aparte`. Its words come from Node, and its lines go to the terminal. */
import { run } from './run.js'
import { runPreviews } from './runPreviews.js'

const [command, ...words] = process.argv.slice(2)
if (command === 'previews') {
  // Whoever reads may leave at any time; what is written is told so by itself.
  process.stdout.on('error', () => undefined)
  process.stderr.on('error', () => undefined)
  const { stdin, stdout: out, stderr: err } = process
  process.exitCode = await runPreviews(words, { out, err, isTyped: stdin.isTTY })
} else {
  const { exitCode, lines } = run(process.argv.slice(2))
  process.exitCode = exitCode
  const write = exitCode === 2 ? console.error : console.log
  write(lines.join('\n'))
}
