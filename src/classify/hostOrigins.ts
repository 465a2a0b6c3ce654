import { readOrigins, type Origin } from './readOrigins.js'

/**
 * Hosts and Android packages that say where a link stood: sort, name, then ends of hosts; `=` marks a whole host. Chrome on
 * Android names an app as `android-app://PACKAGE/`, whose host is the package.
 *
 * Sources: Matomo's lists of social networks, search engines and AI assistants (CC0), and the addresses that the networks,
 * mail services and apps have themselves. A host with a public feed and private messages behind it counts as public.
 */
export const HOST_ORIGINS: ReadonlyMap<string, Origin> =
  readOrigins(`private whatsapp web.whatsapp.com wa.me api.whatsapp.com l.wl.co com.whatsapp com.whatsapp.w4b
private messenger messenger.com m.me com.facebook.orca com.facebook.mlite
private telegram web.telegram.org webk.telegram.org webz.telegram.org t.me telegram.me
  org.telegram.messenger org.telegram.messenger.web org.telegram.plus org.thunderdog.challegram org.telegram.messenger.beta
private slack slack.com slack-redir.net com.slack
private discord discord.com discordapp.com discord.gg com.discord
private teams statics.teams.cdn.office.net teams.microsoft.com teams.live.com
  teams.cloud.microsoft com.microsoft.teams
private skype web.skype.com com.skype.raider com.skype.m2
private line line.me jp.naver.line.android com.linecorp.linelite liff.line.me
private wechat wx.qq.com web.wechat.com weixin.qq.com weixin110.qq.com servicewechat.com
  com.tencent.mm com.tencent.wework
public wechat mp.weixin.qq.com
private kakaotalk com.kakao.talk
private viber com.viber.voip
private signal signal.me org.thoughtcrime.securesms
private threema threema.id web.threema.ch ch.threema.app ch.threema.app.work
private zalo chat.zalo.me com.zing.zalo
private qq com.tencent.mobileqq com.tencent.tim web.qq.com
private sms messages.google.com messages.android.com com.google.android.apps.messaging com.samsung.android.messaging
  com.android.mms
private googlechat chat.google.com hangouts.google.com com.google.android.talk com.google.android.apps.dynamite
private imo com.imo.android.imoim
private kik kik.android
private element app.element.io im.vector.app io.element.android.x
private wire app.wire.com com.wire
private groupme web.groupme.com app.groupme.com com.groupme.android
private mattermost com.mattermost.rn
private rocketchat open.rocket.chat chat.rocket.android
private dingtalk dingtalk.com com.alibaba.android.rimet
private lark feishu.cn larksuite.com larkoffice.com com.ss.android.lark com.larksuite.suite
private band band.us com.nhn.android.band
private zoom us.zoom.videomeetings app.zoom.us
private chatwork chatwork.com jp.ecstudio.chatworkandroid
private beeper chat.beeper.com com.beeper.android
private session network.loki.messenger
private workplace workplace.com
private yammer engage.cloud.microsoft web.yammer.com
private email mail.google.com inbox.google.com com.google.android.gm com.google.android.gm.lite outlook.live.com
  outlook.office.com outlook.office365.com outlook.cloud.microsoft com.microsoft.office.outlook
  mail.yahoo.com com.yahoo.mobile.client.android.mail mail.proton.me ch.protonmail.android
  mail.yahoo.co.jp mail.aol.com mail.live.com icloud.com app.fastmail.com app.tuta.com
  mail.tutanota.com app.hey.com mail.superhuman.com app.frontapp.com mail.com =mail.ru e.mail.ru touch.mail.ru mail.yandex.ru mail.yandex.com mail.yandex.kz mail.yandex.by mail.qq.com exmail.qq.com
  mail.163.com mail.126.com mail.sina.com.cn mail.naver.com mail.daum.net mail.zoho.com mail.zoho.eu mail.zoho.in mail.rambler.ru mail.ukr.net poczta.wp.pl poczta.onet.pl poczta.interia.pl poczta.o2.pl email.seznam.cz mail.centrum.cz mail.libero.it email.uol.com.br email.t-online.de mail.infomaniak.com deref-gmx.net deref-gmx.fr
  deref-web.de deref-mail.com deref-1und1-02.de navigator-bs.gmx.net navigator.gmx.net navigator.web.de mailbox.orange.fr
  messagerie.orange.fr mail01.orange.fr webmail.free.fr zimbra.free.fr webmail.sfr.fr
  messagerie.laposte.net webmail.bouyguestelecom.fr com.samsung.android.email.provider com.fsck.k9
  net.thunderbird.android ru.mail.mailapp ru.yandex.mail com.readdle.spark de.gmx.mobile.android.mail
  de.web.mobile.android.mail de.tutao.tutanota eu.faircode.email me.bluemail.mail com.netease.mail
  com.tencent.androidqqmail com.fastmail.app
private email safelinks.protection.outlook.com urldefense.com urldefense.proofpoint.com urldefense.us
  safelinks.protection.office365.us linkprotect.cudasvc.com protect-eu.mimecast.com protect-us.mimecast.com
  protect-au.mimecast.com protect-de.mimecast.com protect-za.mimecast.com protect-ca.mimecast.com
  mimecastprotect.com
  click.pstmrk.it secure-web.cisco.com wis.trendmicro.com imsva91-ctp.trendmicro.com protection.sophos.com protect2.fireeye.com
  clicktime.symantec.com url.avanan.click protect.checkpoint.com urlsand.esvalabs.com
  atpscan.global.hornetsecurity.com url.emailprotection.link
public facebook facebook.com fb.me fb.com facebookcorewwwi.onion com.facebook.katana com.facebook.lite
public instagram instagram.com com.instagram.android
public snapchat snapchat.com com.snapchat.android
public linkedin linkedin.com lnkd.in com.linkedin.android
public threads threads.net threads.com com.instagram.barcelona
public x t.co twitter.com x.com com.twitter.android
public reddit reddit.com redd.it com.reddit.frontpage com.laurencedawson.reddit_sync
public pinterest pinterest.com pin.it com.pinterest
public tiktok tiktok.com douyin.com com.zhiliaoapp.musically com.zhiliaoapp.musically.go com.ss.android.ugc.trill
  com.ss.android.ugc.aweme
public bluesky bsky.app xyz.blueskyweb.app
public mastodon mastodon.social mastodon.online mstdn.social mamot.fr piaille.fr mas.to fosstodon.org
  hachyderm.io infosec.exchange chaos.social troet.cafe techhub.social mstdn.jp pawoo.net
  org.joinmastodon.android
public vk vk.com vk.ru vkontakte.ru com.vkontakte.android
public dzen dzen.ru zen.yandex.ru
public ok ok.ru odnoklassniki.ru ru.ok.android
public weibo weibo.com weibo.cn t.cn com.sina.weibo
public tumblr tumblr.com t.umblr.com com.tumblr
public hackernews news.ycombinator.com hckrnews.com
public lemmy lemmy.world lemmy.ml feddit.org
public nextdoor nextdoor.com com.nextdoor
public tieba tieba.baidu.com
public zhihu zhihu.com com.zhihu.android
public xiaohongshu xiaohongshu.com xhslink.com com.xingin.xhs
public douban douban.com
public mixi mixi.jp
public twitch twitch.tv tv.twitch.android.app
public digg digg.com
public slashdot slashdot.org
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
later raindrop raindrop.io
later readwise read.readwise.io
search google =google.com news.google.com discover.google.com =googleapis.com images.google.com
  lens.google.com cse.google.com encrypted.google.com com.google.android.apps.magazines
  com.google.android.googlequicksearchbox com.google.android.apps.searchlite
search bing bing.com ntp.msn.com com.microsoft.bing
search duckduckgo duckduckgo.com com.duckduckgo.mobile.android
search brave search.brave.com
search ecosia ecosia.org com.ecosia.android
search qwant qwant.com com.qwant.liberty
search yandex =yandex.ru =yandex.com =ya.ru ru.yandex.searchplugin
search baidu =baidu.com m.baidu.com wap.baidu.com com.baidu.searchbox
search naver search.naver.com com.nhn.android.search
search daum search.daum.net net.daum.android.daum
search seznam search.seznam.cz
search yahoo search.yahoo.com search.yahoo.co.jp
search startpage startpage.com
search kagi kagi.com
search mojeek mojeek.com
search lilo search.lilo.org
search sogou sogou.com
search 360 so.com so.360.cn
search shenma sm.cn
search toutiao so.toutiao.com
search petal petalsearch.com
search coccoc coccoc.com
search mail.ru go.mail.ru
search rambler nova.rambler.ru
search aol search.aol.com
search ask ask.com
search swisscows swisscows.com
search metager metager.org metager.de
search presearch presearch.com
search dogpile dogpile.com
search goo search.goo.ne.jp
search t-online suche.t-online.de
search gmx suche.gmx.net suche.web.de
search karma karmasearch.org
campaign google googleads.g.doubleclick.net tpc.googlesyndication.com googleadservices.com
assistant chatgpt chatgpt.com chat.openai.com labs.openai.com com.openai.chatgpt
assistant claude claude.ai com.anthropic.claude
assistant copilot copilot.microsoft.com copilot.com m365.cloud.microsoft copilot.cloud.microsoft
  com.microsoft.copilot
assistant gemini gemini.google.com bard.google.com notebooklm.google.com com.google.android.apps.bard
assistant perplexity perplexity.ai ai.perplexity.app.android
assistant mistral chat.mistral.ai
assistant deepseek chat.deepseek.com com.deepseek.chat
assistant grok grok.com ai.x.grok
assistant meta meta.ai
assistant duck.ai duck.ai
assistant baidu yiyan.baidu.com ai.baidu.com
assistant chatglm chatglm.cn
assistant qwen chat.qwen.ai
assistant you you.com
assistant poe poe.com com.poe.android
assistant phind phind.com
assistant kimi kimi.com kimi.moonshot.cn
assistant doubao doubao.com
assistant yuanbao yuanbao.tencent.com
assistant pi pi.ai
assistant genspark genspark.ai
assistant felo felo.ai
assistant andi andisearch.com
assistant character character.ai
assistant chat+ chatplus.com chat-gpt.org
assistant iask iask.ai
assistant jasper app.jasper.ai
assistant writesonic app.writesonic.com`)
