/** Who takes part: each tracker as it comes, and with what its own documentation offers against loss. */

/** A tracker and a way to set it up. */
export interface Contestant {
  name: string
  /** File of test/bench/peers/pages. */
  page: string
  /** Name of its package; none for what every browser has. */
  package?: string
  /** Handed to the page. */
  options: Readonly<Record<string, unknown>>
  /** Whether its events have an id, by which its receiver can drop repeats. */
  hasIds: boolean
}

/** In the order of the table. */
export const CONTESTANTS: readonly Contestant[] = [
  {
    name: 'aparté, `granted`',
    page: 'aparte',
    options: { consent: 'granted' },
    hasIds: true,
  },
  { name: 'aparté, default (`cookieless`)', page: 'aparte', options: {}, hasIds: true },
  { name: 'plain `fetch`', page: 'plain', options: { by: 'fetch' }, hasIds: false },
  {
    name: 'plain `fetch`, `keepalive`',
    page: 'plain',
    options: { by: 'fetch', keepalive: true },
    hasIds: false,
  },
  { name: 'plain `sendBeacon`', page: 'plain', options: { by: 'beacon' }, hasIds: false },
  {
    name: 'Snowplow, default',
    page: 'snowplow',
    package: '@snowplow/browser-tracker',
    options: {},
    hasIds: true,
  },
  {
    name: 'Snowplow, `keepalive`',
    page: 'snowplow',
    package: '@snowplow/browser-tracker',
    options: { keepalive: true },
    hasIds: true,
  },
  { name: 'PostHog, default', page: 'posthog', package: 'posthog-js', options: {}, hasIds: true },
  {
    name: 'PostHog, `request_batching: false`',
    page: 'posthog',
    package: 'posthog-js',
    options: { request_batching: false },
    hasIds: true,
  },
  {
    name: 'Plausible (no choice)',
    page: 'plausible',
    package: '@plausible-analytics/tracker',
    options: {},
    hasIds: false,
  },
  {
    name: 'Segment, default',
    page: 'segment',
    package: '@segment/analytics-next',
    options: {},
    hasIds: true,
  },
  {
    name: 'Segment, `keepalive`',
    page: 'segment',
    package: '@segment/analytics-next',
    options: { config: { keepalive: true } },
    hasIds: true,
  },
  {
    name: 'RudderStack, default',
    page: 'rudderstack',
    package: '@rudderstack/analytics-js',
    options: {},
    hasIds: true,
  },
  {
    name: 'RudderStack, `useBeacon`',
    page: 'rudderstack',
    package: '@rudderstack/analytics-js',
    options: { useBeacon: true },
    hasIds: true,
  },
]
