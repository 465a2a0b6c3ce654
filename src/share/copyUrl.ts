import { beginShare } from './beginShare.js'

/**
 * Copies a URL, with a token if it is an own one; its channel is `copy-button`. Resolves to whether the clipboard took it: it
 * refuses in insecure contexts, in frames without permission, and without an act of the reader. Never rejects.
 */
export async function copyUrl(url: string): Promise<boolean> {
  try {
    const handed = beginShare('write', 'copy-button', url)
    await navigator.clipboard.writeText(handed.url)
    handed.commit()
    return true
  } catch {
    return false // TypeError: no clipboard; NotAllowedError
  }
}
