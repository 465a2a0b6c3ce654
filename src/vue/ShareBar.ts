import {
  defineComponent,
  h,
  onMounted,
  onUpdated,
  shallowRef,
  type DefineSetupFnComponent,
} from 'vue'
import { barAttributes } from '../adapter/barAttributes.js'
import { barLinks } from '../adapter/barLinks.js'
import type { BarProps } from '../adapter/barProps.js'
import { equipBar } from '../adapter/equipBar.js'

/** Props of the share bar; attributes such as `class` go to the element. */
export type ShareBarProps = BarProps

/**
 * Shows the share bar `<share-bar>`, on a server as plain links. What is inside belongs to the element: Vue neither sees nor
 * changes it.
 */
export const ShareBar: DefineSetupFnComponent<ShareBarProps> = /* @__PURE__ */ defineComponent(
  (props: ShareBarProps) => {
    const bar = shallowRef<HTMLElement>()
    const equip = (): void => {
      if (bar.value) equipBar(bar.value, props)
    }
    onMounted(equip)
    onUpdated(equip)
    return () => {
      const html = typeof document === 'undefined' && barLinks(props)
      return h('share-bar', { ref: bar, ...barAttributes(props), ...(html && { innerHTML: html }) })
    }
  },
  {
    name: 'ShareBar',
    props: {
      channels: { type: Array, required: true },
      more: Array,
      languages: { type: Array, required: true },
      url: String,
      text: String,
      lang: String,
      appId: String,
      names: Boolean,
      note: Boolean,
    },
  },
)
