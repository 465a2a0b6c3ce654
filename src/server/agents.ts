import type { Channel } from '../channel/channels.js'

/** A program that fetches pages without a reader, and the channel that it fetches them for. */
export interface Bot {
  id: string
  /** `ai`: an assistant fetches a link that somebody gave it. */
  channel?: Channel | 'ai'
  pattern: RegExp
}

/**
 * Programs that fetch pages, by their user agents; the first that matches counts; `isProgram` tells
 * those that have no name here. Sources: crawler-user-agents (MIT) and the networks' own documentation. Most mail scanners cannot be
 * told: they call themselves Chrome.
 */
export const BOTS: readonly Bot[] = [
  // Signal writes less than WhatsApp does.
  { id: 'signal-preview', channel: 'signal', pattern: /^WhatsApp(?:\/2)?$/ },
  // What an app loads by itself: no page, and no script runs.
  {
    id: 'native-http',
    pattern:
      /\bCFNetwork\/|^Dalvik\/|^Outlook-iOS\/|^(?:Snapchat|Discord|Pinterest for \w+)\/[\d.]+ \(/,
  },
  // Fetched by the sender's phone, while the message is written.
  { id: 'whatsapp-preview', channel: 'whatsapp', pattern: /^\w*WhatsApp\/\d/ },
  { id: 'kakaotalk-scrap', channel: 'kakaotalk', pattern: /kakaotalk-scrap/i },
  { id: 'naver-blueno', pattern: /\bBlueno\// },
  // Apple's devices name two others.
  {
    id: 'imessage-preview',
    channel: 'sms',
    pattern: /^Mozilla\/5\.0.*facebookexternalhit\/.*Twitterbot/,
  },
  { id: 'line-preview', channel: 'line', pattern: /Linespider|line-poker/i },
  {
    id: 'facebook-preview',
    channel: 'facebook',
    pattern: /facebookexternalhit|facebookcatalog|Facebot|meta-external(?:fetcher|agent|hit)/i,
  },
  { id: 'slack-preview', channel: 'slack', pattern: /Slackbot|Slack-ImgProxy/i },
  { id: 'telegram-preview', channel: 'telegram', pattern: /TelegramBot/i },
  { id: 'twitter-preview', channel: 'x', pattern: /Twitterbot/i },
  { id: 'discord-preview', channel: 'discord', pattern: /Discordbot/i },
  // Skype is gone; Teams has kept its name.
  { id: 'skype-preview', channel: 'teams', pattern: /SkypeUriPreview/i },
  { id: 'microsoft-preview', channel: 'teams', pattern: /MicrosoftPreview\/|BingPreview/i },
  { id: 'linkedin-preview', channel: 'linkedin', pattern: /LinkedInBot/i },
  { id: 'viber-preview', channel: 'viber', pattern: /^Viber$|ViberUrlDownloader/i },
  {
    id: 'snap-preview',
    channel: 'snapchat',
    pattern: /Snap URL Preview|SnapURLPreview|SnapchatAds/i,
  },
  {
    id: 'pinterest-preview',
    channel: 'pinterest',
    pattern: /Pinterestbot|pinterest\.com\/bot|^Pinterest\/0/i,
  },
  { id: 'reddit-preview', channel: 'reddit', pattern: /redditbot/i },
  { id: 'vk-preview', channel: 'vk', pattern: /vkShare/i },
  {
    id: 'bluesky-preview',
    channel: 'bluesky',
    pattern: /Bluesky Cardyb|BlueskyPreviewBot|^Bluesky\//i,
  },
  // Every server with a follower on it fetches the link, whatever it runs.
  {
    id: 'mastodon-preview',
    channel: 'mastodon',
    pattern: /Mastodon\/\d|^(?:Pleroma|Akkoma|Misskey|Sharkey|Friendica|Lemmy|gotosocial)\b/i,
  },
  { id: 'ok-preview', channel: 'ok', pattern: /OdklBot/i },
  { id: 'xing-preview', channel: 'xing', pattern: /XING-contenttabreceiver|Xing Bot/i },
  { id: 'yahoomail-preview', channel: 'yahoomail', pattern: /Yahoo Link Preview/i },
  { id: 'groupme-preview', pattern: /GroupMeBot/i },
  { id: 'mattermost-preview', pattern: /Mattermost-Bot/i },
  { id: 'matrix-preview', pattern: /Synapse \(bot|Matrix-Media-Repo/i },
  { id: 'dingtalk-preview', pattern: /DingTalkBot/i },
  {
    id: 'embed-services',
    pattern: /Embedly|Iframely|BufferLinkPreviewBot|bitlybot|FlipboardProxy|Tumblr\/\d|Hatena/i,
  },
  {
    id: 'google-preview',
    pattern:
      /Google-PageRenderer|developers\.google\.com\/\+\/web\/snippet|GoogleImageProxy|Google-Safety|Google-Read-Aloud|FeedFetcher-Google|GoogleDocs/i,
  },
  { id: 'applebot', pattern: /Applebot/i },
  {
    id: 'ai-fetch',
    channel: 'ai',
    pattern:
      /ChatGPT-User|Perplexity-?User|Claude-User|MistralAI-User|DuckAssistBot|Cohere-AI|Manus-User|Google-NotebookLM|Gemini-Deep-Research|GPTBot|ClaudeBot/i,
  },
  {
    id: 'scanner',
    pattern:
      /virustotal|urlscan|CloudflareRadarURLScanner|Barracuda|Proofpoint|Mimecast|SafeLinks|Microsoft-?Defender/i,
  },
  {
    id: 'automation',
    pattern: /HeadlessChrome|PhantomJS|Puppeteer|Playwright|Selenium|Chrome-Lighthouse/i,
  },
]

/** Browsers that are built on what apps use to show a page. */
const WEBVIEW_BROWSERS =
  'MiuiBrowser|HuaweiBrowser|bdhonorbrowser|HeyTapBrowser|VivoBrowser|UCBrowser|SamsungBrowser|DuckDuckGo|Ddg/|YaBrowser|OPR|OPT/|Puffin|Focus/|Klar/|FxiOS|CriOS|EdgiOS|OPiOS|Brave|Aloha|Quark/|PHX/|MQQBrowser/'

/** A browser inside an app, as the app writes it into its user agent; the first that matches counts. */
export const APP_AGENTS: readonly (readonly [id: string, pattern: RegExp])[] = [
  ['messenger', /FB(?:AN|_IAB)\/(?:Messenger|MESSENGER|Orca)|MessengerLite|MessengerForiOS/],
  ['instagram', /\bInstagram[ /]\d/],
  ['threads', /\bBarcelona[ /]\d/],
  ['whatsapp', /\b(?:WAiOS|WA4A)\/|WhatsApp(?:Electron|-app|-linux-app)\/\d/],
  // New builds of Messenger write the same.
  ['facebook', /\bFB(?:AN|AV|_IAB|SV|ID|BV)\/|MetaIAB|com\.facebook\.katana/],
  ['line', /\bLine\/[\d.]+/],
  // WeCom also says MicroMessenger.
  ['wecom', /\bwxwork\//],
  ['wechat', /\bMicroMessenger\//],
  ['kakaotalk', /\bKAKAOTALK\b/i],
  ['zalo', /\bZalo(?: iOS| android)?\/\d/i],
  ['viber', /\bViber\/\d/],
  ['telegram', /\bTelegram-Android\/|\bTelegram\/\d/],
  ['kik', /\bKik\/\d/],
  ['dingtalk', /AliApp\(DingTalk|DingTalk\//],
  ['qq', /\bQQ\/\d/],
  ['snapchat', /Snapchat[ /]?\d/],
  ['slack', /\bSlack(?:_SSB)?\/\d/],
  ['teams', /\bTeams(?:Mobile-(?:iOS|Android)|\/\d)/],
  ['discord', /\bdiscord\/\d/i],
  ['skype', /\bSkype\/\d/],
  ['mattermost', /\bMattermost\/\d/],
  ['imo', /\bimo(?:Android|iOS)?\/\d/],
  ['lark', /\b(?:Lark|Feishu)\/\d/],
  ['band', /\bBAND\/\d/],
  ['rocketchat', /\bRocket\.Chat\+?\/\d/],
  [
    'tiktok',
    /musical_ly|\btrill_\d|BytedanceWebview|AppName\/(?:musical_ly|ultralite|trill|aweme)|\baweme/i,
  ],
  ['x', /\bTwitter for (?:iPhone|iPad)|\bTwitterAndroid|\bTwitter\/\d/],
  ['linkedin', /LinkedInApp/],
  ['pinterest', /\[Pinterest\/(?:Android|iOS)\]|Pinterest for (?:Android|iOS)/],
  ['reddit', /\bReddit\/(?:Version )?\d/],
  ['weibo', /\bWeibo\b|__weibo__|Weibolite/i],
  ['quora', /\bQuora \d/],
  ['xing', /\bXING(?:-iPhone|-Android)?\/\d/],
  ['ok', /\bOKApp\b|OK(?:iOS|Android)\//],
  ['kakaostory', /\bKAKAOSTORY\b/],
  ['vk', /\bVKAndroidApp\/|\bVK\/\d|vkclient/],
  ['xiaohongshu', /xhsdiscover|\bXHS\//],
  ['zhihu', /ZhihuHybrid|\bZhihu\/\d/],
  ['bilibili', /\bBiliApp\//],
  ['kuaishou', /\bKwai(?:_Pro)?\/\d/],
  ['flipboard', /\bFlipboard(?:-Briefing)?\/\d/],
  ['outlook', /Outlook-(?:iOS|Android)|Microsoft Outlook \d/],
  ['thunderbird', /\bThunderbird\/\d/],
  ['alipay', /\bAlipayClient\/|AliApp\(AP\//],
  ['taobao', /AliApp\(TB\//],
  ['toutiao', /\bNewsArticle\/\d/],
  ['smartnews', /\bSmartNews[ /]\d/],
  ['apple-news', /\bAppleNews\/\d/],
  ['chatgpt', /\bChatGPT\/\d/],
  ['copilot', /\bCopilotSapphire\/\d/],
  ['bing', /\b(?:BingWeb|(?:Bing)?Sapphire)\/\d/],
  // Its browser, flyflow, is another app.
  ['baidu', /^(?!.*flyflow\/).*\bbaiduboxapp\//],
  ['yandex', /\bYaApp_(?:Android|iOS)\b|\bYaSearchBrowser\//],
  ['google-app', /\bGSA\/\d|\bGoogle(?:App|Lens)\/\d/],
  ['naver', /NAVER\(inapp/],
  ['daum', /\bDaumApps\/\d/],
  ['yahoojp', /\bYJApp-(?:ANDROID|IOS)/],
  // Browsers that are built on Android's WebView say so too.
  ['webview', RegExp(`^(?!.*(?:${WEBVIEW_BROWSERS}))(?=.*Android).*;\\s?wv\\)`)],
  // Safari, and every browser that Apple lets be one, names Safari, or itself.
  [
    'webview',
    RegExp(
      `^(?!.*(?:Safari/|${WEBVIEW_BROWSERS}))(?=.*iP(?:hone|ad|od))(?=.*AppleWebKit).*Mobile/`,
    ),
  ],
  ['webview', /\bElectron\/\d/],
]
