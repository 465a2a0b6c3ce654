import {
  createElement,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type HTMLAttributes,
  type ReactElement,
} from 'react'
import { barAttributes } from '../adapter/barAttributes.js'
import { barLinks } from '../adapter/barLinks.js'
import type { BarProps } from '../adapter/barProps.js'
import { equipBar } from '../adapter/equipBar.js'
import type { Stop } from '../lib/listen.js'

/** Props of the share bar: its own, and attributes and handlers of any element, such as `className`. */
export interface ShareBarProps
  extends BarProps, Omit<HTMLAttributes<HTMLElement>, keyof BarProps | 'children'> {}

const onNothing = (): Stop => () => {}

/**
 * Shows the share bar `<share-bar>`, on a server as plain links. What is inside belongs to the element: React neither sees nor
 * changes it.
 */
export function ShareBar(props: ShareBarProps): ReactElement {
  // oxlint-disable-next-line no-unused-vars -- what is left are attributes
  const { channels, more, languages, url, text, lang, appId, names, note, ...rest } = props
  const ref = useRef<HTMLElement>(null)
  const isServed = useSyncExternalStore(
    onNothing,
    () => false,
    () => true,
  )
  // In a page that the browser has made there is no markup: the element makes its own, without HTML from text.
  const [html] = useState(isServed && barLinks(props))
  useLayoutEffect(() => {
    if (ref.current) equipBar(ref.current, props)
  })
  return createElement('share-bar', {
    ref,
    suppressHydrationWarning: true,
    ...barAttributes(props),
    ...rest,
    ...(html && { dangerouslySetInnerHTML: { __html: html } }),
  })
}
