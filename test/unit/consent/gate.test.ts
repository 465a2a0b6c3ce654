// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createGate, type ConsentMode } from '../../../src/consent/gate.js'

afterEach(() => vi.unstubAllGlobals())

describe('the gate', () => {
  it.each([
    ['granted', true, true],
    ['cookieless', false, true],
    ['denied', false, false],
  ] as const)('in mode %s stores: %s, sends: %s', (mode, stores, sends) => {
    const gate = createGate(mode, true)
    expect([gate.mode(), gate.stores(), gate.sends()]).toEqual([mode, stores, sends])
  })

  it('says whether a change is a step down', () => {
    const gate = createGate('granted', true)
    const steps: ConsentMode[] = ['granted', 'cookieless', 'denied', 'denied', 'granted', 'denied']
    expect(steps.map((mode) => gate.set(mode))).toEqual([false, true, true, false, false, true])
  })

  it('takes a word that it does not know for a refusal', () => {
    const gate = createGate('granted', true)
    // @ts-expect-error: the type refuses it too
    expect(gate.set('refused')).toBe(true)
    expect(gate.mode()).toBe('denied')
  })

  it('lowers granted to cookieless under Global Privacy Control, unless told not to', () => {
    vi.stubGlobal('navigator', { globalPrivacyControl: true })
    expect(createGate('granted', true).mode()).toBe('cookieless')
    expect(createGate('denied', true).mode()).toBe('denied')
    expect(createGate('granted', false).mode()).toBe('granted')
  })
})
