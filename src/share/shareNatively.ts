import { beginShare } from './beginShare.js'

/** How opening the share sheet ended; the reader who closes it again has `cancelled`, which is no error. */
export type Shared = 'shared' | 'cancelled' | 'failed'

/**
 * Opens the share sheet of the system with a URL, with a token if it is an own one; its channel is `native`. Only from the
 * handler of a click or key. Never rejects.
 */
export async function shareNatively(data: ShareData & { url: string }): Promise<Shared> {
  try {
    const { url, commit } = beginShare('native', 'native', data.url)
    await navigator.share({ ...data, url })
    // On Windows the promise resolves when the sheet opens.
    commit(!/windows/i.test(navigator.userAgent))
    return 'shared'
  } catch (cause) {
    // AbortError: closed by the reader, or no target; NotAllowedError, DataError, TypeError.
    return cause instanceof DOMException && cause.name === 'AbortError' ? 'cancelled' : 'failed'
  }
}
