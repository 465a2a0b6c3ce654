/**
 * Parameter names of two to eight lower-case letters that content systems, shops, logins, maps, search engines and networks
 * use in URLs of their own, next to those that the tracker refuses. Source: their public URLs, as of November 2026.
 */
export const TAKEN_NAMES: ReadonlySet<string> = new Set(
  `action add address adid adset adults aff afftrack afsrc after aid ajax album amount anon api apn
  app area article artist asin asset at auth authkey author authuser autoplay base before bg
  body brand build button cache callback campaign campid camref cart catid cb ccy channel
  chapter checkin checkout checksum chkin chkout chksm cid city cjevent clickref clid client cmd
  color cols comment commit company config content context controls count country coupon cpage
  created creative crid csrf ct cur cursor data date day debug default del delete depart desc
  device dgcid diff dir discount display dk dl do doc domain dpl draft dst ean edit efr ei email
  embed emkind end env epik episode error event exp expires extra fbm fe feature feed fg file
  filter fl folder format fr freebie from fromuid frs fulltext gad gallery game gc gclid geo gh
  gi gift gl go group guests hash heading height hide hilit hl hmac home hop host hs ia ibi icon
  ids idx ie igsh image img import importer include index info invite invoice ip irgwc isbn isi
  iss item itok jb job js json jsonp jwt keyword keywords kind label last lat layers level limit
  line link list ll lng loc locale loggedin login logout lon loop lq lr ls lyrics mac main man
  map max media medium menu message mid min mkcid mkevt mkrid mkt mlat mlon mobile mod mode
  model module month msg mt muted name nb nd network new news next noamp nocache node nonce num
  offset on op open option oq order orderby ordering otp ouid out output owner paged pagesize
  part pass password path payment phone photo pid pii pin playlist pli pn po pos pp premium
  preview price print product profile project promo prompt psc psst pt public publish pwd qid
  qty quality quantity query range rate rating rdt redir redirect referrer reflink refreqid
  refresh rel reply replyto reset resid resize respond result retcode return rev revision rfrr
  rfsn rid rlkey role root route row rq rsrc rtpof save sby scene sclient scope scroll sd se
  search season seed select seq service session set sfi sgrp sha share shop show shpxid shr si
  sid sig sign site siteid size sk skip sku slide slug sm smid sn sort source sourceid sp spm
  spr sprefix sr src srt ss sscid ssm st staff stage start status step stock store story strip
  sts style sub subject submit subtitle sudaref summary sv tab table tags target task tduid team
  tel term test text tfl th theater theme thread ticket tid time title tk tmpl tn to tok toolid
  topic total track tracking trk ts ttclid ttl tweet type uact ui ulid uname unit uo update
  updated upload uri use username usp usqp utm uuid value var variant veaction ved ver verse
  version via video view viewfull vin vote voucher web week where width wom word wp wprov wt
  xsrf xtor yclid year zip zoom awb pc mgrs rdid`.split(/\s+/),
)
