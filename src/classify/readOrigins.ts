import { channels, type Channel, type Kind } from '../channel/channels.js'

/** What a referrer or a parameter says about where a reader came from. */
export interface Origin {
  /** Whose it is: a channel where there is one, such as `whatsapp`, else another name. */
  name: string
  source: 'network' | 'search' | 'assistant' | 'campaign'
  channel?: Channel
  kind?: Kind
}

/**
 * Reads a table of origins. A line holds a sort, a name, and all that belongs to it: `private whatsapp web.whatsapp.com wa.me`.
 * The sort is a kind, for networks, or a source; a line that begins with a blank goes on from the one before. The keys of the
 * map are in lower case.
 */
export function readOrigins(table: string): ReadonlyMap<string, Origin> {
  return new Map(
    table.split(/\n(?! )/).flatMap((line) => {
      const [sort = '', name = '', ...keys] = line.split(/\s+/)
      const channel = channels.find((known) => known === name)
      const origin: Origin =
        sort === 'search' || sort === 'assistant' || sort === 'campaign'
          ? { name, source: sort }
          : {
              name,
              source: 'network',
              kind: sort as Kind /* what is left */,
              ...(channel && { channel }),
            }
      return keys.map((key) => [key.toLowerCase(), origin] as const)
    }),
  )
}
