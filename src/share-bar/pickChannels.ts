import type { ShareChannel } from './shareChannel.js'

/** Picks channels by their names, separated by blanks, in that order. A name that the page does not ship is told to it. */
export function pickChannels(names: string, channels: readonly ShareChannel[]): ShareChannel[] {
  return names.split(/\s+/).flatMap((name) => {
    const found = channels.find(({ channel }) => channel === name)
    if (!found && name) console.warn(`aparte: share bar: no channel ${name}`)
    return found ?? []
  })
}
