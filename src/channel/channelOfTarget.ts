import { channels, type Channel } from './channels.js'

/**
 * Where links of share buttons go, as far as the name says nothing: a channel, then ends of hosts, and schemes with their
 * colon. Source: the endpoints that share buttons on publisher pages use.
 */
const TARGETS = `whatsapp wa.me
facebook fb.com fb:
messenger m.me orca.facebook.com fb-messenger:
teams teams.microsoft.com teams.live.com teams.cloud.microsoft msteams:
telegram t.me telegram.me telegram.dog telegram.org tg:
line line.me line.naver.jp
wechat weixin:
signal signal.me
kakaotalk sharer.kakao.com kakaolink:
threema threema.id
zalo zalo.me
email mailto:
gmail mail.google.com
outlook outlook.live.com outlook.office.com outlook.office365.com outlook.cloud.microsoft ms-outlook:
yahoomail mail.yahoo.com
sms smsto: imessage: mms: mmsto:
other work.facebook.com story.kakao.com yammer.com connect.mail.ru douban.com cang.baidu.com lobste.rs quora.com livejournal.com blogger.com wordpress.com share.diasporafoundation.org gab.com meneame.net mix.com pinboard.in raindrop.io trello.com buffer.com bufferapp.com refind.com classroom.google.com
x twitter.com twitter:
threads threads.net
bluesky bsky.app
mastodon kytta.dev karamoff.dev shareopenly.org mastodonshare.com tootpick.org sharetomastodon.github.io
vk vk.ru vkontakte.ru
ok ok.ru odnoklassniki.ru
weibo v.t.sina.com.cn
qzone qzone.qq.com
hatena b.hatena.ne.jp
hackernews news.ycombinator.com
pocket getpocket.com
redirector addtoany.com addthis.com sharethis.com`

/**
 * Targets whose name is that of their channel: `www.reddit.com`, `viber:`, `nl.pinterest.com`, `pinterest.co.uk`. Other
 * people own `line.com` and the like.
 */
const NAMED =
  /\.(?=pinterest(?:\.com?)?\.[a-z]{2,3}$|\w+:$|(?!line|ok|sms|email|signal|pocket|mastodon)\w+\.com$)(\w+)/
/** Signing in also carries own URLs. Only at the beginning of the path: an own URL may follow, of any words. */
const SIGN_IN = /login|signin|oauth/i
/** Servers of Mastodon take a text at `/share`; a URL alone only says so where the name does. */
const SHARED = /^[^?]*(todon|mstdn)|[?&]text=/

/**
 * Tells where a share link leads: `https://wa.me/?text=…` to `whatsapp`, `sms:?body=…` to `sms`; a target without a channel
 * of its own to `other`. Undefined for everything that is no known target. Servers of Mastodon are told by their `/share`.
 */
export function channelOfTarget(url: URL): Channel | undefined {
  const { pathname, search, hash } = url
  let { protocol, hostname } = url
  if (protocol === 'intent:') {
    // Android writes the scheme behind the fragment, `intent://send?text=…#Intent;scheme=whatsapp;end`, or names the app
    // alone, by its domain backwards: `intent:#Intent;package=com.whatsapp;S.android.intent.extra.TEXT=…;end`.
    const read = (key: string): string => hash.split(`;${key}=`)[1]?.split(';')[0] ?? ''
    protocol = `${read('scheme') || 'https'}:`
    hostname = read('scheme') ? hostname : read('package').split('.').reverse().join('.')
  }
  const isWeb = /^https?:$/.test(protocol)
  const name = `.${isWeb ? hostname : protocol}`
  if (isWeb && SIGN_IN.test(name + pathname.slice(0, 20))) return undefined
  for (const line of TARGETS.split('\n')) {
    const [channel, ...ends] = line.split(' ')
    if (ends.some((end) => name.endsWith(`.${end}`))) return channel as Channel // tested against the table
  }
  const code = channels.indexOf(NAMED.exec(name)?.[1] as Channel) // whatever is no channel has no code
  // From `whatsapp` to `redirector`, places to send things to.
  if (code > 9 && code < 54)
    // The dialog that sends by Messenger stands on the same host.
    return /dialog\/send/.test(pathname) ? 'messenger' : channels[code]
  return isWeb && /^\/share\/?$/.test(pathname) && SHARED.test(hostname + search)
    ? 'mastodon'
    : undefined
}
