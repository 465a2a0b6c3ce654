/**
 * Installs packages and browsers where they are missing: `node scripts/setup.mjs`. `npm start` and `npm test` each do
 * their part of this by themselves.
 */
import { checkNode } from './setup/checkNode.mjs'

checkNode()
const { installPackages } = await import('./setup/installPackages.mjs')
const { findBrowsers } = await import('./setup/findBrowsers.mjs')
const { isFound } = await import('./setup/engine.mjs')
const { printBrowsers } = await import('./setup/printBrowsers.mjs')

if (!(await installPackages())) process.exit(1)
const browsers = await findBrowsers()
console.log('Browsers:')
printBrowsers(browsers)
if (!browsers.engines.every(isFound) || browsers.missingTools.length > 0) process.exitCode = 1
