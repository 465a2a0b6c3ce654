import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createIsOwn } from '../../../src/url/createIsOwn.js'
import { decorateShareLink } from '../../../src/url/decorateShareLink.js'
import { detect } from '../../../src/url/detect.js'

/** Of the channel `copy`; what a token says does not matter here. */
const TOKEN = 'g0gc6vye2xp5e'
const isOwn = createIsOwn(
  ['journal.example', 'publisher.example', 'xn--mnchen-3ya.example', 'journal.example:8080'],
  (path) => path.startsWith('/private'),
)
const run = (href: string): ReturnType<typeof decorateShareLink> =>
  decorateShareLink(href, { isOwn, mint: () => TOKEN })

const encode = (text: string, levels: number): string =>
  levels ? encode(encodeURIComponent(text), levels - 1) : text

/**
 * What a row of the tables below stands for. `{1}` is an own URL, encoded once, `{2}` is encoded twice; `{q1}` is one with
 * a query and a fragment. `«?»` marks where a token goes, as the first pair, and `«&»` as a further one, as written;
 * `«?1»` encoded once.
 */
const write = (row: string, token: string): string =>
  row
    .replace(/\{(\d)\}/g, (_, level: string) => {
      return `${encode('https://journal.example/a', Number(level))}«?${level}»`
    })
    .replace(/\{q(\d)\}/g, (_, level: string) => {
      const [url, hash] = ['https://journal.example/a/b?x=1&y=2', '#top']
      return `${encode(url, Number(level))}«&${level}»${encode(hash, Number(level))}`
    })
    .replace(/«([?&])(\d?)»/g, (_, sign: string, level: string) =>
      token ? encode(`${sign}dks=${token}`, Number(level)) : '',
    )

const itDecorates = (rows: readonly (readonly [channel: string, row: string])[]): void => {
  it.each(rows)('%s: %s', (channel, row) => {
    expect(run(write(row, ''))).toEqual({ href: write(row, TOKEN), channel })
    expect(write(row, TOKEN)).not.toBe(write(row, ''))
  })
}

const itLeavesAlone = (rows: readonly string[]): void => {
  it.each(rows)('%s', (row) => {
    expect(run(write(row, '').replace(/«.*?»/g, ''))).toBeUndefined()
  })
}

/**
 * One share link for every known form of a target. `carries` says how the target takes the URL: as a parameter (`url`), in
 * a text (`text`, `html`), not at all (`none`), or as the link itself (`self`).
 */
describe('the share links of the corpus', () => {
  interface Line {
    channel: string
    carries: string
    href: string
  }
  const file = new URL('../../corpus/share-links.jsonl', import.meta.url)
  const lines = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)

  /** What a target reads from a link: decoded values by name, and the path. */
  const readAsTarget = (href: string): [string, string][] => {
    const [path = '', query = ''] = href.split(/\?(.*)/s)
    const pairs = (query || path.replace(/^[^&]*/, '')).split('&')
    return [
      ['path', decodeURIComponent(path.split('&')[0] ?? '')],
      ...pairs.map((pair): [string, string] => {
        const [name = '', value] = pair.split(/=(.*)/s)
        return value === undefined
          ? ['', decodeURIComponent(name)]
          : [name, decodeURIComponent(value)]
      }),
    ]
  }
  const PAGE = 'https://publisher.example/a/b?x=1&y=2#top'
  const DECORATED = `https://publisher.example/a/b?x=1&y=2&dks=${TOKEN}#top`
  /** Path of the page where it stands without its scheme. */
  const ENTRY = 'publisher.example/a/b'

  it('covers all targets', () => {
    expect(lines).toHaveLength(70)
  })

  it.each(lines)('reach $channel with the token, by $href', ({ channel, carries, href }) => {
    const link = run(href)
    if (carries === 'none' || carries === 'self') return expect(link).toBeUndefined()
    expect(link?.channel).toBe(channel)
    const expected = readAsTarget(href).map(([name, value]) => [
      name,
      name === 'redirect_uri'
        ? value
        : value.endsWith(ENTRY)
          ? `${value}?dks=${TOKEN}`
          : value.replace(PAGE, DECORATED),
    ])
    const decorated = link?.href ?? ''
    // Of `/entry/s/host/path` the query is the page's own.
    const read = href.includes('/entry/')
      ? [
          ['path', decorated],
          ['', ''],
        ]
      : readAsTarget(decorated)
    expect(read).toEqual(expected)
    expect(read).not.toEqual(readAsTarget(href))
    // Whatever stands around it keeps every byte.
    expect(decorated.replaceAll(/(%3F|%26|\?)dks(%3D|=)g0gc6vye2xp5e/g, '')).toBe(href)
  })
})

describe('the forms of libraries and documentation', () => {
  itDecorates([
    ['whatsapp', 'https://api.whatsapp.com/send?text=Title%20{q1}'],
    ['whatsapp', 'https://api.whatsapp.com/send/?phone&text={q1}&type=custom_url&app_absent=0'],
    ['whatsapp', 'https://wa.me/?text=Title%0D%0A{1}%0D%0A%0D%0AMore'],
    ['whatsapp', 'https://wa.me/33600000000?text={1}'],
    ['whatsapp', 'https://web.whatsapp.com/send?phone=&text={1}'],
    ['whatsapp', 'whatsapp://send?text={1}&phone=1'],
    ['whatsapp', 'whatsapp://send/?text={1}'],
    ['whatsapp', 'WhatsApp://Send?Text={1}'],
    ['messenger', 'https://www.facebook.com/dialog/send?app_id=1&link={q1}&display=popup'],
    ['messenger', 'fb-messenger://share?link={q1}&app_id=1'],
    ['messenger', 'https://m.me/?text={1}'],
    ['skype', 'https://web.skype.com/share?url=Title%0D%0A{q1}%0D%0AMore'],
    ['skype', 'https://web.skype.com/share?source=button&url={1}'],
    [
      'teams',
      'https://teams.microsoft.com/share?href={q1}&msgText=a&preview=true&referrer=journal',
    ],
    ['teams', 'https://teams.live.com/share?href={1}'],
    ['telegram', 'https://t.me/share/url?url={q1}&text=Title'],
    ['telegram', 'https://t.me/share?text=Title&url={q1}'],
    ['telegram', 'https://telegram.me/share/url?url={1}'],
    ['telegram', 'tg://msg?text={1}'],
    ['telegram', 'tg:msg_url?url={q1}'],
    ['telegram', 'https://web.telegram.org/k/#?tgaddr=tg%3A%2F%2Fmsg_url%3Furl%3D{2}%26text%3DT'],
    ['telegram', 'https://web.telegram.org/a/#?tgaddr=tg%3A%2F%2Fmsg_url%3Furl%3D{2}'],
    ['line', 'https://line.me/R/share?text=Title%20{1}'],
    ['line', 'https://line.me/R/msg/text/?{1}%0D%0AMore'],
    ['line', 'http://line.me/R/msg/text/?Title%20{q1}'],
    ['line', 'https://line.me/R/msg/text/Title%20{q1}'],
    ['line', 'https://line.me/R/msg/text/{1}'],
    ['line', 'line://msg/text/{q1}'],
    ['line', 'line://msg/text/Title%20{1}%20More'],
    ['line', 'http://line.naver.jp/R/msg/text/?Title%0D%0A{1}'],
    ['line', 'https://timeline.line.me/social-plugin/share?url={1}'],
    ['viber', 'viber://forward?text=Title%20{q1}'],
    ['viber', 'viber://forward?text={1}%0D%0A'],
    ['snapchat', 'https://www.snapchat.com/scan?attachmentUrl={1}'],
    ['kakaotalk', 'https://sharer.kakao.com/talk/friends/picker/link?app_key=1&request_url={1}'],
    ['threema', 'threema://compose?text={1}'],
    ['threema', 'https://threema.id/compose?text=Title%20{1}'],
    ['zalo', 'https://sp.zalo.me/share_inline?url={1}'],
    ['email', 'mailto:?subject=Title&body={q1}'],
    ['email', 'mailto:somebody@example.com?body={q1}&subject=Title'],
    ['email', 'mailto:?to=&cc=b%40example.com&bcc=&SUBJECT=Title&BODY=Read%0A{1}%0A%0ABye'],
    ['email', 'mailto:?subject=Read%20{1}'],
    ['email', 'MAILTO:?Body={1}'],
    ['gmail', 'https://mail.google.com/mail/u/0/?to&su=Title&body={q1}&bcc&cc&fs=1&tf=cm'],
    ['gmail', 'https://mail.google.com/mail/?ui=2&view=cm&fs=1&tf=1&su=Title&body=Link:%20{1}'],
    [
      'gmail',
      'https://mail.google.com/mail/?extsrc=mailto&url=mailto%3A%3Fsubject%3DTitle%26body%3D{2}',
    ],
    ['outlook', 'https://outlook.office.com/mail/deeplink/compose?body={1}&subject=Title'],
    ['outlook', 'https://outlook.live.com/owa/?path=/mail/action/compose&subject=T&body={q1}'],
    ['outlook', 'ms-outlook://compose?subject=T&body={1}'],
    ['yahoomail', 'http://compose.mail.yahoo.com/?to=&subject=Title&body={q1}'],
    ['sms', 'sms:?body=Title%20{q1}'],
    ['sms', 'sms:?&body=Title%20{q1}'],
    ['sms', 'sms:&body=Title%20{q1}%20end'],
    ['sms', 'sms://?body={1}'],
    ['sms', 'sms:+15550100&body={1}'],
    ['sms', 'sms:+15550100;body={1}'],
    ['sms', 'sms:/open?addresses=1,2&body={1}'],
    ['sms', 'sms:/open?addresses=1,2;?&body={1}'],
    ['sms', 'SMS:?body={1}'],
    ['sms', 'imessage:&body={1}'],
    ['sms', 'smsto:+15550100?body={1}'],
    ['sms', 'smsto:+15550100:Title%20{1}'],
    ['sms', 'mmsto:?body={1}'],
    ['facebook', 'https://www.facebook.com/sharer.php?u={q1}&t=Title'],
    ['facebook', 'https://www.facebook.com/share.php?u={1}'],
    ['facebook', 'https://m.facebook.com/sharer.php?sid=0&u={1}'],
    ['facebook', 'https://www.fb.com/sharer/sharer.php?u={1}'],
    ['facebook', 'fb://facewebmodal/f?href=https%3A%2F%2Fm.facebook.com%2Fsharer.php%3Fu%3D{2}'],
    ['facebook', 'https://www.facebook.com/sharer/sharer.php?s=100&p[url]={q1}&p[title]=T'],
    ['facebook', 'https://www.facebook.com/sharer/sharer.php?s=100&p%5Burl%5D={q1}&p%5Btitle%5D=T'],
    ['facebook', 'https://www.facebook.com/dialog/share?app_id=1&href={q1}&hashtag=%23a'],
    [
      'facebook',
      'https://www.facebook.com/dialog/share_open_graph?action_properties=%7B%22object%22%3A%22{1}%22%7D',
    ],
    ['x', 'https://twitter.com/share?url={1}&text=Title&via=journal'],
    ['x', 'https://twitter.com/home?status=Title%20{1}%20via%20%40journal'],
    ['x', 'https://x.com/share?text=Title&url={q1}&hashtags=a,b&related=c'],
    ['x', 'https://mobile.twitter.com/compose/post?text={1}'],
    ['x', 'twitter://post?message=Title%20{1}'],
    ['threads', 'https://www.threads.net/intent/post?text=Title%20{q1}'],
    ['bluesky', 'https://bsky.app/intent/compose?text=Title%0A%0A{q1}'],
    ['bluesky', 'bluesky://intent/compose?text={1}'],
    ['mastodon', 'https://mastodon.social/share?text=Title%20{q1}'],
    ['mastodon', 'https://mastodon.social/share?title=T&url={1}'],
    ['mastodon', 'https://mstdn.jp/share/?url={1}'],
    ['mastodon', 'https://social.example/share/?text=T%20{1}'],
    ['mastodon', 'https://toot.kytta.dev/?text=Title%0D%0A{1}'],
    ['mastodon', 'https://s2f.kytta.dev/?text={1}'],
    ['mastodon', 'https://tootpick.org/#text=Title%20{q1}'],
    ['mastodon', 'https://sharetomastodon.github.io/?title=T&url={1}'],
    ['linkedin', 'https://www.linkedin.com/sharing/share-offsite/?mini=true&url={q1}&summary=a'],
    ['linkedin', 'https://www.linkedin.com/cws/share?url={1}'],
    ['linkedin', 'linkedin://shareArticle?mini=true&url={1}'],
    ['reddit', 'https://www.reddit.com/submit?title=T&url={q1}'],
    ['reddit', 'https://old.reddit.com/r/test/submit?selftext=true&text={1}'],
    ['pinterest', 'https://pinterest.com/pin/create/link/?url={q1}&description=T'],
    ['pinterest', 'https://www.pinterest.co.uk/pin-builder/?url={1}&method=button'],
    ['tumblr', 'https://www.tumblr.com/share?v=3&u={1}&t=Title'],
    ['tumblr', 'https://tumblr.com/widgets/share/tool?canonicalUrl={q1}&content={q1}&tags='],
    ['tumblr', 'https://www.tumblr.com/share/photo?caption=T&clickthru={1}'],
    ['vk', 'https://vk.com/share.php?url={q1}&title=T&comment=c'],
    ['vk', 'http://vkontakte.ru/share.php?url={1}'],
    ['ok', 'https://connect.ok.ru/dk?st.cmd=WidgetSharePreview&st.shareUrl={q1}&title=T'],
    ['ok', 'http://www.odnoklassniki.ru/dk?st.cmd=addShare&st.s=1&st._surl={1}&st.comments=a'],
    ['xing', 'https://www.xing.com/app/user?op=share;url={1};title=T'],
    ['xing', 'https://www.xing.com/social/share/spi?url={1}'],
    ['weibo', 'http://service.weibo.com/share/share.php?url={q1}&appkey=1&title=T&language=zh_cn'],
    ['weibo', 'http://v.t.sina.com.cn/share/share.php?title=T&url={1}'],
    ['qq', 'http://connect.qq.com/widget/shareqq/index.html?url={1}&desc=d&summary=s'],
    ['qzone', 'https://sns.qzone.qq.com/cgi-bin/qzshare/cgi_qzshare_onekey?url={1}&title=T'],
    ['hatena', 'http://b.hatena.ne.jp/add?mode=confirm&url={q1}&title=T'],
    ['hatena', 'https://b.hatena.ne.jp/entry/journal.example/a/b«?»'],
    ['hatena', 'https://b.hatena.ne.jp/entry/s/journal.example/a?x=1&y=2«&»#top'],
    ['hatena', 'https://b.hatena.ne.jp/entry/https://journal.example/a?x=1«&»'],
    ['hatena', 'https://b.hatena.ne.jp/entry/{1}'],
    ['hatena', 'http://b.hatena.ne.jp/append?https://journal.example/a?x=1&y=2«&»'],
    ['hatena', 'http://b.hatena.ne.jp/append?{1}'],
    ['hackernews', 'https://news.ycombinator.com/submitlink?u={q1}&t=T'],
    ['flipboard', 'https://share.flipboard.com/bookmarklet/popout?v=2&title=T&url={q1}&t=1'],
    ['instapaper', 'https://www.instapaper.com/edit?url={1}&title=T'],
    ['instapaper', 'https://www.instapaper.com/hello2?url={1}&description=d'],
    ['instapaper', 'https://www.instapaper.com/text?u={1}'],
    ['pocket', 'https://getpocket.com/edit.php?url={1}'],
    ['pocket', 'https://getpocket.com/save/https://journal.example/a?x=1«&»#top'],
    ['pocket', 'pocket://add?url={1}'],
    ['evernote', 'https://www.evernote.com/noteit.action?url={1}&title=T'],
    ['other', 'https://publish.buffer.com/compose?url={1}&text=T'],
    ['other', 'https://www.blogger.com/blog-this.g?u={1}&n=T&t=d'],
    ['other', 'https://wordpress.com/wp-admin/press-this.php?u={1}&t=T&s=quote&v=2'],
    ['other', 'https://www.meneame.net/submit?url={1}'],
    ['other', 'https://app.raindrop.io/add?link={1}&title=T'],
    ['other', 'https://classroom.google.com/u/0/share?url={1}'],
    [
      'other',
      'https://www.livejournal.com/update.bml?subject=T&event=%3Ca%20href%3D%22{1}%22%3ET%3C%2Fa%3E',
    ],
    ['other', 'http://www.yammer.com/messages/new?login=true&status=T%20{1}'],
    ['redirector', 'https://www.addtoany.com/share#url={q1}&title=Title'],
    ['redirector', 'https://www.addtoany.com/share_save?linkurl={1}&linkname=T'],
    ['redirector', 'https://www.addtoany.com/add_to/copy_link?linkurl={1}'],
    ['redirector', 'https://api.addthis.com/oexchange/0.8/forward/facebook/offer?url={q1}&pubid=a'],
    ['redirector', 'http://www.addthis.com/bookmark.php?v=250&url={1}&title=T'],
    ['redirector', 'https://www.sharethis.com/share?url={1}'],
  ])
})

describe('hosts', () => {
  itDecorates([
    ['facebook', 'http://WWW.FACEBOOK.COM/sharer.php?u={1}'],
    ['facebook', 'https://de-de.facebook.com/sharer.php?u={1}'],
    ['x', 'https://x.com:443/intent/post?url={1}'],
    ['x', 'HTTPS://X.COM/intent/post?url={1}'],
    ['reddit', 'https://np.reddit.com/submit?url={1}'],
    ['vk', 'https://m.vk.com/share.php?url={1}'],
  ])
})

describe('encodings', () => {
  itDecorates([
    // Plus signs for blanks.
    ['whatsapp', 'https://wa.me/?text=Read+this+{1}+now'],
    ['whatsapp', 'whatsapp://send?text=Read+{1}+now'],
    ['x', 'https://twitter.com/intent/tweet?text=A+%2B+B+{q1}'],
    ['x', 'https://twitter.com/intent/tweet?text=A+https://journal.example/a«?1»+via+@b'],
    ['email', 'mailto:?body=Read+{1}+now'],
    ['mastodon', 'https://tootpick.org/#text=Read+{1}+now'],
    // Plus signs of the URL itself.
    ['facebook', 'https://www.facebook.com/sharer.php?u=https://journal.example/s?q=a+b«&1»'],
    ['facebook', 'https://www.facebook.com/sharer.php?u=https%3A%2F%2Fjournal.example%2Fa%2Bb«?1»'],
    ['telegram', 'https://t.me/share/url?url=https://journal.example/tag/a+b«?1»&text=A+B'],
    ['email', 'mailto:?body=Read%20https://journal.example/tag/a+b«?1»'],
    // Lower-case hex.
    [
      'facebook',
      'https://www.facebook.com/sharer.php?u=https%3a%2f%2fjournal.example%2fa%3fx%3d1«&1»%23top',
    ],
    ['whatsapp', 'https://wa.me/?text=%e2%80%9cA%e2%80%9d%20https%3a%2f%2fjournal.example%2fa«?1»'],
    // As it is, or by encodeURI and escape.
    ['facebook', 'https://www.facebook.com/sharer.php?u=https://journal.example/a«?1»'],
    ['facebook', 'https://www.facebook.com/sharer.php?u=https://journal.example/a?x=1«&1»&y=2#top'],
    ['facebook', 'https://www.facebook.com/sharer.php?u=https://journal.example/a«?1»&t=T'],
    ['x', 'https://x.com/intent/post?text=See%20https://journal.example/a?x=1«&1»%20now&via=b'],
    ['facebook', 'https://www.facebook.com/sharer.php?u=https%3A//journal.example/a%3Fx%3D1«&1»'],
    ['x', 'https://x.com/intent/post?text=caf%E9%20https%3A//journal.example/a«?1»'],
    ['email', 'mailto:?subject=T&body=See https://journal.example/a?x=1«&1»'],
    ['email', 'mailto:?body=https://journal.example/a«?1»&subject=T'],
    ['sms', 'sms:?body=https://journal.example/a?x=1«&1»'],
    ['sms', 'sms:&body=https://journal.example/a?x=1«&1»'],
    ['sms', 'sms:&body=See%20https://journal.example/a«?1»%20now'],
    ['sms', 'sms:+15550100;body=https://journal.example/a?x=1«&1»'],
    ['whatsapp', 'whatsapp://send?text=See%20https://journal.example/a«?1»'],
    ['line', 'line://msg/text/https://journal.example/a«?1»'],
    ['line', 'line://msg/text/See%20https://journal.example/a?x=1«&1»%20now'],
    ['line', 'https://line.me/R/msg/text/?https://journal.example/a«?1»%20now'],
    ['line', 'https://line.me/R/msg/text/https://journal.example/a«?1»%20now'],
    ['redirector', 'https://www.addtoany.com/share#url=https://journal.example/a?x=1«&1»&title=T'],
    // Every character.
    [
      'facebook',
      'https://www.facebook.com/sharer.php?u=%68%74%74%70%73%3A%2F%2F%6A%6F%75%72%6E%61%6C%2E%65%78%61%6D%70%6C%65%2F%61«?1»',
    ],
    // Twice, and more often.
    ['facebook', 'https://www.facebook.com/sharer.php?u={2}'],
    ['facebook', 'https://www.facebook.com/sharer.php?u={q2}'],
    ['facebook', 'https://www.facebook.com/sharer.php?u={3}'],
    ['facebook', 'https://www.facebook.com/sharer.php?u={q4}'],
    ['whatsapp', 'https://wa.me/?text=A%2520%2526%2520B%2520{q2}%2520now'],
    ['whatsapp', 'https://wa.me/?text=Really%3F%20C%23%20%26%20{q2}%20now'],
    ['whatsapp', 'https://wa.me/?text=Read%2B{2}%2Bnow'],
    ['email', 'mailto:?body=Read%2520{2}%2520now'],
    ['line', 'line://msg/text/Read%2520{q2}'],
    ['facebook', 'https://www.facebook.com/sharer.php?u=https%253A//journal.example/a«?2»'],
    // In other characters.
    ['x', 'https://x.com/intent/post?text=%E6%A0%87%E9%A2%98%F0%9F%98%80%20{1}'],
    ['x', 'https://x.com/intent/post?text=標題😀%20{1}'],
    ['x', 'https://x.com/intent/post?text=%E6%A0%87%E9%A2%98{1}%E3%80%82%E6%9B%B4'],
    ['x', 'https://x.com/intent/post?text=%E9t%E9%20{1}%20%E0%20voir'],
    ['weibo', 'http://service.weibo.com/share/share.php?title=%B1%EA%CC%E2&url={1}'],
    ['x', 'https://x.com/intent/post?text=100%%20sure%20{1}%20%2'],
    ['x', "https://x.com/intent/post?text='A'%20%22B%22%20%C2%ABC%C2%BB%20{1}"],
    ['x', 'https://x.com/intent/post?text=%u201CA%u201D%20{1}'],
    // Ampersands that were written as entities.
    ['x', 'https://x.com/intent/post?text=T&amp;url={q1}'],
    [
      'facebook',
      'https://www.facebook.com/sharer.php?t=T&amp;u=https://journal.example/a?x=1«&1»&amp;y=2',
    ],
    [
      'facebook',
      'https://www.facebook.com/sharer.php?u=https%3A%2F%2Fjournal.example%2Fa%3Fx%3D1%26amp%3By%3D2«&1»',
    ],
  ])
})

describe('own URLs of every shape', () => {
  const u = 'https://www.facebook.com/sharer.php?u='
  itDecorates([
    ['facebook', `${u}http%3A%2F%2Fjournal.example«?1»`],
    ['facebook', `${u}https%3A%2F%2Fjournal.example%2F«?1»`],
    ['facebook', `${u}HTTPS%3A%2F%2FJOURNAL.EXAMPLE%2FA«?1»`],
    ['facebook', `${u}https%3A%2F%2Fjournal.example%3A443%2Fa«?1»`],
    ['facebook', `${u}http%3A%2F%2Fjournal.example%3A8080%2Fa«?1»`],
    ['facebook', `${u}https%3A%2F%2Fjournal.example%2Fa%3F«&1»`],
    ['facebook', `${u}https%3A%2F%2Fjournal.example%2Fa«?1»%23`],
    ['facebook', `${u}https%3A%2F%2Fjournal.example%2F«?1»%23%2Froute%3Fx%3D1`],
    ['facebook', `${u}https%3A%2F%2Fjournal.example%2F«?1»%23!%2Froute`],
    ['facebook', `${u}https%3A%2F%2Fjournal.example%2Fa«?1»%23%3A~%3Atext%3Db%2520c`],
    ['facebook', `${u}https%3A%2F%2Fjournal.example%2Fa%3Fdks%3Dother«&1»`],
    ['facebook', `${u}https%3A%2F%2Fjournal.example%2Fa%3Futm_source%3Dx%26fbclid%3Dy«&1»`],
    ['facebook', `${u}https%3A%2F%2Fjournal.example%2F%25C3%25A9t%25C3%25A9%2Fa%2520b«?1»`],
    ['facebook', `${u}https%3A%2F%2Fjournal.example%2F%C3%A9t%C3%A9«?1»`],
    ['facebook', `${u}https%3A%2F%2Fjournal.example%2Fl%E2%80%99%C3%A9t%C3%A9%7Cb«?1»`],
    ['facebook', `${u}https%3A%2F%2Fjournal.example%2FA_(b)«?1»`],
    ['facebook', `${u}https%3A%2F%2Fjournal.example%2Fa.«?1»`],
    ['facebook', `${u}https%3A%2F%2Fjournal.example%2Fa%3Fb%5B0%5D%3D1%26c[]%3D2«&1»`],
    [
      'facebook',
      `${u}https%3A%2F%2Fjournal.example%2Fr%3Fto%3Dhttps%253A%252F%252Fother.example«&1»`,
    ],
    [
      'facebook',
      `${u}https%3A%2F%2Fjournal.example%2Fr%3Fto%3Dhttps%253A%252F%252Fjournal.example«&1»`,
    ],
    ['facebook', `${u}https%3A%2F%2Fm%C3%BCnchen.example%2Fa«?1»`],
    ['facebook', `${u}https%3A%2F%2Fxn--mnchen-3ya.example%2Fa«?1»`],
    ['facebook', `${u}https://münchen.example/a«?1»`],
    ['facebook', `${u}%20https%3A%2F%2Fjournal.example%2Fa«?1»%0A`],
  ])

  it('put the new token in the place of an older one, and keep what stands behind it', () => {
    const old = 'jj17jrxfr3m34'
    expect(detect(`?dks=${old}`)?.token).toBe(old)
    const url = 'https%3A%2F%2Fjournal.example%2Fa'
    expect(run(`${u}${url}%3fdks%3d${old}%23top`)?.href).toBe(`${u}${url}%3fdks%3d${TOKEN}%23top`)
    expect(run(`${u}${url}%3Fdks%3D${old}%26q%3D%c3%a9'b&t=T`)?.href).toBe(
      `${u}${url}%3Fq%3D%c3%a9'b%26dks%3D${TOKEN}&t=T`,
    )
  })
})

describe('own URLs in texts', () => {
  const text = 'https://wa.me/?text='
  itDecorates([
    ['whatsapp', `${text}{1}%20before`],
    ['whatsapp', `${text}after%20{1}.`],
    ['whatsapp', `${text}after%3A{1}%2C%20before`],
    ['whatsapp', `${text}({1})`],
    ['whatsapp', `${text}%C2%AB{1}%C2%BB%20and%20%E2%80%9C{1}%E2%80%9D`],
    ['whatsapp', `${text}%22{1}%22!`],
    ['whatsapp', `${text}*{1}*%20_{1}_`],
    ['whatsapp', `${text}%3C{1}%3E`],
    ['whatsapp', `${text}1%20{1}%0A2%20{q1}%0A3%20https%3A%2F%2Fother.example%2F`],
    ['whatsapp', `${text}{1}%E3%80%82%E6%9B%B4%E5%A4%9A`],
    ['whatsapp', `${text}{1}%E3%80%81A`],
    ['whatsapp', `${text}%F0%9F%91%89{1}%20%F0%9F%91%88`],
    ['whatsapp', `${text}the%20next%20source%3A%20{1}`],
    // Signs that mark the direction of a text.
    ['whatsapp', `${text}%E2%80%8F{1}%E2%80%8F%20more`],
    ['whatsapp', `${text}%E2%81%A6{1}%E2%81%A9.`],
    ['whatsapp', `${text}{1}%E2%80%8B`],
    ['email', 'mailto:?body=%3Ca%20href%3D%22{1}%22%3ET%3C%2Fa%3E'],
    ['email', "mailto:?body=%3Ca%20href%3D'{1}'%3ET%3C%2Fa%3E"],
    ['email', 'mailto:?body=%3Ca%20href%3D%22{1}%22%3E{1}%3C%2Fa%3E'],
    ['other', 'https://www.livejournal.com/update.bml?event=[url={1}]T[/url]'],
    ['other', 'https://www.livejournal.com/update.bml?event=%5Burl%3D{1}%5DT%5B%2Furl%5D'],
    ['other', 'https://www.livejournal.com/update.bml?event=[url]{1}[/url]'],
    ['other', 'https://www.livejournal.com/update.bml?event=[url={1}]{1}[/url]'],
    ['reddit', 'https://www.reddit.com/submit?text=[T]({1}),%20more'],
    ['reddit', 'https://www.reddit.com/submit?text=%5BT%5D%28{q1}%29more'],
    ['reddit', 'https://www.reddit.com/submit?text=[{1}]({1})'],
  ])
})

describe('intents of Android', () => {
  itDecorates([
    ['whatsapp', 'intent://send?text={q1}#Intent;scheme=whatsapp;package=com.whatsapp;end'],
    [
      'whatsapp',
      'intent://send?text={1}#Intent;scheme=whatsapp;S.browser_fallback_url=https%3A%2F%2Fjournal.example%2Fa;end',
    ],
    [
      'whatsapp',
      'intent:#Intent;action=android.intent.action.SEND;scheme=whatsapp;S.android.intent.extra.TEXT=T%20{1};end',
    ],
    ['line', 'intent://msg/text/{1}#Intent;scheme=line;package=jp.naver.line.android;end'],
    ['sms', 'intent://?body={1}#Intent;scheme=sms;end'],
    // Of an app, without a scheme.
    [
      'whatsapp',
      'intent:#Intent;action=android.intent.action.SEND;type=text/plain;package=com.whatsapp;S.android.intent.extra.TEXT={q1};end',
    ],
    ['telegram', 'intent://msg_url?url={1}#Intent;package=org.telegram.messenger;end'],
    ['messenger', 'intent:#Intent;package=com.facebook.orca;S.android.intent.extra.TEXT={1};end'],
    ['line', 'intent:#Intent;package=jp.naver.line.android;S.android.intent.extra.TEXT={1};end'],
    ['whatsapp', 'intent://api.whatsapp.com/send?text={1}#Intent;scheme=https;end'],
  ])
})

describe('redirects', () => {
  itDecorates([
    ['facebook', 'https://l.facebook.com/l.php?u={1}&h=a'],
    [
      'facebook',
      'https://www.facebook.com/sharer.php?u=https%3A%2F%2Fredirect.example%2F%3Fto%3D{2}',
    ],
    [
      'facebook',
      'https://www.facebook.com/sharer.php?u=https%3A%2F%2Fredirect.example%2F%3Fto%3Dhttps%253A%252F%252Fagain.example%252F%253Fto%253D{3}%26a%3D1',
    ],
    ['facebook', 'https://l.facebook.com/l.php?u=https%3A%2F%2Fwa.me%2F%3Ftext%3DT%2520{2}'],
    [
      'facebook',
      'https://www.facebook.com/sharer.php?u=https://redirect.example/?to=https%3A%2F%2Fjournal.example%2Fa«?2»',
    ],
  ])
})

describe('what is not shared stays', () => {
  const own = 'https%3A%2F%2Fjournal.example%2Fi.jpg'
  itDecorates([
    ['messenger', `https://www.facebook.com/dialog/send?redirect_uri=${own}&link={1}`],
    [
      'facebook',
      `https://www.facebook.com/dialog/feed?picture=${own}&link={1}&redirect_uri=${own}`,
    ],
    ['facebook', `https://www.facebook.com/sharer.php?s=100&p[images][0]=${own}&p[url]={1}`],
    ['pinterest', `https://pinterest.com/pin/create/button/?media=${own}&url={1}`],
    ['vk', `https://vk.com/share.php?url={1}&image=${own}`],
    ['ok', `https://connect.ok.ru/offer?url={1}&imageUrl=${own}`],
    ['weibo', `http://service.weibo.com/share/share.php?pic=${own}&url={1}`],
    ['qzone', `https://sns.qzone.qq.com/a?site=${own}&pics=${own}&url={1}`],
    ['x', `https://twitter.com/share?original_referer=${own}&url={1}`],
    ['linkedin', `https://www.linkedin.com/shareArticle?mini=true&url={1}&source=${own}`],
    ['other', `https://buffer.com/add?url={1}&picture=${own}`],
    ['other', `http://connect.mail.ru/share?url={1}&imageurl=${own}`],
    ['other', `https://wordpress.com/press-this.php?u={1}&i=${own}`],
    ['x', `https://x.com/intent/post?url={1}&amp;redirect_uri=${own}`],
    ['x', `https://x.com/intent/post?url={1}&RelayState=${own}&close_url=${own}&done=${own}`],
    ['x', `https://x.com/intent/post?url={1}&target=${own}&exit=${own}`],
    ['facebook', `https://www.facebook.com/dialog/feed?link={1}&video=${own}&poster=${own}`],
    ['facebook', `https://www.facebook.com/dialog/feed?link={1}&src=${own}`],
    ['x', `https://x.com/intent/post?url={1}&utm_source=${own}&return_to=${own}&state=${own}`],
  ])
})

describe('pictures in a text stay', () => {
  const picture = 'https%3A%2F%2Fjournal.example%2Fi.jpg'
  itDecorates([
    [
      'email',
      `mailto:?body=%3Ca%20href%3D%22{1}%22%3E%3Cimg%20src%3D%22${picture}%22%3E%3C%2Fa%3E`,
    ],
    ['other', `https://www.livejournal.com/update.bml?event=[url={1}][img]${picture}[/img][/url]`],
    [
      'kakaotalk',
      `https://sharer.kakao.com/a?template_args=%7B%22image_url%22%3A%20%22${picture}%22%2C%22web_url%22%3A%22{1}%22%7D`,
    ],
    ['email', 'mailto:?body=The%20image%3A%20{1}'],
  ])
})

describe('leaves alone a link to a share target', () => {
  describe('without an own URL', () => {
    itLeavesAlone([
      'https://wa.me/33600000000',
      'https://wa.me/?text=Hello',
      'https://www.facebook.com/journal',
      'https://www.facebook.com/sharer.php?u=',
      'https://x.com/journal.example',
      'https://signal.me/#p/+15550100',
      'https://t.me/journal',
      'mailto:editor@journal.example',
      'mailto:editor@journal.example?subject=https',
      'sms:+15550100',
      'weixin://',
      'https://wa.me/?text=journal.example%2Fa',
      'https://wa.me/?text=ftp%3A%2F%2Fjournal.example%2Fa',
      'https://www.facebook.com/sharer.php?u=%2Fa',
    ])
  })

  describe('with the URL of others', () => {
    itLeavesAlone([
      'https://wa.me/?text=https%3A%2F%2Fother.example%2Fa',
      'https://www.facebook.com/sharer.php?u=https%3A%2F%2Fjournal.example.evil%2Fa',
      'https://www.facebook.com/sharer.php?u=https%3A%2F%2Fnotjournal.example%2Fa',
      'https://www.facebook.com/sharer.php?u=https%3A%2F%2Fwww.journal.example%2Fa',
      'https://www.facebook.com/sharer.php?u=https%3A%2F%2Fjournal.example%40evil.example%2Fa',
      'https://www.facebook.com/sharer.php?u=https%3A%2F%2Fuser%40journal.example%2Fa',
      'https://www.facebook.com/sharer.php?u=https%3A%2F%2Fjournal.example%3A81%2Fa',
      'https://www.facebook.com/sharer.php?u=https%3A%2F%2Fjournal.example%2Fprivate%2Fa',
      'https://www.facebook.com/sharer.php?u=https%3A%2F%2Fother.example%2Fjournal.example',
      'https://www.facebook.com/sharer.php?u=https%3A%2F%2Fother.example%2F%3Fref%3D{2}',
      'https://www.facebook.com/sharer.php?u=https%3A%2F%2Fweb.archive.org%2Fweb%2F2024%2F{1}',
      'https://www.facebook.com/sharer.php?u=https%3A%2F%2Fweb.archive.org%2Fweb%2F2024%2F{2}',
      'https://www.facebook.com/sharer.php?u=https://web.archive.org/web/2024/{0}',
      'https://www.facebook.com/sharer.php?u=https%3A%2F%2Fother.example%2F%23{1}',
      'https://www.facebook.com/sharer.php?u=https%3A%2F%2Fother.example%2F%3F{1}',
      'https://b.hatena.ne.jp/entry/s/other.example/a',
      'https://b.hatena.ne.jp/entry/s/journal.example.evil/a',
    ])
  })

  describe('with an own URL that cannot be told from what follows', () => {
    itLeavesAlone([
      'https://wa.me/?text=T%20-%20{1}|Journal',
      'https://wa.me/?text=T%20-%20{1}%7CJournal%20{1}%7CJournal',
      'https://wa.me/?text=T%20{1}%5CnMore',
      'line://msg/text/T%20{1}%7CJournal',
    ])
  })

  describe('that signs in, searches or comes back', () => {
    itLeavesAlone([
      'https://www.facebook.com/login.php?next={1}',
      'https://www.facebook.com/v19.0/dialog/oauth?client_id=1&redirect_uri={1}&state={1}',
      'https://www.facebook.com/dialog/pagetab?app_id=1&next={1}',
      'https://www.facebook.com/logout.php?next={1}',
      'https://x.com/i/flow/login?redirect_after_login={1}',
      'https://x.com/search?q={1}',
      'https://www.linkedin.com/oauth/v2/authorization?redirect_uri={1}&state={1}',
      'https://www.linkedin.com/authwall?sessionRedirect={1}',
      'https://www.reddit.com/login?dest={1}',
      'https://www.reddit.com/login/?dest=https%3A%2F%2Fwww.reddit.com%2Fsubmit%3Furl%3D{2}',
      'https://www.tumblr.com/login?redirect_to={1}',
      'https://oauth.vk.com/authorize?redirect_uri={1}&url={1}',
      'https://trello.com/login?returnUrl={1}',
      'https://news.ycombinator.com/login?goto={1}',
      'https://passport.weibo.com/sso/signin?url={1}',
      'https://slack.com/signin?redir={1}',
      'https://discord.com/login?redirect_to={1}',
      'https://www.pinterest.com/oauth/?consumer_id=1&redirect_uri={1}',
      'https://www.instagram.com/accounts/login/?next={1}',
      'https://www.facebook.com/sharer.php?u=https%3A%2F%2Fother.example%2F&redirect_uri={1}',
      'https://www.facebook.com/sharer.php?u=a&REDIRECT_URI={1}',
    ])
  })
})

describe('leaves alone everything else', () => {
  itLeavesAlone([
    'https://translate.google.com/translate?sl=en&u={1}',
    'https://www.google.com/url?q={1}',
    'https://www.google.com/bookmarks/mark?op=edit&bkmk={1}',
    'https://web.archive.org/web/2024/{0}',
    'https://accounts.google.com/ServiceLogin?continue={1}',
    'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?redirect_uri={1}',
    'https://l.example/?u={1}',
    'https://wa.me.example/?text={1}',
    'https://notfacebook.com/sharer.php?u={1}',
    'https://facebook.com.evil.example/sharer.php?u={1}',
    'https://facebook.com.evil.example/dialog/send?link={1}',
    'https://wa.me@evil.example/?text={1}',
    'https://other.example/wa.me/?text={1}',
    'https://social.example/share?url={1}',
    'https://journal.example/a',
    'https://journal.example/a?share=whatsapp&nb=1',
    'https://journal.example/share?text={1}',
    'https://publisher.example/?u={1}',
    "javascript:window.open('https://wa.me/?text={1}')",
    'data:text/html,https://wa.me/?text={1}',
    'about:blank',
    'view-source:https://wa.me/?text={1}',
    'intent://send?text={1}#Intent;package=com.example;end',
    'unknown://send?text={1}',
    'tel:+15550100',
    '',
    ' ',
    '#',
    '/share?text={1}',
    '//wa.me/?text={1}',
    'wa.me/?text={1}',
    '?text={1}',
    'https://',
    'https://[/?text={1}',
    'https://wa.me:99999/?text={1}',
    '%%%',
    '\0\ud800',
  ])

  it('such as a link of more than 32,768 characters, or of a million', () => {
    const href = 'https://wa.me/?text=https%3A%2F%2Fjournal.example%2Fa%20'
    expect(run(href + 'a'.repeat(32_768 - href.length))).toBeDefined()
    expect(run(href + 'a'.repeat(32_769 - href.length))).toBeUndefined()
    expect(run(href + 'a'.repeat(1e6))).toBeUndefined()
  })
})

describe('decorateShareLink', () => {
  it('mints one token for all own URLs of a link, of the channel of its target', () => {
    const asked: string[] = []
    const mint = (channel: string): string => {
      asked.push(channel)
      return TOKEN
    }
    const link = decorateShareLink(write('https://vk.com/share.php?url={1}&comment={1}', ''), {
      isOwn,
      mint,
    })
    expect(link?.href).toBe(write('https://vk.com/share.php?url={1}&comment={1}', TOKEN))
    expect(asked).toEqual(['vk'])
  })

  it('mints none where there is no own URL', () => {
    const mint = (): never => expect.unreachable()
    for (const href of ['https://vk.com/a', 'https://vk.com/?next=https://journal.example', ''])
      expect(decorateShareLink(href, { isOwn, mint })).toBeUndefined()
  })

  it('takes another name of the parameter, and the fragment as its place', () => {
    const u = 'https://vk.com/share.php?url=https%3A%2F%2Fjournal.example%2Fa'
    const mint = (): string => TOKEN
    expect(decorateShareLink(u, { isOwn, mint, param: 'vb' })?.href).toBe(`${u}%3Fvb%3D${TOKEN}`)
    expect(decorateShareLink(u, { isOwn, mint, place: 'fragment' })?.href).toBe(
      `${u}%23dks%3D${TOKEN}`,
    )
    expect(decorateShareLink(`${u}%23b`, { isOwn, mint, place: 'fragment' })?.href).toBe(
      `${u}%3Fdks%3D${TOKEN}%23b`,
    )
  })

  it('gives nothing to do for a link that has this very token', () => {
    const { href = '' } = run('https://vk.com/share.php?url=https://journal.example/a') ?? {}
    expect(run(href)).toBeUndefined()
  })
})
