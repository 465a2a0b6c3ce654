/**
 * Parameter names of two to eight lower-case letters that content systems, shops, logins, maps, search engines and networks
 * use in URLs of their own, next to those that the tracker refuses. Source: their public URLs, as of November 2026.
 */
export const TAKEN_NAMES: ReadonlySet<string> = new Set(
  `adults aff afftrack afsrc after aid anon apn app authkey author authuser before bg build
  callback campid camref catid ccy checkin checkout chkin chkout chksm cid cjevent clickref clid
  color comment commit context count country coupon crid ct cur date depart dgcid diff dir
  discount display dk dl do dpl ean efr ei email emkind epik error exp extra fbm fe feature feed
  fg filter fl format fr freebie from fromuid frs fulltext gc gclid gh gi gift gl hash heading
  hilit hl hop hs ia ibi idx ie igsh import importer include invite irgwc isbn isi iss itok jb
  keyword keywords label layers link locale loggedin lq lr ls mac man mid mkcid mkevt mkrid mlat
  mlon mod mode month mt nb nd noamp offset option oq order orderby ordering ouid paged pagesize
  path pid pii pli pn pp premium preview print project promo prompt psc psst pt pwd qid quality
  quantity query range rdt referrer reflink refreqid rel resid resize respond retcode rev rfrr
  rfsn rlkey route rq rsrc rtpof sby scene sclient scope sd se search seq set sfi sgrp sha share
  shpxid shr si sid sig siteid size sk sm smid sn sort source sourceid sp spm spr sprefix sr src
  srt ss sscid ssm st start strip sts sudaref sv tab tduid tel term text tfl th theater tid title
  tk tmpl to tok toolid trk ttclid type uact uname usp usqp utm var variant veaction ved via view
  viewfull vin web where wom wprov xtor yclid zoom`.split(/\s+/),
)
