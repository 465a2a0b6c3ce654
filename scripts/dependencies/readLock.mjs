import { readFileSync } from 'node:fs'
import { root } from '../setup/root.mjs'

/**
 * A package that a lock file installs from the registry.
 *
 * @typedef {object} Package
 * @property {string} name
 * @property {string} version
 * @property {string} license as the package says it, such as `MIT` or `(MIT OR GPL-3.0-or-later)`; empty where it says none
 * @property {string} path its folder below that of the lock file
 * @property {boolean} isDev nothing that runs outside of this repository needs it
 * @property {boolean} isOptional one of several for different systems
 * @property {boolean} hasIntegrity npm compares what it downloads with a hash
 * @property {boolean} hasInstallScript it wants to run something when it is installed
 */

/**
 * Reads a lock file of npm; links to folders of this repository are left out.
 *
 * @param {string} [file] from the root of the repository
 * @returns {Package[]}
 */
export function readLock(file = 'package-lock.json') {
  const { packages } = JSON.parse(readFileSync(root + file, 'utf8'))
  return Object.entries(packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.link)
    .map(([path, entry]) => ({
      name: entry.name ?? path.replace(/^.*node_modules\//, ''),
      version: entry.version,
      license: entry.license ?? '',
      path,
      isDev: entry.dev === true || entry.devOptional === true,
      isOptional: entry.optional === true,
      hasIntegrity: entry.integrity?.startsWith('sha512-') === true,
      hasInstallScript: entry.hasInstallScript === true,
    }))
}
