import { defineComponent, h, watch } from 'vue'
import {
  AparteProvider,
  useLanding,
  useShare,
  useTracker,
  ShareBar,
} from '../../../src/vue/index.js'
import type { AppProps } from '../adapter/app.js'

const Page = defineComponent(
  (props: AppProps) => {
    const tracker = useTracker()
    const landing = useLanding()
    const { url, share, copy, canShareNatively } = useShare(() => props.input ?? {})
    watch(landing, (came) => props.onLanding?.(came), { immediate: true })
    return () => {
      const shown = {
        hasTracker: tracker.value !== undefined,
        channel: landing.value?.channel,
        url: url.value,
        canShareNatively: canShareNatively.value,
      }
      return h('div', [
        h('p', { id: 'shown' }, JSON.stringify(shown)),
        h('img', { id: 'code', src: shown.url || undefined }),
        h('button', { id: 'copy', onClick: () => void copy().then(props.onDone) }),
        h('button', { id: 'sheet', onClick: () => void share().then(props.onDone) }),
        h('button', { id: 'whatsapp', onClick: () => props.onDone?.(share('whatsapp')) }),
        h('button', { id: 'direct', onClick: share }),
        props.bar && h(ShareBar, { class: 'wide', ...props.bar }),
      ])
    }
  },
  { props: ['options', 'input', 'bar', 'onLanding', 'onDone'] },
)

export const App = defineComponent(
  (props: AppProps) => () => h(AparteProvider, { options: props.options }, () => h(Page, props)),
  { props: ['options', 'input', 'bar', 'onLanding', 'onDone'] },
)
