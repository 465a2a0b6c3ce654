/**
 * The share sheet of the system: a token for the own URL that a page hands to `navigator.share`. The promise is the
 * browser's own, and the share counts once it has resolved.
 */
import { patch } from '../dom/patch.js'
import type { Extension, Share } from '../extension.js'
import { guard } from '../lib/guard.js'
import { editUrls } from '../url/editUrls.js'
import { parseUrl } from '../url/parseUrl.js'

/** Plugs `navigator.share` in, where the browser has it. Its channel is `native`. */
export function nativeShare(): Extension {
  return ({ isOwn, begin, report }) => {
    // Absent in Firefox on desktops and in insecure contexts.
    const sharing = Navigator.prototype as { share?: Navigator['share'] }
    if (!sharing.share) return () => {}
    const onThrow = (cause: unknown): void => report('page', cause)

    const prepare = guard((data: ShareData | undefined) => {
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
      const read = (_: object, name: string): unknown =>
        Reflect.get(name in changes ? changes : data, name)
      return share && { data: new Proxy<ShareData>({}, { get: read }), share }
    }, onThrow)

    const wrap = (original: Navigator['share']): Navigator['share'] =>
      function (this: Navigator, ...args) {
        const prepared = prepare(args[0])
        if (prepared) args[0] = prepared.data
        const sent = original.apply(this, args)
        if (prepared) {
          // On Windows the promise resolves when the sheet opens.
          const isCertain = !/windows/i.test(navigator.userAgent)
          sent?.then(
            guard(() => prepared.share.commit(isCertain), onThrow),
            () => {}, // AbortError: cancelled. The page hears of it by the same promise.
          )
        }
        return sent
      }

    return patch(Navigator.prototype, 'share', wrap)
  }
}
