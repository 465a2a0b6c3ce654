/**
 * The words of the share bar in languages of Latin script, each an import. Texts of `labels.json` in the project's shared data,
 * which a test compares; each language needs a reader who speaks it. `{name}` is the brand.
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
