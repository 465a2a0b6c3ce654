import posthog from 'posthog-js'

window.bench = {
  start: (endpoint, options) =>
    new Promise((resolve) => {
      posthog.init('phc_bench', {
        api_host: endpoint,
        // A driven browser is a bot to it, and what it loads from elsewhere is no part of this.
        opt_out_useragent_filter: true,
        disable_external_dependency_loading: true,
        advanced_disable_flags: true,
        autocapture: false,
        capture_pageview: false,
        disable_session_recording: true,
        ...options,
        loaded: () => resolve((marker) => posthog.capture('bench', { marker })),
      })
    }),
}
