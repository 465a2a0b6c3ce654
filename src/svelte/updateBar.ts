import { equipBar } from '../adapter/equipBar.js'
import { readBarAttributes } from './readBarAttributes.js'
import type { ShareBarProps } from './ShareBarProps.js'

/** Brings the element up to date with the props. */
export function updateBar(bar: Element, props: ShareBarProps): void {
  for (const [name, value] of readBarAttributes(props)) {
    if (value === undefined) bar.removeAttribute(name)
    else if (bar.getAttribute(name) !== value) bar.setAttribute(name, value)
  }
  equipBar(bar, props)
}
