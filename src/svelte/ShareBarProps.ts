import type { BarProps } from '../adapter/barProps.js'

/** Props of the share bar: its own, and a few attributes of any element. */
export interface ShareBarProps extends BarProps {
  class?: string | undefined
  id?: string | undefined
  style?: string | undefined
  /** Such as `data-label-copy-link`. */
  [data: `data-${string}`]: string | undefined
}
