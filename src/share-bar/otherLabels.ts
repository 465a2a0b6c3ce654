/**
 * The words of the share bar in languages of other scripts, each an import; where they are from stands in `latinLabels.ts`.
 */
import type { ShareLabels } from './shareLabels.js'

export const ar: ShareLabels = {
  lang: 'ar',
  dir: 'rtl',
  share: 'مشاركة',
  shareOn: 'المشاركة عبر {name}',
  shareByMail: 'المشاركة بالبريد الإلكتروني',
  shareBySms: 'المشاركة برسالة نصية',
  copyLink: 'نسخ الرابط',
  copied: 'تم نسخ الرابط',
  copyFailed: 'تعذّر النسخ. اضغط مطولًا على الرابط لنسخه.',
  showQr: 'عرض رمز QR',
  scanQr: 'امسح الرمز لفتحه على هاتفك',
  more: 'طرق أخرى للمشاركة',
  close: 'إغلاق',
  newWindow: 'يفتح في نافذة جديدة',
  shared: 'شكرًا على المشاركة',
  tagNote: 'يحمل الرابط علامة عشوائية تخبر الناشر كيف تمت المشاركة، لا من أنت.',
}

export const ja: ShareLabels = {
  lang: 'ja',
  dir: 'ltr',
  share: '共有',
  shareOn: '{name}で共有',
  shareByMail: 'メールで共有',
  shareBySms: 'SMSで共有',
  copyLink: 'リンクをコピー',
  copied: 'リンクをコピーしました',
  copyFailed: 'コピーできませんでした。リンクを長押ししてコピーしてください。',
  showQr: 'QRコードを表示',
  scanQr: 'スマートフォンで読み取って開く',
  more: 'その他の共有方法',
  close: '閉じる',
  newWindow: '新しいウィンドウで開きます',
  shared: '共有ありがとうございます',
  tagNote: 'リンクには、共有方法を示すランダムな印が付きます。あなたが誰かは含みません。',
}

export const zhHans: ShareLabels = {
  lang: 'zh-Hans',
  dir: 'ltr',
  share: '分享',
  shareOn: '分享到{name}',
  shareByMail: '通过邮件分享',
  shareBySms: '通过短信分享',
  copyLink: '复制链接',
  copied: '链接已复制',
  copyFailed: '无法复制,请长按链接进行复制。',
  showQr: '显示二维码',
  scanQr: '用手机扫码打开',
  more: '更多分享方式',
  close: '关闭',
  newWindow: '在新窗口打开',
  shared: '感谢分享',
  tagNote: '链接带有随机标记,只告诉发布者如何分享,不包含您的身份。',
}

export const zhHant: ShareLabels = {
  lang: 'zh-Hant',
  dir: 'ltr',
  share: '分享',
  shareOn: '分享到 {name}',
  shareByMail: '以電子郵件分享',
  shareBySms: '以簡訊分享',
  copyLink: '複製連結',
  copied: '已複製連結',
  copyFailed: '無法複製,請長按連結進行複製。',
  showQr: '顯示 QR 碼',
  scanQr: '用手機掃描開啟',
  more: '更多分享方式',
  close: '關閉',
  newWindow: '在新視窗開啟',
  shared: '感謝分享',
  tagNote: '連結帶有隨機標記,只告訴發佈者如何分享,不含您的身分。',
}
