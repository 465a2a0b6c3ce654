import { describe, expect, it } from 'vitest'
import { channelOfTarget } from '../../../src/channel/channelOfTarget.js'

const read = (href: string): string | undefined => channelOfTarget(new URL(href))

/** Hosts and schemes of share targets, seen on pages of publishers and in libraries of share buttons. */
const TARGETS: Record<string, string> = {
  whatsapp: 'wa.me api.whatsapp.com whatsapp.com www.whatsapp.com web.whatsapp.com whatsapp:',
  messenger: 'm.me www.messenger.com fb-messenger:',
  skype: 'web.skype.com skype:',
  teams: 'teams.microsoft.com teams.live.com teams.cloud.microsoft msteams:',
  telegram: 't.me telegram.me www.telegram.me telegram.dog web.telegram.org tg:',
  line: 'social-plugins.line.me lineit.line.me line.me www.line.me line.naver.jp line:',
  wechat: 'weixin: wechat:',
  viber: 'viber:',
  signal: 'signal.me',
  snapchat: 'www.snapchat.com snapchat.com web.snapchat.com snapchat:',
  kakaotalk: 'sharer.kakao.com kakaolink: kakaotalk:',
  threema: 'threema.id threema:',
  zalo: 'sp.zalo.me button-share.zalo.me',
  email: 'mailto:',
  gmail: 'mail.google.com',
  outlook:
    'outlook.live.com outlook.office.com outlook.office365.com outlook.cloud.microsoft ms-outlook:',
  yahoomail: 'compose.mail.yahoo.com mail.yahoo.com',
  sms: 'sms: smsto: imessage: mms: mmsto:',
  facebook:
    'www.facebook.com facebook.com m.facebook.com web.facebook.com l.facebook.com www.fb.com fb:',
  x: 'twitter.com www.twitter.com mobile.twitter.com x.com www.x.com twitter:',
  threads: 'www.threads.net threads.net www.threads.com threads.com',
  bluesky: 'bsky.app bluesky:',
  mastodon:
    'toot.kytta.dev s2f.kytta.dev toot.karamoff.dev shareopenly.org www.shareopenly.org mastodonshare.com www.mastodonshare.com tootpick.org sharetomastodon.github.io',
  linkedin: 'www.linkedin.com linkedin.com linkedin:',
  reddit: 'www.reddit.com reddit.com old.reddit.com new.reddit.com',
  pinterest:
    'www.pinterest.com pinterest.com nl.pinterest.com pinterest.fr www.pinterest.fr pinterest.de pinterest.co.uk www.pinterest.com.au pinterest:',
  tumblr: 'www.tumblr.com tumblr.com tumblr:',
  vk: 'vk.com m.vk.com vkontakte.ru vk.ru vk:',
  ok: 'connect.ok.ru ok.ru www.ok.ru www.odnoklassniki.ru',
  xing: 'www.xing.com',
  weibo: 'service.weibo.com v.t.sina.com.cn',
  qq: 'connect.qq.com',
  qzone: 'sns.qzone.qq.com',
  hatena: 'b.hatena.ne.jp',
  hackernews: 'news.ycombinator.com',
  pocket: 'getpocket.com www.getpocket.com pocket:',
  instapaper: 'www.instapaper.com instapaper:',
  flipboard: 'share.flipboard.com',
  evernote: 'www.evernote.com evernote:',
  redirector: 'www.addtoany.com api.addthis.com www.addthis.com www.sharethis.com',
  other:
    'work.facebook.com story.kakao.com www.yammer.com web.yammer.com connect.mail.ru www.douban.com shuo.douban.com cang.baidu.com lobste.rs www.quora.com www.livejournal.com www.blogger.com wordpress.com journal.wordpress.com share.diasporafoundation.org gab.com www.meneame.net mix.com pinboard.in app.raindrop.io trello.com buffer.com bufferapp.com publish.buffer.com refind.com classroom.google.com',
}

describe.each(Object.entries(TARGETS))('the channel %s', (channel, targets) => {
  it.each(targets.split(' '))('is that of %s', (target) => {
    const hrefs = target.endsWith(':')
      ? [`${target}//send?text=a`, `${target}?body=a`, `${target.toUpperCase()}?body=a`]
      : [`https://${target}/share?url=a`, `http://${target.toUpperCase()}:8080/`]
    for (const href of hrefs) expect(read(href)).toBe(channel)
  })
})

describe('channelOfTarget', () => {
  it.each([
    ['https://www.facebook.com/dialog/send?app_id=1', 'messenger'],
    ['https://m.facebook.com/v19.0/dialog/send?app_id=1', 'messenger'],
    ['https://www.facebook.com/dialog/feed?app_id=1', 'facebook'],
    ['intent://send?text=a#Intent;scheme=whatsapp;package=com.whatsapp;end', 'whatsapp'],
    ['intent://msg/text/a#Intent;package=jp.naver.line.android;scheme=line;end', 'line'],
    ['intent://send/+1#Intent;scheme=smsto;package=com.whatsapp;end', 'sms'],
    ['intent://wa.me/?text=a#Intent;scheme=https;package=com.whatsapp;end', 'whatsapp'],
    ['intent:#Intent;action=a;package=com.whatsapp.w4b;end', 'whatsapp'],
    ['intent:#Intent;package=com.twitter.android;end', 'x'],
    ['intent:#Intent;package=com.viber.voip;end', 'viber'],
    ['https://mastodon.social/share?text=a', 'mastodon'],
    ['https://mastodon.social/share?url=a', 'mastodon'],
    ['https://fosstodon.org/share/?title=a', 'mastodon'],
    ['https://social.example/share/?text=a', 'mastodon'],
    ['https://social.example:3000/share?visibility=public&text=a', 'mastodon'],
    ['https://b.hatena.ne.jp/entry/s/journal.example/login-is-hard', 'hatena'],
  ])('tells %s as %s', (href, channel) => {
    expect(read(href)).toBe(channel)
  })

  it.each([
    // Look like a target.
    'https://wa.me.example/',
    'https://xwa.me/',
    'https://my-wa.me/',
    'https://notfacebook.com/',
    'https://facebook.com.evil.example/',
    'https://facebook.com.evil.example/dialog/send?link=a',
    'https://notfacebook.com/dialog/send?link=a',
    'https://evil.example/.facebook.com/dialog/send',
    'https://facebook.evil.com/',
    'https://pinterest.evil.example/',
    'https://pinterest.com.evil/',
    'https://evil.example/wa.me/?text=a',
    'https://evil.example?wa.me',
    'https://wa.me@evil.example/',
    'https://netflix.com/',
    'https://line.com/share',
    'https://ok.com/share',
    'https://sms.com/',
    'https://email.com/',
    'https://facebook.ru/',
    // No share target.
    'https://social.example/share',
    'https://social.example/share?url=https://journal.example/mastodon?a',
    'https://social.example/share?url=a',
    'https://mastodon.social/authorize_interaction?uri=a',
    'https://oauth.telegram.org/auth?origin=a',
    'https://notfb.com/',
    'https://mastodon.social/other?text=a',
    'unknown://share?text=a',
    'intent://send?text=a#Intent;package=com.example;end',
    'intent://send?text=a',
    'https://copy.com/',
    'https://custom1.com/',
    'native:',
    'https://www.google.com/',
    'https://translate.google.com/',
    'https://accounts.google.com/',
    'https://web.archive.org/',
    'https://github.com/',
    'javascript:void(0)',
    'data:text/html,a',
    'about:blank',
    'blob:https://wa.me/1',
    'file:///wa.me/share?text=a',
    // Signing in.
    'https://www.facebook.com/login.php?next=a',
    'https://www.facebook.com/v19.0/dialog/oauth?client_id=1',
    'https://x.com/i/flow/login?redirect_after_login=a',
    'https://www.linkedin.com/oauth/v2/authorization?state=a',
    'https://www.linkedin.com/uas/login?session_redirect=a',
    'https://www.reddit.com/login?dest=a',
    'https://oauth.vk.com/authorize?redirect_uri=a',
    'https://access.line.me/oauth2/v2.1/authorize?state=a',
    'https://graph.qq.com/oauth2.0/authorize?state=a',
    'https://passport.weibo.com/sso/signin?url=a',
    'https://discord.com/api/oauth2/authorize?client_id=1',
    'https://www.instagram.com/accounts/login/?next=a',
  ])('knows no channel for %s', (href) => {
    expect(read(href)).toBeUndefined()
  })
})
