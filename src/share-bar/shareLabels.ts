/** The words of the share bar in one language. `{name}` stands for the brand. */
export interface ShareLabels {
  /** The language, as `lang` attributes have it: `fr`, `pt-BR`, `zh-Hant`. */
  lang: string
  dir: 'ltr' | 'rtl'
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
