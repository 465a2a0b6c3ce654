/**
 * Which parameter names the privacy lists take out of URLs: a list, a colon, and the names that it strips, each a pattern of
 * the whole name. As far as a name of tokens could meet them: two to eight lower-case letters, a token as the value, rules
 * for all sites and, marked `(conditional)`, for requests of some sort. Rules for single sites are left out, and so are those
 * that take out every parameter, which no name escapes.
 *
 * Facts as of November 2026, no list itself. A test compares them with what the lists hold.
 */
export const STRIP_RULES = `ClearURLs: [a-z]?mc cmpid dclid echobox fbclid gclid msclkid mtm ref referrer spm srsltid twclid
  utm wickedid wtrid wtz?mc yclid
DuckDuckGo trackingParameters: fbclid gclid
Brave query-filter.json: bbeml dclid fbclid gclid msclkid srsltid syclid ttclid twclid wbraid
  wickedid yclid ymclid ysclid
Brave clean-urls.json (copy clean link): clickid gbraid gclid gclsrc ircid irgwc srsltid ttclid
  usqp wbraid yadclid yadordid yclid ymclid ysclid
Safari LTP (observed): dclid fbclid gclid igshid msclkid twclid
Safari LTP (rumoured = PrivacyTests.org list): dclid fbclid gclid msclkid wickedid yclid
Neat URL: cmpid fbclid gclid gclsrc mbid ncid trk twclid yclid
tidy-url: cmpid elq elqaid elqat fbclid gclid gclsrc mbid ncid
tracking-query-params-registry: campid customid dclid epik fbclid gbraid gclid gclsrc gdffi gdfms
  gdftrk igshid mkcid mkevt mkrid mkwid msclkid ndclid pcrid rtid si srsltid toolid ttclid twclid
  vmcid wbraid yclid
AdGuard TrackParamFilter general_url: adfrom asgtbndr awc cmpid cuid erid fbclid gbraid gci gclid
  gclsrc irgwc maf msclkid oprtrack rtkcid sscid tduid twclid usqp wbraid wickedid xtor yclid ymid
  ysclid
uBOL AdGuard/uBO URL Tracking Protection: adfrom asgtbndr awc btag cjdata cjevent cmpid cuid dclid
  elq elqaid elqak elqat erid eurl fbadid fbclid ftag gbraid gci gclid gclsrc iclid irgwc janet
  loclid maf msclkid oprtrack rtkcid srclt srsltid sscid taid tduid tgclid ttclid twclid usqp
  uzcid wbraid wickedid xtor yclid ymid ysclid
uBOL default (uBO filters): bbeml dclid fbclid gbraid gclid gclsrc msclkid srsltid twclid wbraid
  wickedid yclid ymclid ysclid
Actually Legitimate URL Shortener: [a-z]*affcid[a-z]* acontext adcid adfrom adgroup adgrpid
  adjust[a-z]* adpopup adppopup adtype advisonl adxnnl adxnnlx afcode aff affc affcode affid affil
  afflid affname affsrc afftag afftrack affuid affwin afid afsrc aftr algo ampcid appnxsid asclid
  asgtbndr atid avad awc awid bbaid bclid bcpid bctid belboon bih biw bsencid btag btsid bxid
  cbuster cjdata cje cjevent cjid cjpid cjpixel ckmc ckmsc clickid clickref cmpid cmt cndid cnxclid coagent
  coliid criteoid cshid cuid cvosrc dartycid dchild dclid dcmp dgcid dlsi dti dtpid duckai eblink
  ecid ectrans edsacid elq elqah elqaid elqat elqcsid elqcst epik exta extcmp fbclid fcref fir
  fobs fpestid fref fsrc ftag gbraid gci gclid gclsrc gdffi gdfms gdftrk ggcid ggdev ggdevm ggntk
  ggplm ggpos ggsub ggtgt gtm gtmtrack hasha hashb hashc hvadid hvbmt hvdev hvdvcmdl hvexid
  hvlocint hvlocphy hvnetw hvpone hvpos hvptwo hvqmt hvrand hvtargid icid iclid igshid imgtk
  imoidviz impradid intcmp iradid iradtype ircid irclicid irclid irgwc irmpname irmptype irpid
  itid ito itok jsession kltstamp lcid lctid loclid lotameid maf maid mbid mbsy mchn mcid mclk
  mibextid mkref mktc mktids mkwid mpid mpty mrnd msclkid msid ncid nettype nosto ocid ogbl
  oprtrack oref otracker pacid paid pcrid pgrp phcursor porc prevuid prismid pubref refd referrer
  refsrc rffrid rfsn rlz rmmds rmtsref rndad rpcid rtkcid sacat scid scm scrolla sdsrc sfnsn
  sharedid slref smcid smid smtyp sourceid spm srnd srsltid sscid stpcjid strackid sudaref
  svisitor sxsrf taid targetid tbas tblci tcid tctx tduid tgclid tmad tmcampid tpcc tracelog
  ttclid ttduuid twclid unptid usg usource utmid uzcid vfadid waad waporef wbraid wdorigin
  wgexpiry wgu wickedid xcreo xcust xtor yclid ymid ysclid zanpid
Firefox StripOnShare.json: var ymid
Firefox ETP-strict query-stripping: fbclid
uBOL AdGuard/uBO URL Tracking Protection (conditional): clickid clid from mid nbt pid pixelid ref
  referrer si sid source var
Actually Legitimate URL Shortener (conditional): aep coid deal from fs itm[a-z]+ kgs lpid ntc ocid
  oid ref referrer shndl source uid var via`
