import type { SharedPage } from './shareChannel.js'

/** What goes into one field: text and URL, encoded for a query. The URL stands apart, so that apps find its end. */
export function joinText({ text, url }: SharedPage, between = ' '): string {
  return encodeURIComponent(text ? text + between + url : url)
}
