/**
 * @typedef {'chromium' | 'firefox' | 'webkit'} EngineName
 */

/**
 * A browser engine that was found, or why it was not.
 *
 * `how` says where it comes from: `environment` (a variable named it), `system` (installed by the distribution) or
 * `playwright` (Playwright's own build, launched without naming an executable). `driver` is its WebDriver: always
 * present for a WebKit that is not Playwright's, and for a Chromium where one of its version is installed.
 * `isNamed` says of a missing engine that a variable names it: a mistake to mend, nothing to install.
 *
 * @typedef {{ name: EngineName, how: 'environment' | 'system' | 'playwright', executable: string, driver?: string, version: string }} FoundEngine
 * @typedef {{ name: EngineName, missing: string, isNamed?: true }} MissingEngine
 * @typedef {FoundEngine | MissingEngine} Engine
 */

/**
 * @param {Engine} engine
 * @returns {engine is FoundEngine}
 */
export function isFound(engine) {
  return 'executable' in engine
}
