// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CONSENT_MODES, createGate, type ConsentMode } from '../../../src/consent/gate.js'

afterEach(() => vi.unstubAllGlobals())

describe('the gate', () => {
  it.each([
    ['granted', true, true, true, true],
    ['exempt', false, true, true, true],
    ['cookieless', false, false, true, true],
    ['pending', false, false, false, true],
    ['denied', false, false, false, false],
  ] as const)(
    'in mode %s is granted: %s, stores: %s, sends: %s, records: %s',
    (mode, isGranted, stores, sends, records) => {
      const gate = createGate(mode, true)
      expect(gate.mode()).toBe(mode)
      expect([gate.isGranted(), gate.stores(), gate.sends(), gate.records()]).toEqual([
        isGranted,
        stores,
        sends,
        records,
      ])
    },
  )

  it('says whether storage has to lose what the new mode does not allow', () => {
    const cleans = CONSENT_MODES.map((from) =>
      CONSENT_MODES.filter((to) => createGate(from, true).set(to)).join(' '),
    )
    // An answer does, always. Waiting for one only where this page has been allowed to store.
    expect(cleans).toEqual([
      'exempt cookieless pending denied',
      'granted cookieless pending denied',
      'granted exempt denied',
      'granted exempt cookieless denied',
      'granted exempt cookieless',
    ])
  })

  it('takes a word that it does not know for a refusal', () => {
    const gate = createGate('granted', true)
    // @ts-expect-error: the type refuses it too
    expect(gate.set('refused')).toBe(true)
    expect(gate.mode()).toBe('denied')
    // @ts-expect-error: the type refuses it too
    expect(gate.set('toString')).toBe(false)
    expect(gate.mode()).toBe('denied')
  })

  it('lowers granted and exempt to cookieless under Global Privacy Control, unless told not to', () => {
    vi.stubGlobal('navigator', { globalPrivacyControl: true })
    const modes: ConsentMode[] = [...CONSENT_MODES]
    expect(modes.map((mode) => createGate(mode, true).mode())).toEqual([
      'cookieless',
      'cookieless',
      'cookieless',
      'pending',
      'denied',
    ])
    expect(modes.map((mode) => createGate(mode, false).mode())).toEqual(modes)
  })
})
