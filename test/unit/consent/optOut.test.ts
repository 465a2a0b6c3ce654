// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ConsentMode } from '../../../src/consent/gate.js'
import { optOut } from '../../../src/consent/optOut.js'
import type { Extension } from '../../../src/extension.js'
import { openHost } from './openHost.js'

const KEY = 'aparte.opt-out'

/** What another tab does; storage events are heard in the others only. */
const inAnotherTab = (value: string | null, key: string | null = KEY): void => {
  if (value === null) localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, value)
  dispatchEvent(Object.assign(new Event('storage'), { key }))
}
/** An adapter that says this at the start. */
const says =
  (mode: ConsentMode): Extension =>
  ({ tracker }) => {
    tracker.consent(mode)
    return () => {}
  }
const denyStorage = (): void => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new Error('SecurityError')
  })
}
const find = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`no ${selector}`)
  return found
}

beforeEach(() => {
  localStorage.clear()
  document.body.innerHTML = ''
})

describe('a refusal', () => {
  it('means denied, and is all that is stored', () => {
    const choice = optOut()
    const { mode } = openHost([choice], { consent: 'granted' })
    expect([choice.isRefused(), mode()]).toEqual([false, 'granted'])
    expect(choice.refuse()).toBe(true)
    expect([choice.isRefused(), mode()]).toEqual([true, 'denied'])
    expect({ ...localStorage }).toEqual({ [KEY]: '1' })
  })

  it('holds at the next visit from the task of the start on', () => {
    localStorage.setItem(KEY, '1')
    expect(openHost([optOut()]).mode()).toBe('denied')
  })

  it('is taken back to what the site configured, and nothing stays', () => {
    const choice = optOut()
    const { mode } = openHost([choice], { consent: 'granted' })
    choice.refuse()
    choice.allow()
    expect([choice.isRefused(), mode(), localStorage.length]).toEqual([false, 'granted', 0])
  })

  it('works before the tracker runs, and without one', () => {
    const choice = optOut()
    choice.refuse()
    expect(choice.isRefused()).toBe(true)
    expect(openHost([choice]).mode()).toBe('denied')
  })

  it('that cannot be kept holds for the page, and says so', () => {
    denyStorage()
    const choice = optOut()
    const { mode } = openHost([choice])
    expect([choice.isRefused(), mode()]).toEqual([false, 'cookieless'])
    expect(choice.refuse()).toBe(false)
    expect([choice.isRefused(), mode()]).toEqual([true, 'denied'])
    dispatchEvent(new Event('pageshow'))
    expect(mode()).toBe('denied')
    choice.allow()
    expect([choice.isRefused(), mode()]).toEqual([false, 'cookieless'])
  })

  it('says nothing where the reader has not refused', () => {
    expect(openHost([optOut()]).said).toEqual([])
  })
})

describe('with another adapter', () => {
  it.each([
    ['before', (choice: Extension) => [says('granted'), choice]],
    ['behind', (choice: Extension) => [choice, says('granted')]],
  ])('the refusal wins: the other one stands %s it', (_, order) => {
    localStorage.setItem(KEY, '1')
    const choice = optOut()
    const { mode, tracker } = openHost(order(choice), { consent: 'pending' })
    expect(mode()).toBe('denied')
    // Nor does the site's own call end it.
    tracker.consent('cookieless')
    expect(mode()).toBe('denied')
    choice.allow()
    expect(mode()).toBe('cookieless')
  })

  it.each(['granted', 'cookieless', 'pending', 'denied'] as const)(
    'taking the refusal back brings what the other one said: %s',
    (said) => {
      const choice = optOut()
      const { mode } = openHost([says(said), choice], { consent: 'granted' })
      choice.refuse()
      choice.allow()
      expect(mode()).toBe(said)
    },
  )
})

describe('another tab', () => {
  it('brings its refusal along, and takes it back', () => {
    const onChange = vi.fn()
    const { mode } = openHost([optOut({ onChange })])
    inAnotherTab('1')
    expect(mode()).toBe('denied')
    inAnotherTab(null)
    expect(mode()).toBe('cookieless')
    inAnotherTab('1')
    // All of the site's storage is cleared, and the refusal with it.
    inAnotherTab(null, null)
    expect(mode()).toBe('cookieless')
    expect(onChange.mock.calls).toEqual([[false], [true], [false], [true], [false]])
  })

  it('is not heard for other keys', () => {
    const { mode } = openHost([optOut()])
    const touch = vi.spyOn(window, 'localStorage', 'get')
    dispatchEvent(Object.assign(new Event('storage'), { key: 'theirs' }))
    expect(touch).not.toHaveBeenCalled()
    dispatchEvent(Object.assign(new Event('storage'), { key: KEY }))
    expect(touch).toHaveBeenCalled()
    expect(mode()).toBe('cookieless')
  })

  it('is asked for when a page comes back from the back/forward cache', () => {
    const { mode } = openHost([optOut()])
    localStorage.setItem(KEY, '1')
    dispatchEvent(new Event('pageshow'))
    expect(mode()).toBe('denied')
  })
})

describe('elements of the page', () => {
  it('show and change it: a button by aria-pressed', () => {
    document.body.innerHTML = '<button data-aparte-opt-out><i>No</i></button>'
    const { mode } = openHost([optOut()])
    const button = find('button')
    expect(button.getAttribute('aria-pressed')).toBe('false')
    find('i').click()
    expect([button.getAttribute('aria-pressed'), mode()]).toEqual(['true', 'denied'])
    button.click()
    expect([button.getAttribute('aria-pressed'), mode()]).toEqual(['false', 'cookieless'])
  })

  it('show and change it: a checkbox, also by its label, and a button follows', () => {
    document.body.innerHTML =
      '<label><input type="checkbox" data-aparte-opt-out>No</label><button data-aparte-opt-out></button>'
    const { mode } = openHost([optOut()])
    const box = find('input') as HTMLInputElement
    find('label').click()
    expect([box.checked, mode()]).toEqual([true, 'denied'])
    expect(find('button').getAttribute('aria-pressed')).toBe('true')
    find('button').click()
    expect([box.checked, mode()]).toEqual([false, 'cookieless'])
    inAnotherTab('1')
    expect(box.checked).toBe(true)
  })

  it('that are rendered late do what they show', () => {
    localStorage.setItem(KEY, '1')
    const { mode } = openHost([optOut()])
    document.body.innerHTML = '<button data-aparte-opt-out>No</button>'
    find('button').click()
    expect(mode()).toBe('denied')
    expect(find('button').getAttribute('aria-pressed')).toBe('true')
  })

  it('show it once the document is parsed', () => {
    localStorage.setItem(KEY, '1')
    openHost([optOut()])
    document.body.innerHTML = '<button data-aparte-opt-out>No</button>'
    document.dispatchEvent(new Event('DOMContentLoaded'))
    expect(find('button').getAttribute('aria-pressed')).toBe('true')
  })

  it('are heard once where two trackers share the opt-out', () => {
    document.body.innerHTML = '<button data-aparte-opt-out>No</button>'
    const choice = optOut()
    const one = openHost([choice])
    const two = openHost([choice], { param: 'zzz' })
    find('button').click()
    expect([one.mode(), two.mode()]).toEqual(['denied', 'denied'])
  })
})

it('reports what onChange throws, and goes on', () => {
  const choice = optOut({
    onChange: () => {
      throw new Error('not ours')
    },
  })
  const { mode, errors } = openHost([choice])
  choice.refuse()
  expect(mode()).toBe('denied')
  const error = { code: 'listener', cause: new Error('not ours') }
  expect(errors).toEqual([error, error])
})

it('ends with the tracker', () => {
  document.body.innerHTML = '<button data-aparte-opt-out>No</button>'
  const onChange = vi.fn()
  const choice = optOut({ onChange })
  const { tracker } = openHost([choice])
  tracker.stop()
  find('button').click()
  inAnotherTab('1')
  expect(onChange.mock.calls).toEqual([[false]])
})
