/**
 * The fault suite: every event exactly once in the store of the real collector, whatever happens to pages, browsers and lines.
 * `npm run test:faults` sets how often, and which.
 */
import { declareFaults } from './declareFaults.js'

const { env } = process

await declareFaults({
  count: Number(env['APARTE_FAULTS_N'] ?? 200),
  engine: env['APARTE_FAULTS_ENGINE'] ?? '',
  scenario: env['APARTE_FAULTS_SCENARIO'] ?? '',
  file: env['APARTE_FAULTS_FILE'],
  document: env['APARTE_FAULTS_DOCUMENT'],
})
