import { readOrigins, type Origin } from './readOrigins.js'

/**
 * Hosts and Android packages that say where a link stood: sort, name, then ends of hosts; `=` marks a whole host. Chrome on
 * Android names an app as `android-app://PACKAGE/`, whose host is the package.
 *
 * Sources: Matomo's lists of social networks, search engines and AI assistants (CC0), and the addresses that the networks,
 * mail services and apps have themselves. A host with a public feed and private messages behind it counts as public.
 */
const ENDS =
  readOrigins(`private whatsapp web.whatsapp.com wa.me api.whatsapp.com l.wl.co com.whatsapp com.whatsapp.w4b
private messenger messenger.com m.me com.facebook.orca com.facebook.mlite
private telegram web.telegram.org webk.telegram.org webz.telegram.org t.me telegram.me
  org.telegram.messenger org.telegram.messenger.web org.telegram.plus org.thunderdog.challegram
private slack slack.com slack-redir.net com.slack
private discord discord.com discordapp.com discord.gg com.discord
private teams statics.teams.cdn.office.net teams.microsoft.com teams.live.com
  teams.cloud.microsoft com.microsoft.teams
private skype web.skype.com com.skype.raider
private line line.me jp.naver.line.android
private wechat wx.qq.com web.wechat.com weixin.qq.com weixin110.qq.com servicewechat.com
  com.tencent.mm
public wechat mp.weixin.qq.com
private kakaotalk com.kakao.talk
private viber com.viber.voip
private signal signal.me org.thoughtcrime.securesms
private threema threema.id ch.threema.app
private zalo chat.zalo.me com.zing.zalo
private qq com.tencent.mobileqq
private sms messages.google.com com.google.android.apps.messaging com.samsung.android.messaging
  com.android.mms
private googlechat chat.google.com com.google.android.apps.dynamite
private imo com.imo.android.imoim
private kik kik.android
private element app.element.io im.vector.app
private wire app.wire.com com.wire
private workplace workplace.com
private yammer engage.cloud.microsoft web.yammer.com
private email mail.google.com inbox.google.com com.google.android.gm outlook.live.com
  outlook.office.com outlook.office365.com outlook.cloud.microsoft com.microsoft.office.outlook
  mail.yahoo.com com.yahoo.mobile.client.android.mail mail.proton.me ch.protonmail.android
  mail.aol.com =mail.ru e.mail.ru touch.mail.ru mail.yandex.ru mail.yandex.com mail.qq.com
  mail.163.com mail.naver.com mail.zoho.com mail.infomaniak.com deref-gmx.net deref-gmx.fr
  deref-web.de deref-mail.com deref-1und1-02.de navigator-bs.gmx.net mailbox.orange.fr
  messagerie.orange.fr mail01.orange.fr webmail.free.fr zimbra.free.fr webmail.sfr.fr
  messagerie.laposte.net webmail.bouyguestelecom.fr com.samsung.android.email.provider com.fsck.k9
  net.thunderbird.android
private email safelinks.protection.outlook.com urldefense.com urldefense.proofpoint.com
  linkprotect.cudasvc.com protect-eu.mimecast.com protect-us.mimecast.com click.pstmrk.it
public facebook facebook.com fb.me com.facebook.katana com.facebook.lite
public instagram instagram.com com.instagram.android
public snapchat snapchat.com com.snapchat.android
public linkedin linkedin.com lnkd.in com.linkedin.android
public threads threads.net threads.com com.instagram.barcelona
public x t.co twitter.com x.com com.twitter.android
public reddit reddit.com com.reddit.frontpage com.laurencedawson.reddit_sync
public pinterest pinterest.com com.pinterest
public tiktok tiktok.com com.zhiliaoapp.musically com.ss.android.ugc.trill
public bluesky bsky.app xyz.blueskyweb.app
public mastodon mastodon.social mastodon.online mstdn.social mamot.fr piaille.fr
  org.joinmastodon.android
public vk vk.com vk.ru com.vkontakte.android
public ok ok.ru odnoklassniki.ru ru.ok.android
public weibo weibo.com weibo.cn t.cn com.sina.weibo
public tumblr tumblr.com t.umblr.com com.tumblr
public hackernews news.ycombinator.com
public lobsters lobste.rs
public xing xing.com com.xing.android
public quora quora.com com.quora.android
public youtube youtube.com youtu.be com.google.android.youtube
public hatena b.hatena.ne.jp
public kakaostory story.kakao.com
public linktree linktr.ee
later flipboard flipboard.com flipboard.app
later pocket getpocket.com
later instapaper instapaper.com
search google =google.com news.google.com discover.google.com =googleapis.com
  com.google.android.googlequicksearchbox com.google.android.apps.searchlite
search bing bing.com ntp.msn.com
search duckduckgo duckduckgo.com com.duckduckgo.mobile.android
search brave search.brave.com
search ecosia ecosia.org
search qwant qwant.com
search yandex =yandex.ru =yandex.com ya.ru
search baidu =baidu.com m.baidu.com
search naver search.naver.com
search daum search.daum.net
search seznam search.seznam.cz
search yahoo search.yahoo.com search.yahoo.co.jp
search startpage startpage.com
search kagi kagi.com
search mojeek mojeek.com
search lilo search.lilo.org
search sogou sogou.com
assistant chatgpt chatgpt.com chat.openai.com labs.openai.com com.openai.chatgpt
assistant claude claude.ai com.anthropic.claude
assistant copilot copilot.microsoft.com
assistant gemini gemini.google.com bard.google.com notebooklm.google.com
assistant perplexity perplexity.ai ai.perplexity.app.android
assistant mistral chat.mistral.ai
assistant deepseek chat.deepseek.com
assistant grok grok.com
assistant meta meta.ai
assistant duck.ai duck.ai
assistant baidu yiyan.baidu.com ai.baidu.com
assistant chatglm chatglm.cn
assistant qwen chat.qwen.ai
assistant you you.com
assistant poe poe.com
assistant character character.ai
assistant chat+ chatplus.com chat-gpt.org
assistant iask iask.ai
assistant jasper app.jasper.ai
assistant writesonic app.writesonic.com`)

/** Google and Yandex have a host in every country: `www.google.co.uk`, `yandex.kz`. */
const IN_COUNTRY = /^(google|yandex)\.(?:com?\.)?[a-z]{2}$/

/**
 * Tells what the host of a referrer, or an Android package, says: `originOf('l.facebook.com')` gives
 * `{ name: 'facebook', source: 'network', kind: 'public', channel: 'facebook' }`. The longest known end counts. Undefined for
 * any other site.
 */
export function originOf(referrerHost: string): Origin | undefined {
  const host = referrerHost.toLowerCase().replace(/^android-app:\/\/|^www\.|:\d+$|\/.*$/g, '')
  const [, name] = IN_COUNTRY.exec(host) ?? []
  let origin = name ? ENDS.get(`=${name}.com`) : ENDS.get(`=${host}`)
  for (let end = host; end && !origin; end = end.replace(/^[^.]*\.?/, '')) origin = ENDS.get(end)
  return origin
}
