/**
 * The words of the share bar by language, each an import. Texts of `labels.json` in the project's shared data, which a test
 * compares; each language needs a reader who speaks it. `{name}` is the brand.
 */
import type { ShareLabels } from './shareLabels.js'

export const en: ShareLabels = {
  lang: 'en',
  dir: 'ltr',
  share: 'Share',
  shareOn: 'Share on {name}',
  shareByMail: 'Share by e-mail',
  shareBySms: 'Share by text message',
  copyLink: 'Copy link',
  copied: 'Link copied',
  copyFailed: 'Could not copy. Press and hold the link to copy it.',
  showQr: 'Show QR code',
  scanQr: 'Scan to open on your phone',
  more: 'More ways to share',
  close: 'Close',
  newWindow: 'opens in a new window',
  shared: 'Thanks for sharing',
  tagNote:
    'The link carries a random tag that tells the publisher how it was shared, not who you are.',
}

export const fr: ShareLabels = {
  lang: 'fr',
  dir: 'ltr',
  share: 'Partager',
  shareOn: 'Partager sur {name}',
  shareByMail: 'Partager par e-mail',
  shareBySms: 'Partager par SMS',
  copyLink: 'Copier le lien',
  copied: 'Lien copié',
  copyFailed: 'Copie impossible. Appuyez longuement sur le lien pour le copier.',
  showQr: 'Afficher le QR code',
  scanQr: 'Scannez pour ouvrir sur votre téléphone',
  more: 'Autres moyens de partager',
  close: 'Fermer',
  newWindow: 'nouvelle fenêtre',
  shared: 'Merci pour le partage',
  tagNote:
    'Le lien contient une marque aléatoire qui indique à l’éditeur comment il a été partagé, pas qui vous êtes.',
}

export const es: ShareLabels = {
  lang: 'es',
  dir: 'ltr',
  share: 'Compartir',
  shareOn: 'Compartir en {name}',
  shareByMail: 'Compartir por correo',
  shareBySms: 'Compartir por SMS',
  copyLink: 'Copiar enlace',
  copied: 'Enlace copiado',
  copyFailed: 'No se pudo copiar. Mantén pulsado el enlace para copiarlo.',
  showQr: 'Mostrar código QR',
  scanQr: 'Escanea para abrir en tu teléfono',
  more: 'Más formas de compartir',
  close: 'Cerrar',
  newWindow: 'se abre en otra ventana',
  shared: 'Gracias por compartir',
  tagNote:
    'El enlace lleva una marca aleatoria que indica al editor cómo se compartió, no quién eres.',
}

export const de: ShareLabels = {
  lang: 'de',
  dir: 'ltr',
  share: 'Teilen',
  shareOn: 'Auf {name} teilen',
  shareByMail: 'Per E-Mail teilen',
  shareBySms: 'Per SMS teilen',
  copyLink: 'Link kopieren',
  copied: 'Link kopiert',
  copyFailed: 'Kopieren nicht möglich. Link lange drücken, um ihn zu kopieren.',
  showQr: 'QR-Code anzeigen',
  scanQr: 'Scannen, um auf dem Handy zu öffnen',
  more: 'Weitere Möglichkeiten',
  close: 'Schließen',
  newWindow: 'öffnet neues Fenster',
  shared: 'Danke fürs Teilen',
  tagNote:
    'Der Link enthält eine zufällige Markierung: Sie zeigt dem Verlag, wie geteilt wurde, nicht wer Sie sind.',
}

/** Of Portugal; `pt` alone is read as Brazilian, as CLDR has it. */
export const pt: ShareLabels = {
  lang: 'pt-PT',
  dir: 'ltr',
  share: 'Partilhar',
  shareOn: 'Partilhar no {name}',
  shareByMail: 'Partilhar por e-mail',
  shareBySms: 'Partilhar por SMS',
  copyLink: 'Copiar ligação',
  copied: 'Ligação copiada',
  copyFailed: 'Não foi possível copiar. Mantenha a ligação premida para a copiar.',
  showQr: 'Mostrar código QR',
  scanQr: 'Leia para abrir no telemóvel',
  more: 'Mais formas de partilhar',
  close: 'Fechar',
  newWindow: 'abre numa nova janela',
  shared: 'Obrigado por partilhar',
  tagNote:
    'A ligação tem uma marca aleatória que diz ao editor como foi partilhada, não quem você é.',
}

export const ptBR: ShareLabels = {
  lang: 'pt-BR',
  dir: 'ltr',
  share: 'Compartilhar',
  shareOn: 'Compartilhar no {name}',
  shareByMail: 'Compartilhar por e-mail',
  shareBySms: 'Compartilhar por SMS',
  copyLink: 'Copiar link',
  copied: 'Link copiado',
  copyFailed: 'Não foi possível copiar. Mantenha o link pressionado para copiar.',
  showQr: 'Mostrar QR code',
  scanQr: 'Escaneie para abrir no celular',
  more: 'Mais formas de compartilhar',
  close: 'Fechar',
  newWindow: 'abre em nova janela',
  shared: 'Obrigado por compartilhar',
  tagNote:
    'O link leva uma marca aleatória que diz ao veículo como foi compartilhado, não quem você é.',
}

export const it: ShareLabels = {
  lang: 'it',
  dir: 'ltr',
  share: 'Condividi',
  shareOn: 'Condividi su {name}',
  shareByMail: 'Condividi via e-mail',
  shareBySms: 'Condividi via SMS',
  copyLink: 'Copia link',
  copied: 'Link copiato',
  copyFailed: 'Impossibile copiare. Tieni premuto il link per copiarlo.',
  showQr: 'Mostra codice QR',
  scanQr: 'Scansiona per aprire sul telefono',
  more: 'Altri modi per condividere',
  close: 'Chiudi',
  newWindow: 'si apre in una nuova finestra',
  shared: 'Grazie per la condivisione',
  tagNote:
    'Il link contiene un contrassegno casuale che dice all’editore come è stato condiviso, non chi sei.',
}

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
