import { readOrigins, type Origin } from './readOrigins.js'

/**
 * Parameters that networks, search engines and mailers add to links: sort, name, then the parameters. Source: what they say
 * about their advertising and sharing themselves, and what their apps add to links.
 *
 * `fbclid` is added in feeds, groups and Messenger alike, `igsh` to posts and direct messages: they count as public.
 */
const PARAMS = readOrigins(`public facebook fbclid mibextid
public instagram igshid igsh
public x twclid
public linkedin li_fat_id
public pinterest epik
public snapchat ScCid sc_click_id
public reddit rdt_cid
public tiktok ttclid
public quora qclid
public vk vkclid
private wechat nsukey isappinstalled
private line openExternalBrowser openInAppBrowser
search google gclid gbraid wbraid dclid gclsrc gad_source srsltid
search microsoft msclkid
search yandex yclid ysclid
campaign mailchimp mc_eid mc_cid
campaign hubspot _hsenc _hsmi
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
