/**
 * The script tag of the address bar: `<script async src="/aparte.address-bar.min.js" data-ratio="0.1"></script>`, with
 * `data-include` and `data-exclude` as lists of paths.
 */
import { readScriptData } from '../dom/readScriptData.js'
import { guard } from '../lib/guard.js'
import { addressBar } from '../page/addressBar.js'
import { pushPart } from './pushPart.js'

const { ratio, include, exclude } = readScriptData()
const readList = (text: string): string[] => text.split(/\s+/).filter(Boolean)

guard(
  () =>
    pushPart(
      addressBar({
        ...(ratio && { ratio: Number(ratio) }),
        ...(include && { include: readList(include) }),
        ...(exclude && { exclude: readList(exclude) }),
      }),
    ),
  (_, cause) => console.warn(String(cause)),
)()
