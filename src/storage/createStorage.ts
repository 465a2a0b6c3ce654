import { listen, type Stop } from '../lib/listen.js'

/** A part of web storage under one prefix. Closed, it reads as empty and keeps nothing; it never throws. */
export interface Storage {
  /** The value of an entry; empty where there is none. */
  read: (name: string) => string
  /** Returns true where the entry was kept. */
  write: (name: string, value: string) => boolean
  remove: (name: string) => void
  /** Names of all entries, without the prefix. */
  names: () => string[]
  /** Deletes every entry under the prefix, where the gate is closed. */
  clear: () => void
  /** Calls `run` with the name of each entry that another page removes; not where it clears them all. */
  onRemoved: (run: (name: string) => void) => Stop
}

/**
 * Opens a part of `localStorage` or `sessionStorage`. Nothing is touched before the first call, and only while `isOpen`
 * says so, which is asked each time.
 */
export function createStorage(
  area: 'localStorage' | 'sessionStorage',
  prefix: string,
  isOpen: () => boolean,
): Storage {
  const use = <Result>(
    run: (store: globalThis.Storage) => Result,
    isAllowed = isOpen(),
  ): Result | undefined => {
    try {
      return isAllowed ? run(window[area]) : undefined
    } catch {
      // SecurityError: storage is denied (all engines); QuotaExceededError: it is full.
      return undefined
    }
  }
  const keys = (store: globalThis.Storage): string[] =>
    Object.keys(store).filter((key) => key.startsWith(prefix))
  return {
    read: (name) => use((store) => store.getItem(prefix + name)) ?? '',
    write: (name, value) => use((store) => (store.setItem(prefix + name, value), true)) ?? false,
    remove: (name) => use((store) => store.removeItem(prefix + name)),
    names: () => use(keys)?.map((key) => key.slice(prefix.length)) ?? [],
    clear: () => {
      if (isOpen()) return
      // Emptied first: so other pages tell a clear from what was removed.
      use((store) => keys(store).forEach((key) => store.setItem(key, '')), true)
      use((store) => keys(store).forEach((key) => store.removeItem(key)), true)
    },
    onRemoved: (run) =>
      listen(window, 'storage', (event) => {
        const { key, oldValue, newValue } = event as StorageEvent // the type by its name
        if (key?.startsWith(prefix) && oldValue && newValue === null) run(key.slice(prefix.length))
      }),
  }
}
