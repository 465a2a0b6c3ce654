import type { BarParts } from './barOptions.js'
import * as languages from './labels.js'
import * as privateChannels from './privateChannels.js'
import * as publicChannels from './publicChannels.js'
import type { ShareChannel } from './shareChannel.js'
import { usualChannels } from './usualChannels.js'

/** Every language and channel, with WeChat as it is given; English stands in for languages that are missing. */
export function allParts(wechat: ShareChannel): BarParts {
  const { en, ...others } = languages
  return {
    usual: usualChannels,
    languages: [en, ...Object.values(others)],
    channels: [...Object.values(privateChannels), ...Object.values(publicChannels), wechat],
  }
}
