/** The share buttons that are compared, each with the same ten channels, bundled as their documentation has it. */

/** Ten channels that all of them have. */
export const CHANNELS = [
  'facebook',
  'x',
  'linkedin',
  'email',
  'whatsapp',
  'telegram',
  'viber',
  'pinterest',
  'tumblr',
  'reddit',
] as const

/** One kind of share buttons. */
export interface Contestant {
  name: string
  /** Its package, for the version. */
  packageName: string
  /** The script of the page, which esbuild bundles. */
  code: string
  /** Its style sheet, as a path in `node_modules`. */
  css?: string
  /** What the page holds. */
  body: string
  /** Matches what it makes of the page, once it has. */
  ready: string
  /** Said below the table. */
  note?: string
}

const URL_SHARED = 'https://journal.example/a/b'
const TITLE = 'Lamps out at eleven'

const SHAREON: Record<string, string> = { x: 'twitter' }
const SHARER: Record<string, string> = { x: 'x' }
const REACT: Record<string, string> = { x: 'X', whatsapp: 'Whatsapp', linkedin: 'Linkedin' }
const reactName = (channel: string): string =>
  REACT[channel] ?? channel.replace(/^./, (first) => first.toUpperCase())
const reactPairs = CHANNELS.map((channel) => [
  `${reactName(channel)}ShareButton`,
  `${reactName(channel)}Icon`,
])

const list = CHANNELS.join(', ')

export const CONTESTANTS: Contestant[] = [
  {
    name: '<share-bar>',
    packageName: 'aparte',
    code: `import { createShareBar, en, ${list} } from 'aparte/share-bar'
      customElements.define('share-bar', createShareBar({ channels: [${list}], languages: [en] }))`,
    body: `<share-bar url="${URL_SHARED}" text="${TITLE}"></share-bar>`,
    ready: 'share-bar [data-channel=reddit][href]',
    note: 'The style sheet is in the script. Icons are in it too, and the copy button.',
  },
  {
    name: 'shareon',
    packageName: 'shareon',
    code: `import { init } from 'shareon'
      init()`,
    css: 'shareon/dist/shareon.min.css',
    body: `<div class="shareon" data-url="${URL_SHARED}" data-title="${TITLE}">${CHANNELS.map(
      (channel) => `<a class="${SHAREON[channel] ?? channel}"></a>`,
    ).join('')}</div>`,
    ready: '.shareon .reddit[href], .shareon .reddit[role]',
    note: 'Its style sheet holds the icons.',
  },
  {
    name: 'sharer.js',
    packageName: 'sharer.js',
    code: `import 'sharer.js'
      document.documentElement.dataset.ready = ''`,
    body: CHANNELS.map(
      (channel) =>
        `<button data-sharer="${SHARER[channel] ?? channel}" data-url="${URL_SHARED}" data-title="${TITLE}">Share on ${channel}</button>`,
    ).join(''),
    ready: '[data-ready]',
    note: 'It has neither icons nor styles: the buttons are the page’s own, here with plain words in them.',
  },
  {
    name: 'react-share',
    packageName: 'react-share',
    code: `import { createElement } from 'react'
      import { createRoot } from 'react-dom/client'
      import { ${reactPairs.flat().join(', ')} } from 'react-share'
      const media = { media: '${URL_SHARED}.jpg' }
      createRoot(document.querySelector('#root')).render([${reactPairs
        .map(
          ([button, icon], index) =>
            `createElement(${button}, { key: ${index}, url: '${URL_SHARED}', title: '${TITLE}', ...media }, createElement(${icon}, { size: 44 }))`,
        )
        .join(', ')}])`,
    body: '<div id="root"></div>',
    ready: '#root button:nth-of-type(10)',
    note: 'With React and its DOM, which a page may have anyway.',
  },
  {
    name: 'react-share without React',
    packageName: 'react-share',
    code: `export { ${reactPairs.flat().join(', ')} } from 'react-share'`,
    body: '',
    ready: '',
  },
]
