/**
 * What a bar shows in a language where the page names no channels: the messengers that are most used where it is spoken, with
 * Facebook, e-mail and text messages. A choice of ours, without a survey behind it; sites set their own.
 */
export const usualChannels: Record<string, string> = {
  en: 'whatsapp messenger facebook email sms',
  fr: 'whatsapp messenger facebook email sms',
  es: 'whatsapp telegram facebook email sms',
  de: 'whatsapp telegram facebook email sms',
  'pt-PT': 'whatsapp messenger facebook email sms',
  'pt-BR': 'whatsapp telegram facebook email sms',
  it: 'whatsapp telegram facebook email sms',
  ar: 'whatsapp messenger telegram facebook email sms',
  ja: 'line x facebook hatena email',
  'zh-Hans': 'wechat weibo qq qzone email',
  'zh-Hant': 'line facebook messenger wechat email',
}
