// @vitest-environment happy-dom
import {
  act,
  Component,
  createElement,
  StrictMode,
  type PropsWithChildren,
  type ReactElement,
  type ReactNode,
} from 'react'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import type { AppProps, Driver, MountedApp } from '../adapter/app.js'
import { describeAdapter } from '../adapter/describeAdapter.js'
import { describeBar } from '../adapter/describeBar.js'
import { findPlace } from '../adapter/place.js'
import { App } from './App.js'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const strict = (props: AppProps): ReactElement =>
  createElement(StrictMode, {}, createElement(App, props))

async function mounted(make: () => Root): Promise<MountedApp> {
  const root = await act(make)
  return {
    update: (props) => act(async () => root.render(strict(props))),
    act: (run) => act(async () => void (await run())),
    unmount: () => act(async () => root.unmount()),
  }
}

/** A boundary that keeps what is thrown below it. */
class Boundary extends Component<PropsWithChildren, { cause?: unknown }> {
  static caught: unknown
  override state: { cause?: unknown } = {}
  static getDerivedStateFromError = (cause: unknown): { cause: unknown } => ({ cause })
  override componentDidCatch(cause: unknown): void {
    Boundary.caught = cause
  }
  override render(): ReactNode {
    return 'cause' in this.state ? null : this.props.children
  }
}

const driver: Driver = {
  name: 'react',
  mount: (props) =>
    mounted(() => {
      const root = createRoot(findPlace())
      root.render(strict(props))
      return root
    }),
  hydrate: (props) => mounted(() => hydrateRoot(findPlace(), strict(props))),
  mountWrong: async (props) => {
    const root = createRoot(findPlace())
    await act(async () => root.render(createElement(Boundary, {}, strict(props))))
    await act(async () => root.unmount())
    return Boundary.caught
  },
}

describeAdapter(driver)
describeBar(driver)
