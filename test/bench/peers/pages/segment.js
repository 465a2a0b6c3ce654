import { AnalyticsBrowser } from '@segment/analytics-next'

window.bench = {
  start: async (endpoint, deliveryStrategy) => {
    const receiver = { apiHost: `${new URL(endpoint).host}/v1`, protocol: 'http' }
    const [analytics] = await AnalyticsBrowser.load(
      // Its settings come with the page instead of from elsewhere.
      {
        writeKey: 'bench',
        cdnSettings: { integrations: { 'Segment.io': { apiKey: 'bench', ...receiver } } },
      },
      { integrations: { 'Segment.io': { ...receiver, deliveryStrategy } } },
    )
    return (marker) => void analytics.track('bench', { marker })
  },
}
