/** The words of the share bar in one language. `{name}` stands for the brand. */
export interface ShareLabels {
  /** The language, as `lang` attributes have it: `fr`, `pt-BR`, `zh-Hant`. */
  lang: string
  dir: 'ltr' | 'rtl'
  /** The channels that a bar in this language shows where the page names none, separated by blanks. */
  channels: string
  share: string
  shareOn: string
  shareByMail: string
  shareBySms: string
  copyLink: string
  copied: string
  copyFailed: string
  showQr: string
  scanQr: string
  more: string
  close: string
  newWindow: string
  shared: string
  tagNote: string
}
