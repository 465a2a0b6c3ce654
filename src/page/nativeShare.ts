/**
 * The share sheet of the system: a token for the own URL that a page hands to `navigator.share`. The promise is the
 * browser's own, and the share counts once it has resolved.
 */
import { patchPromise } from '../dom/patchPromise.js'
import type { Extension, Share } from '../extension.js'
import { editUrls } from '../url/editUrls.js'
import { parseUrl } from '../url/parseUrl.js'

/** Plugs `navigator.share` in, where the browser has it. Its channel is `native`. */
export function nativeShare(): Extension {
  return ({ isOwn, begin, report }) => {
    const target = Navigator.prototype as { share?: Navigator['share'] } & Navigator
    // Absent in Firefox on desktops and in insecure contexts.
    if (!target.share) return () => {}

    return patchPromise(
      target,
      'share',
      (data: ShareData | undefined) => {
        let share: Share | undefined
        const decorate = (own: string): string => {
          share ??= begin('native', 'native')
          return share?.decorate(own) ?? own
        }
        if (!data) return undefined
        const { url, text } = data
        const href = url == null ? '' : (parseUrl(url, document.baseURI)?.href ?? '')
        const changes: ShareData = {
          ...(isOwn(href) && { url: decorate(href) }),
          ...(typeof text === 'string' && { text: editUrls(text, { isOwn, decorate }) }),
        }
        // What else it holds, now or in later browsers, is read from the page's own object, by its own getters.
        const get = (_: object, name: string): unknown =>
          Reflect.get(name in changes ? changes : data, name)
        const commit = (): void => share?.commit(!/windows/i.test(navigator.userAgent))
        // On Windows the promise resolves when the sheet opens.
        return share && { argument: new Proxy<ShareData>({}, { get }), commit }
      },
      report,
    )
  }
}
