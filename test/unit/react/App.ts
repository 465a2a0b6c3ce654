import { createElement, useEffect, type ReactElement } from 'react'
import {
  AparteProvider,
  useLanding,
  useShare,
  useTracker,
  ShareBar,
} from '../../../src/react/index.js'
import type { AppProps } from '../adapter/app.js'

function Page({ input, bar, onLanding, onDone }: AppProps): ReactElement {
  const hasTracker = useTracker() !== undefined
  const landing = useLanding()
  const { url, share, copy, canShareNatively } = useShare(input)
  useEffect(() => onLanding?.(landing), [landing, onLanding])
  const shown = { hasTracker, channel: landing?.channel, url, canShareNatively }
  return createElement(
    'div',
    {},
    createElement('p', { id: 'shown' }, JSON.stringify(shown)),
    createElement('img', { id: 'code', src: url || undefined }),
    createElement('button', { id: 'copy', onClick: () => void copy().then(onDone) }),
    createElement('button', { id: 'sheet', onClick: () => void share().then(onDone) }),
    createElement('button', { id: 'whatsapp', onClick: () => onDone?.(share('whatsapp')) }),
    createElement('button', { id: 'direct', onClick: share }),
    bar && createElement(ShareBar, { className: 'wide', ...bar }),
  )
}

export function App({ options, ...props }: AppProps): ReactElement {
  return createElement(AparteProvider, { options }, createElement(Page, props))
}
