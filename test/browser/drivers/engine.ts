/**
 * The small interface that journeys are written against, once for three engines. `chromium.ts`, `firefox.ts` and
 * `webkit.ts` implement it; nothing here knows which one runs.
 */

/** What a function that runs in the page may take and give back: anything JSON can carry. */
export type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json }

/** One tab or window, visible. */
export interface Page {
  /** Loads a URL and waits for its `load` event. */
  goto: (url: string) => Promise<void>
  /**
   * Runs a function in the page and returns its result (promises are awaited). The function is sent as text: it sees its
   * one argument and the page, nothing of the test file.
   */
  evaluate: <Argument extends Json, Result>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ) => Promise<Result>
  /** Presses a key as a person would, such as `a`, `Enter` or `Control+c`. */
  press: (keys: string) => Promise<void>
  /** Clicks in the middle of the first element that matches, which may be inside an open shadow root. */
  click: (selector: string, how?: ClickOptions) => Promise<void>
  /** Closes the tab; the page sees `pagehide`. */
  close: () => Promise<void>
}

/** How to click; a plain left click without it. */
export interface ClickOptions {
  button?: 'middle'
  /** Held while clicking. */
  key?: 'Control'
}

/** A profile of its own: storage, cookies and cache are shared by its pages and by nobody else. */
export interface Context {
  open: (url?: string) => Promise<Page>
  /** Every window and tab that is open, the oldest first, also those that pages have opened. */
  pages: () => Promise<Page[]>
  /** Closes all of them. */
  close: () => Promise<void>
}

/** What a profile shall be like. */
export interface ContextOptions {
  /** Stands for every host but 127.0.0.1, whatever certificate it shows. Without it nothing stands for them. */
  world?: { proxy: string }
  /** Colours that the system forces upon pages, where the driver can have that; pages know it by `forced-colors`. */
  forcedColors?: 'active'
  /** What it says it is, such as the browser inside an app. */
  userAgent?: string
  /** A small screen and a finger, where the driver can. */
  isPhone?: boolean
}

/** A running browser on a display of its own. */
export interface Engine {
  name: EngineName
  /** As the browser reports it, such as `156.0.7977.2`. */
  version: string
  /** Number of the X display, such as `:101`; the clipboard lives there. */
  display: string
  /** Whether a profile can be that of a phone. */
  canBePhone: boolean
  createContext: (options?: ContextOptions) => Promise<Context>
  /** False once it has ended or crashed. */
  isRunning: () => boolean
  /** Ends the browser and its display. */
  close: () => Promise<void>
}

export type EngineName = 'chromium' | 'firefox' | 'webkit'
