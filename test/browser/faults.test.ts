/** A run of the fast scenarios of the fault suite, in Chromium alone in `npm test`; `npm run test:faults` is the whole of it. */
import { isQuick } from './isQuick.js'
import { declareFaults } from '../faults/declareFaults.js'

await declareFaults({
  count: 1,
  isQuick: true,
  engine: isQuick ? 'chromium' : '',
})
