/**
 * The script tag of the opt-out: `<script defer src="/aparte.opt-out.min.js"></script>` before the main one, which is `defer`
 * too. The page has a checkbox or a button with `data-aparte-opt-out`.
 */
import { optOut } from '../consent/optOut.js'
import { pushPart } from './pushPart.js'

pushPart(optOut())
