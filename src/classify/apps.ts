/**
 * Browsers inside apps, by the ids that `readUserAgent` and the tracker give them, and of which sort what is opened in them is.
 * Source: what the apps write into their user agents; see `src/server/agents.ts`.
 */

/**
 * Of which sort an app is. An app with a public feed and private messages shares one browser for both, and counts as public:
 * what cannot be told is not counted as dark. `unknown` is a browser inside an app that does not say which.
 */
export type AppKind = 'private' | 'public' | 'mail' | 'search' | 'assistant' | 'other' | 'unknown'

const IDS: readonly (readonly [AppKind, string])[] = [
  [
    'private',
    'messenger whatsapp line wecom wechat kakaotalk zalo viber telegram kik dingtalk qq snapchat slack teams discord skype mattermost rocketchat imo lark band',
  ],
  [
    'public',
    'instagram threads facebook tiktok x linkedin pinterest reddit weibo quora xing ok vk kakaostory xiaohongshu zhihu bilibili kuaishou',
  ],
  ['mail', 'outlook thunderbird'],
  ['search', 'google-app naver daum yahoojp bing baidu yandex'],
  ['assistant', 'chatgpt copilot'],
  ['other', 'flipboard smartnews apple-news toutiao alipay taobao'],
  ['unknown', 'webview'],
]

/** The kind of each app: `APPS.get('whatsapp') === 'private'`. */
export const APPS: ReadonlyMap<string, AppKind> = new Map(
  IDS.flatMap(([kind, ids]) => ids.split(' ').map((id) => [id, kind] as const)),
)
