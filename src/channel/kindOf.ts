import { channels, type Channel, type Kind } from './channels.js'

/**
 * Tells the kind of a channel: `kindOf('whatsapp') === 'private'`. The kinds are contiguous runs of channel codes; custom
 * channels are `other`.
 */
export function kindOf(channel: Channel): Kind {
  const code = channels.indexOf(channel)
  return code < 8
    ? 'blind'
    : code < 10 || code > 52
      ? 'other'
      : code < 33
        ? 'private'
        : code < 49
          ? 'public'
          : 'later'
}
