import { describe, expect, it } from 'vitest'
import { fitEvent } from '../../../src/consent/fitEvent.js'

const goalOf = (mode: string, more: object = {}): string =>
  JSON.stringify({ id: 'a', page: 'https://journal.example/', mode, type: 'convert', ...more })
const MONEY = { value: 12.5, currency: 'EUR' }

describe('an event fitted to the mode in force', () => {
  it('gets the mode of the answer where it was held', () => {
    expect(fitEvent(goalOf('pending'), 'granted')).toBe(goalOf('granted'))
    expect(fitEvent(goalOf('pending'), 'exempt')).toBe(goalOf('exempt'))
    expect(fitEvent(goalOf('pending'), 'cookieless')).toBe(goalOf('cookieless'))
  })

  it('keeps the mode in which it was made otherwise', () => {
    expect(fitEvent(goalOf('granted'), 'cookieless')).toBe(goalOf('granted'))
    expect(fitEvent(goalOf('exempt'), 'granted')).toBe(goalOf('exempt'))
  })

  it('stays as it is while there is no answer, or a refusal', () => {
    const held = goalOf('pending', MONEY)
    expect([fitEvent(held, 'pending'), fitEvent(held, 'denied')]).toEqual([held, held])
  })

  it('keeps the value of a goal in mode granted alone, wherever it stands', () => {
    const goal = { name: 'a', ...MONEY, key: '7' }
    expect(fitEvent(goalOf('granted', goal), 'granted')).toBe(goalOf('granted', goal))
    expect(fitEvent(goalOf('pending', goal), 'granted')).toBe(goalOf('granted', goal))
    for (const mode of ['exempt', 'cookieless'] as const) {
      const less = goalOf(mode, { name: 'a', key: '7' })
      expect(fitEvent(goalOf(mode, goal), mode)).toBe(less)
      expect(fitEvent(goalOf('pending', goal), mode)).toBe(less)
      const turned = { currency: 'EUR', name: 'a', key: '7', value: 12.5 }
      expect(fitEvent(goalOf(mode, turned), mode)).toBe(less)
    }
  })

  it('is not misled by what texts say, and leaves other events alone', () => {
    const name = ',"value":1,"currency":"EUR" "mode":"pending"'
    expect(fitEvent(goalOf('exempt', { name }), 'exempt')).toBe(goalOf('exempt', { name }))
    const vital = '{"mode":"exempt","type":"vital","name":"CLS","value":0.1,"rating":"good"}'
    expect(fitEvent(vital, 'exempt')).toBe(vital)
    expect(fitEvent('not ours', 'exempt')).toBe('not ours')
  })
})
