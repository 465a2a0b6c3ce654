/** A few runs of the fault suite; `npm run test:faults` is the whole of it. */
import { declareFaults } from '../faults/declareFaults.js'

const isQuick = process.env['APARTE_QUICK'] !== undefined && process.env['APARTE_QUICK'] !== ''

await declareFaults({ count: 1, isQuick, engine: isQuick ? 'chromium' : '' })
