/**
 * Makes what an access log tells of the copied links of that day.
 *
 * @param {Record<string, unknown>[]} events from `makeDay`
 */
export function makePreviews(events) {
  const told = [
    { bot: 'slack-preview', network: 'Slack', channel: 'slack', fetchedBy: 'server' },
    { bot: 'whatsapp-preview', network: 'WhatsApp', channel: 'whatsapp', fetchedBy: 'device' },
  ]
  return events
    .filter(({ type, channel }) => type === 'share' && channel === 'copy')
    .map(({ token, at }, i) => ({ token, at, ...told[i % told.length] }))
}
