/** One thing that is so or not, kept under a key of its own in `localStorage`. It never throws. */
export interface Flag {
  /** Whether it is so; false where storage is denied. */
  read: () => boolean
  /** Keeps it, or deletes the key. Returns true where that was done. */
  write: (isOn: boolean) => boolean
}

/** Makes a flag, for what is no part of a tracker's storage and outlives its clearing. Nothing is touched before a call. */
export function createFlag(key: string): Flag {
  const use = (run: (store: Storage) => boolean | void): boolean => {
    try {
      return run(window.localStorage) !== false
    } catch {
      // SecurityError: storage is denied (all engines); QuotaExceededError: it is full; ReferenceError: on a server.
      return false
    }
  }
  return {
    read: () => use((store) => store.getItem(key) !== null),
    write: (isOn) => use((store) => (isOn ? store.setItem(key, '1') : store.removeItem(key))),
  }
}
