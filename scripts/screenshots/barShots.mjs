/** @param {string} attributes */
const BAR = (attributes) =>
  `<share-bar url="https://journal.example/harbour" text="The last crossing" ${attributes}></share-bar>`
const CHANNELS = 'channels="whatsapp messenger telegram line email wechat"'
const MORE = 'more="facebook bluesky mastodon linkedin"'

/**
 * @typedef {object} Shot
 * @property {string} name of the file, `docs/share-bar-NAME.png`
 * @property {string} body
 * @property {string} [html] attributes of `<html>`
 * @property {import('playwright').BrowserContextOptions} [options]
 * @property {string[]} [press] what is pressed before
 */

/**
 * What goes into `docs`.
 *
 * @type {Shot[]}
 */
export const SHOTS = [
  { name: 'light', body: BAR(`${CHANNELS} ${MORE}`), press: ['[data-channel=copy-button]'] },
  {
    name: 'dark',
    body: BAR(`${CHANNELS} ${MORE}`),
    options: { colorScheme: 'dark' },
    press: ['summary'],
  },
  {
    name: 'rtl',
    html: 'lang="ar" dir="rtl"',
    body: BAR(`${CHANNELS} ${MORE}`),
    press: ['[data-channel=copy-button]'],
  },
  {
    name: '320',
    body: BAR(`${CHANNELS} ${MORE} note`),
    options: { viewport: { width: 320, height: 300 } },
    press: ['summary'],
  },
  {
    name: 'qr',
    body: BAR(CHANNELS),
    options: { viewport: { width: 640, height: 460 } },
    press: ['[data-channel=wechat]'],
  },
]

/**
 * What is looked at, and not kept: `npm run screenshots -- --bar FOLDER`.
 *
 * @type {Shot[]}
 */
export const MORE_SHOTS = [
  {
    name: 'phone',
    body: BAR(`${CHANNELS.replace('line', 'sms')} ${MORE}`),
    options: { viewport: { width: 390, height: 300 }, hasTouch: true, isMobile: true },
  },
  {
    name: 'names-de',
    html: 'lang="de"',
    body: BAR(`${CHANNELS} ${MORE} names note`),
    press: ['summary'],
  },
  {
    name: 'names-de-320',
    html: 'lang="de"',
    body: BAR(`${CHANNELS} ${MORE} names note`),
    options: { viewport: { width: 320, height: 600 } },
    press: ['summary'],
  },
  {
    name: 'forced',
    body: BAR(`${CHANNELS} ${MORE}`),
    options: { forcedColors: 'active', colorScheme: 'dark' },
    press: ['summary', '[data-channel=copy-button]'],
  },
  {
    name: 'forced-qr',
    body: BAR(CHANNELS),
    options: { forcedColors: 'active', colorScheme: 'dark' },
    press: ['[data-channel=wechat]'],
  },
  {
    name: 'dark-qr',
    body: BAR(CHANNELS),
    options: { colorScheme: 'dark' },
    press: ['[data-channel=wechat]'],
  },
  {
    name: 'zoom',
    html: 'lang="fr" style="zoom:2"',
    body: BAR(`${CHANNELS} ${MORE}`),
    press: ['summary', '[data-channel=copy-button]'],
  },
  {
    name: 'refused',
    body: BAR(`${CHANNELS} ${MORE}`),
    options: { viewport: { width: 400, height: 300 } },
    press: ['refuse', '[data-channel=copy-button]'],
  },
  {
    name: 'refused-rtl',
    html: 'lang="ar" dir="rtl"',
    body: BAR(`${CHANNELS} ${MORE}`),
    press: ['refuse', '[data-channel=copy-button]'],
  },
  {
    name: 'wide',
    body: BAR(`${CHANNELS} ${MORE} names`),
    options: { viewport: { width: 1600, height: 300 } },
    press: ['summary'],
  },
  { name: 'print', body: BAR(`${CHANNELS} ${MORE}`), press: ['print'] },
]
