import { readOrigins, type Origin } from './readOrigins.js'

/**
 * Parameters that networks, search engines and mailers add to links: sort, name, then the parameters. Source: what they say
 * about their advertising and sharing themselves, and what their apps add to links.
 *
 * `fbclid` is added in feeds, groups and Messenger alike, `igsh` to posts and direct messages: they count as public.
 */
const PARAMS = readOrigins(`public facebook fbclid mibextid fb_action_ids fb_source
public instagram igshid igsh
public x twclid
public linkedin li_fat_id
public pinterest epik
public snapchat ScCid sc_click_id
public reddit rdt_cid
public tiktok ttclid
public quora qclid
public vk vkclid
public xiaohongshu xhsshare
private wechat nsukey isappinstalled
private line openExternalBrowser openInAppBrowser
search google gclid gbraid wbraid dclid gclsrc gad_source gad_campaignid srsltid
search microsoft msclkid
search yandex yclid ysclid ymclid
campaign mailchimp mc_eid mc_cid
campaign hubspot _hsenc _hsmi hsCtaTracking
campaign klaviyo _kx
campaign salesforce sfmc_id sfmc_activityid
campaign eloqua elqTrackId
campaign mailerlite ml_subscriber ml_subscriber_hash
campaign dotdigital dm_i
campaign kit ck_subscriber_id
campaign omnisend omnisendContactID
campaign blueshift bsft_clkid
campaign awin awc
campaign wicked wickedid
campaign marketo mkt_tok
campaign vero vero_id
campaign omeda oly_enc_id oly_anon_id
campaign taboola tblci
campaign outbrain dicbo
campaign impact irclickid
campaign cj cjevent`)

/**
 * Tells what a click-id parameter says, by its name: `clickOrigin('fbclid')` gives
 * `{ name: 'facebook', source: 'network', kind: 'public', channel: 'facebook' }`. Undefined for any other.
 */
export function clickOrigin(param: string): Origin | undefined {
  return PARAMS.get(param.toLowerCase())
}
