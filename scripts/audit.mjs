/** `npm run audit`: asks the registry for known faults; ends with 1 where there are, and with 2 where it cannot be known. */
import { auditAll } from './audit/auditAll.mjs'

const { outcome, why } = await auditAll()
console.log(`audit ${outcome}: ${why}`)
process.exitCode = { passed: 0, failed: 1, skipped: 2 }[outcome]
