import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { root } from './root.mjs'

/** A folder with one folder in it, whose name is the process that has the lock. */
const LOCK = `${root}.cache/setup.lock`

const POLL_MS = 200

/**
 * Runs work that changes the checkout (install, build) while no other process does. A lock whose process has died is
 * taken over.
 *
 * @template Result
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withLock(work) {
  /** @type {string | undefined} */
  let told
  while (!take()) {
    const owner = findOwner()
    if (owner !== told) console.log(`Waiting for process ${owner}, which holds ${LOCK} …`)
    told = owner
    await setTimeout(POLL_MS)
  }
  const release = () => remove(String(process.pid))
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

/** @returns {boolean} */
function take() {
  const own = `${LOCK}.${process.pid}`
  mkdirSync(`${own}/${process.pid}`, { recursive: true })
  try {
    // Lock and owner appear in one step, and only where there is no folder or an empty one.
    renameSync(own, LOCK)
    return true
  } catch {
    rmSync(own, { recursive: true }) // ENOTEMPTY, on Windows EPERM
    return false
  }
}

/**
 * Finds the process that has the lock, and removes what a dead one left.
 *
 * @returns {string | undefined}
 */
function findOwner() {
  try {
    const [owner = ''] = readdirSync(LOCK)
    if (isAlive(owner)) return owner
    remove(owner)
  } catch {
    // ENOENT: released meanwhile.
  }
  return undefined
}

/**
 * Removes the lock of this owner; that of any other stays, because only an empty folder can be removed.
 *
 * @param {string} owner
 */
function remove(owner) {
  for (const path of [`${LOCK}/${owner}`, LOCK]) {
    try {
      rmdirSync(path)
    } catch {
      // ENOENT, ENOTEMPTY: another process was faster.
    }
  }
}

/** @param {string} owner */
function isAlive(owner) {
  // In a container each start may have the number of the last one.
  if (owner === '' || owner === String(process.pid)) return false
  try {
    return process.kill(Number(owner), 0)
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
  }
}
