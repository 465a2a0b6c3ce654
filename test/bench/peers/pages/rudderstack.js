// With its plugins in it: else it loads them from elsewhere.
import { RudderAnalytics } from '@rudderstack/analytics-js/bundled'

window.bench = {
  start: (endpoint, options) =>
    new Promise((resolve) => {
      const analytics = new RudderAnalytics()
      analytics.load('bench', endpoint, { configUrl: endpoint, ...options })
      analytics.ready(() => resolve((marker) => analytics.track('bench', { marker })))
    }),
}
