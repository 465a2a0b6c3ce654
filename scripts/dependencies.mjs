/**
 * `npm run report:dependencies`: prints what the library, its examples and its development depend on, with sizes and licences.
 * `npm run report:dependencies -- --write` puts it into docs/dependencies.md. Needs node_modules.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { writeReport } from './dependencies/writeReport.mjs'
import { root } from './setup/root.mjs'
import { withBlock } from './sizes/withBlock.mjs'

const [flag, ...rest] = process.argv.slice(2)
if ((flag !== undefined && flag !== '--write') || rest.length) {
  console.error('npm run report:dependencies takes --write, or nothing.')
  process.exit(1)
}
const report = await writeReport()
console.log(report)
if (flag) {
  const file = `${root}docs/dependencies.md`
  writeFileSync(file, withBlock(readFileSync(file, 'utf8'), 'dependencies', report))
}
