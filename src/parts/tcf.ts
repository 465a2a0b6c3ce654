/**
 * The script tag of the TCF adapter: `<script defer src="/aparte.tcf.min.js"></script>` before the main one, which is `defer`
 * too; with `data-elsewhere` for a mode, and `data-legitimate-interest`.
 */
import type { ConsentMode } from '../consent/gate.js'
import { tcf } from '../consent/tcf.js'
import { readScriptData } from '../dom/readScriptData.js'
import { guard } from '../lib/guard.js'
import { pushPart } from './pushPart.js'

const { elsewhere, legitimateInterest = 'false' } = readScriptData()

guard(
  () =>
    pushPart(
      tcf({
        ...(elsewhere && { elsewhere: elsewhere as ConsentMode }), // checked there
        legitimateInterest: legitimateInterest !== 'false',
      }),
    ),
  (_, cause) => console.warn(String(cause)),
)()
