/** The command line for what is stored: `node admin.js export TOKEN…`, `erase TOKEN…`, `expire`; see README. */
import { text } from 'node:stream/consumers'
import { readTask } from './readTask.js'
import { runTask } from './runTask.js'

const task = await readTask(process.argv.slice(2), process.env, () => text(process.stdin))
try {
  if (!task.ok) throw new Error(task.why)
  process.stdout.write(await runTask(task))
} catch (cause) {
  console.error(`admin: ${cause instanceof Error ? cause.message : String(cause)}`)
  process.exitCode = 1
}
