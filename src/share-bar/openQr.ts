import { createNode } from './createNode.js'
import type { Opening } from './shareChannel.js'
import { showField } from './showField.js'

/** Loads what draws a QR code. */
export type LoadQr = () => Promise<{ drawQr: (text: string, label: string) => SVGElement }>

/**
 * Opens a dialog with the URL as a QR code. Where the code cannot be loaded, a field with the URL is shown instead. The share
 * is recorded once one of them is on the screen.
 */
export async function openQr({ bar, labels, url, commit }: Opening, loadQr: LoadQr): Promise<void> {
  const { scanQr, close, copyLink } = labels
  try {
    const { drawQr } = await loadQr()
    // Pressed twice while it was loading.
    if (bar.querySelector('dialog')) return
    const button = createNode('button', { type: 'button' }, close)
    const dialog = createNode(
      'dialog',
      { 'aria-label': scanQr },
      drawQr(url, scanQr),
      createNode('p', {}, scanQr),
      button,
    )
    button.addEventListener('click', () => dialog.close())
    dialog.addEventListener('close', () => dialog.remove())
    bar.append(dialog)
    dialog.showModal()
  } catch {
    // A network that fails, a policy that refuses the file, or a browser without dialogs (Safari before 15.4).
    bar.querySelector('dialog')?.remove()
    showField(bar, { url, label: copyLink })
  }
  commit()
}
