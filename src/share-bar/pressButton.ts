import type { Channel } from '../channel/channels.js'
import { isIgnored } from '../dom/isIgnored.js'
import { beginShare } from '../share/beginShare.js'
import { copyUrl } from '../share/copyUrl.js'
import { shareNatively } from '../share/shareNatively.js'
import type { Status } from './createStatus.js'
import type { Entry } from './readEntries.js'
import type { SharedPage } from './shareChannel.js'
import type { ShareLabels } from './shareLabels.js'
import { showField } from './showField.js'

/** What a button acts on. */
export interface Pressed {
  bar: HTMLElement
  status: Status
  labels: ShareLabels
  page: SharedPage
}

/**
 * Does what a button of the bar is for: opens the share sheet, copies the link, or lets a channel show what it has. A sheet
 * that fails becomes a copy, and a clipboard that refuses a field to copy from; a sheet that the reader closes is silence.
 */
export async function pressButton({ name, open }: Entry, pressed: Pressed): Promise<void> {
  const { bar, status, labels, page } = pressed
  const { url, text } = page
  // Only now: later no event is being handled.
  const isLeftAlone = isIgnored()
  status.say('')
  if (open) return open({ bar, labels, ...beginShare('api', name as Channel, url) })
  if (name === 'native') {
    const ended = await shareNatively({ url, title: text })
    if (ended === 'shared') status.confirm(labels.shared)
    if (ended !== 'failed') return
  }
  const isCopied = !(name === 'native' && isLeftAlone) && (await copyUrl(url))
  showField(bar, isCopied ? undefined : { url, label: labels.copyLink })
  if (isCopied) status.confirm(labels.copied)
  else status.say(labels.copyFailed)
}
