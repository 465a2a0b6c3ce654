import { createTracker } from 'aparte'

window.bench = {
  start: (endpoint, options) => {
    const tracker = createTracker({ endpoint: `${endpoint}/collect`, ...options })
    return (marker) => tracker.convert('bench', { key: marker })
  },
}
