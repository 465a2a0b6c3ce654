import { describe, expect, it } from 'vitest'
import { onCopy, type OnCopyOptions } from '../../src/copy.js'

const onShare = (): never => expect.unreachable()

describe('onCopy', () => {
  it('does nothing in Node, and ends with nothing to end', () => {
    const stop = onCopy({ onShare })
    expect(stop()).toBeUndefined()
    // Not even the claim that keeps a second listener off a page.
    expect(Object.getOwnPropertySymbols(globalThis)).not.toContain(Symbol.for('aparte'))
  })

  it.each([[{}], [{ onShare: undefined }], [{ onShare: 'log' }]])(
    'throws without a function to call: %j',
    (options) => {
      expect(() => onCopy(options as unknown as OnCopyOptions)).toThrow(
        new TypeError('aparte: onCopy: wanted a function onShare'),
      )
    },
  )

  it.each(['', 'x', 'DKS', 'd-k', 'verylongs', 'dks ', 'dk5', 'dks\n'])(
    'throws for a parameter that is none, and names it: %j',
    (param) => {
      expect(() => onCopy({ onShare, param })).toThrow(
        new TypeError(`aparte: onCopy: param ${param}`),
      )
    },
  )

  it.each(['via', 'dk', 'sharings'])('takes two to eight lower-case letters: %s', (param) => {
    expect(onCopy({ onShare, param })).toBeTypeOf('function')
  })
})
