/** The page: takes snapshots from the stream and hands each part to its place. */
import { connect } from './connect.js'
import { countOf } from './countOf.js'
import { createCounts } from './createCounts.js'
import { createEvents } from './createEvents.js'
import { createSources } from './createSources.js'
import { createTotals } from './createTotals.js'
import { createTrees } from './createTrees.js'

const STATES = { live: 'Live', reconnecting: 'Reconnecting' }

const byId = (id) => document.getElementById(id)
const showTotals = createTotals(byId('totals'))
const showChannels = createCounts(byId('channels'), 'channel')
const showKinds = createCounts(byId('kinds'), 'kind')
const showSources = createSources(byId('sources'))
const showTrees = createTrees(byId('trees'))
const showEvents = createEvents(byId('events'))
const state = byId('state')

connect('/api/stream', {
  onState(next) {
    // Set only where it changes: it is a live region, and would be read out at each snapshot.
    if (state.dataset.state === next) return
    state.dataset.state = next
    state.textContent = STATES[next]
  },
  onSnapshot({ totals, channels, kinds, sources = [], origins = [], trees, events }) {
    const focused = document.activeElement
    byId('empty').hidden = events.length > 0
    byId('figures').hidden = events.length === 0
    byId('no-trees').hidden = trees.length > 0
    showTotals(totals)
    showChannels(channels)
    showKinds(kinds)
    showSources({ sources, origins })
    const { unclassified } = totals
    byId('unclassified').hidden = !unclassified
    byId('unclassified').textContent = `${countOf(unclassified, 'visit')} not classified yet.`
    showTrees(trees)
    showEvents(events)
    // A tree that moved to the top has lost the focus on its way.
    if (focused !== document.activeElement && focused?.isConnected) {
      focused.focus({ preventScroll: true })
    }
  },
})
