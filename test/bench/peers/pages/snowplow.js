import { newTracker, trackStructEvent } from '@snowplow/browser-tracker'

window.bench = {
  start: (endpoint, options) => {
    newTracker('bench', endpoint, { appId: 'bench', ...options })
    return (marker) => trackStructEvent({ category: 'bench', action: marker })
  },
}
