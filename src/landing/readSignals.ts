/** Parameters that networks, search engines and mailers add to links: those of `aparte/classify` that are met often. */
const CLICK =
  /^(?:\w{1,9}cl(?:ic)?k?_?id|[gw]braid|gad_source|srsltid|igsh(?:id)?|mibextid|li_fat_id|epik|mc_[ce]id|_hs(?:enc|mi)|mkt_tok)$/i

/** 200 characters, and no sign of an address of mail anywhere, encoded however often. */
const CAMPAIGN = /^(?!.*(?:@|%(?:25)*40)).{1,200}/su

/**
 * Reads what the query of an arrival says of where the reader came from: `click`, the name of the first click-id parameter,
 * never its value; and `campaign`, the first of `utm_campaign`, `utm_source` and `utm_medium` that is not empty, at most 200
 * characters, and nothing that may be an address of mail. Nothing else of a query is read.
 */
export function readSignals(query: URLSearchParams = new URLSearchParams()): {
  click: string | undefined
  campaign: string | undefined
} {
  const names = [...query.keys()]
  const [campaign] = ['campaign', 'source', 'medium'].flatMap(
    (name) => CAMPAIGN.exec(query.get(`utm_${name}`) ?? '') ?? [],
  )
  return { click: names.find((name) => CLICK.test(name)), campaign }
}
