import { defineComponent, type App, type DefineSetupFnComponent } from 'vue'
import { startTracker } from '../adapter/startTracker.js'
import type { Options } from '../index.js'
import { whileMounted } from './whileMounted.js'

/** Props of the provider. */
export interface AparteProviderProps {
  /**
   * Those of createTracker; read when the provider is mounted, later changes do nothing. Without them, nothing is started, and
   * the tracker of the page is used: that of the script tag, or one that the site has started by itself.
   */
  options?: Options | undefined
}

/** The provider as a plugin: `app.use(AparteProvider, options)`. */
interface AparteProviderPlugin {
  /** Starts a tracker in a browser, and stops it when the application is unmounted. */
  install: (app: App, options?: Options) => void
}

/**
 * Starts a tracker once it is mounted in a browser, and stops it when it is unmounted: a component around the application,
 * or a plugin. A wrong option is thrown while it is mounted, to `app.config.errorHandler`, or by `app.use`.
 */
export const AparteProvider: DefineSetupFnComponent<AparteProviderProps> & AparteProviderPlugin =
  /* @__PURE__ */ Object.assign(
    /* @__PURE__ */ defineComponent(
      (props: AparteProviderProps, { slots }) => {
        whileMounted(() => props.options && startTracker(props.options))
        return () => slots['default']?.()
      },
      { name: 'AparteProvider', props: ['options'] },
    ),
    {
      install: (app: App, options?: Options): void => {
        if (options && typeof document !== 'undefined') app.onUnmount(startTracker(options))
      },
    },
  )
