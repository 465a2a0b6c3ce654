import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runAudit } from './runAudit.mjs'

/**
 * The outcome of an audit, in one sentence.
 *
 * @typedef {{ outcome: 'passed' | 'failed' | 'skipped', why: string }} Verdict
 */

// A fault that is known since 2020 (CVE-2020-7598), in a package that nothing here needs: nothing is installed.
const CONTROL = { name: 'minimist', version: '0.0.8' }

/**
 * Audits what runs (any severity counts) and everything (high and critical count). A registry that does not know of a fault that is
 * publicly known knows nothing: then nothing has been audited.
 *
 * @param {Parameters<typeof runAudit>[1]} [options]
 * @returns {Promise<Verdict>}
 */
export async function auditAll(options) {
  const control = await auditControl(options)
  if (!control.isKnown) return { outcome: 'skipped', why: control.why }
  if (!control.counts['total'])
    return {
      outcome: 'skipped',
      why: `the registry knows no fault of ${CONTROL.name} ${CONTROL.version}, so its word is worth nothing`,
    }
  const running = await runAudit(['--omit=dev'], options)
  if (!running.isKnown) return { outcome: 'skipped', why: running.why }
  if (running.counts['total'])
    return { outcome: 'failed', why: `faults in what runs: ${running.names.join(', ')}` }
  const all = await runAudit(['--audit-level=high'], options)
  if (!all.isKnown) return { outcome: 'skipped', why: all.why }
  const { high = 0, critical = 0, total = 0 } = all.counts
  if (high + critical)
    return {
      outcome: 'failed',
      why: `${high + critical} high or critical faults in development, among ${all.names.join(', ')}`,
    }
  return { outcome: 'passed', why: `none in what runs, ${total} lesser ones in development` }
}

/** @param {Parameters<typeof runAudit>[1]} options */
async function auditControl(options) {
  const folder = mkdtempSync(join(tmpdir(), 'aparte-audit-'))
  const dependencies = { [CONTROL.name]: CONTROL.version }
  const manifest = { name: 'control', version: '0.0.0', private: true, dependencies }
  const lock = {
    ...manifest,
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': manifest,
      [`node_modules/${CONTROL.name}`]: { version: CONTROL.version },
    },
  }
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock))
    return await runAudit([], { ...options, folder })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
