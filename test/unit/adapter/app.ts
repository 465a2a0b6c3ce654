import type { BarProps } from '../../../src/adapter/barProps.js'
import type { ShareInput } from '../../../src/adapter/createShareActions.js'
import type { Options } from '../../../src/options.js'
import type { Landing } from '../../../src/surface.js'

/** What the application of each framework takes: the same, so that the same can be said of all of them. */
export interface AppProps {
  options?: Options | undefined
  input?: ShareInput | undefined
  /** A share bar, below all else. */
  bar?: BarProps | undefined
  /** Called by an effect that depends on the landing alone. */
  onLanding?: ((landing: Landing | undefined) => void) | undefined
  /** Hears what a button gave: `#copy`, `#sheet`, `#whatsapp`. `#direct` has `share` itself as its handler. */
  onDone?: ((result: unknown) => void) | undefined
}

/** What it shows in `#shown`, as JSON. */
export interface Shown {
  hasTracker: boolean
  channel?: string
  url: string
  canShareNatively: boolean
}

/** A mounted application. */
export interface MountedApp {
  /** Does something that changes the page, and has the framework do what is due then. */
  act: (run: () => unknown) => Promise<void>
  /** Renders the same application with other props. */
  update: (props: AppProps) => Promise<void>
  unmount: () => Promise<void>
}

/** How a framework runs its application in `#app`. */
export interface Driver {
  /** Name of its folder in `test/unit`, with the application and `server.ts`. */
  name: string
  mount: (props: AppProps) => Promise<MountedApp>
  /** Takes over the HTML that the server has put there. */
  hydrate: (props: AppProps) => Promise<MountedApp>
  /** Mounts with options that are wrong, and gives what the framework makes of it. */
  mountWrong: (props: AppProps) => Promise<unknown>
}
