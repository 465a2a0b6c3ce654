import { init, track } from '@plausible-analytics/tracker'

window.bench = {
  start: (endpoint, options) => {
    // It ignores driven browsers unless this is set.
    window.__plausible = true
    init({
      domain: 'journal.example',
      endpoint: `${endpoint}/api/event`,
      captureOnLocalhost: true,
      autoCapturePageviews: false,
      ...options,
    })
    return (marker) => track('bench', { props: { marker } })
  },
}
