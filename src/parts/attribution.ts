/**
 * The script tag of the attribution line: `<script async src="/aparte.attribution.min.js" data-min-words="40"></script>`,
 * with `data-template` such as `From La Vigie: {url}`, where `{title}` may stand too.
 */
import { readScriptData } from '../dom/readScriptData.js'
import { guard } from '../lib/guard.js'
import { attribution } from '../page/attribution.js'
import { pushPart } from './pushPart.js'

const { minWords, template } = readScriptData()

guard(
  () => {
    if (template && !template.includes('{url}'))
      throw new TypeError('aparte: attribution: wanted data-template with {url} in it')
    pushPart(
      attribution({
        ...(minWords && { minWords: Number(minWords) }),
        ...(template && {
          template: ({ url, title }) =>
            template.replace(/\{(url|title)\}/g, (_, name) => (name === 'url' ? url : title)),
        }),
      }),
    )
  },
  (_, cause) => console.warn(String(cause)),
)()
