/* Greets readers who came by a shared link. The queue is there before aparté is; it hears of the landing all the same. */
const NAMES = {
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  email: 'email',
  native: 'a shared link',
}
window.aparte = window.aparte || []
window.aparte.push((tracker) => {
  tracker.on('landing', ({ channel }) => {
    const note = document.querySelector('#arrival')
    if (!(note instanceof HTMLElement)) return
    // Text, not markup: `require-trusted-types-for` would refuse `innerHTML`.
    note.querySelector('b').textContent = NAMES[channel] ?? 'a copied link'
    note.hidden = false
  })
})
