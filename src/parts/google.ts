/**
 * The script tag of the adapter to Google Consent Mode: `<script defer src="/aparte.google.min.js"></script>` before the main
 * one, which is `defer` too; with `data-data-layer` for a name, and `data-denied` for a mode.
 */
import type { ConsentMode } from '../consent/gate.js'
import { google } from '../consent/google.js'
import { readScriptData } from '../dom/readScriptData.js'
import { guard } from '../lib/guard.js'
import { pushPart } from './pushPart.js'

const { dataLayer, denied } = readScriptData()

guard(
  () =>
    pushPart(
      google({
        ...(dataLayer && { dataLayer }),
        ...(denied && { denied: denied as ConsentMode }), // checked there
      }),
    ),
  (_, cause) => console.warn(String(cause)),
)()
