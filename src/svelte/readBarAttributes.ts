import { barAttributes } from '../adapter/barAttributes.js'
import type { ShareBarProps } from './ShareBarProps.js'

/** All attributes of a share bar, with undefined for those that it does not have. */
export function readBarAttributes(
  props: ShareBarProps,
): [name: string, value: string | undefined][] {
  const isOther = (name: string): boolean => /^(class|id|style|data-[\w-]+)$/.test(name)
  const others = Object.entries(props).filter(([name]) => isOther(name))
  return Object.entries({ ...barAttributes(props), ...Object.fromEntries(others) })
}
