// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { patchPromise } from '../../../src/dom/patchPromise.js'

interface Target {
  send: (text: string) => Promise<void>
}

const commits = async (send: Target['send']): Promise<{ sent: unknown; count: number }> => {
  const target: Target = { send }
  let count = 0
  const prepare = (text: string): { argument: string; commit: () => void } => ({
    argument: `${text}!`,
    commit: () => count++,
  })
  const stop = patchPromise<'send', string>(target, 'send', prepare, () => {})
  let sent: unknown
  try {
    sent = await target.send('a')
  } catch (cause) {
    sent = cause
  }
  stop()
  expect(target.send).toBe(send)
  return { sent, count }
}

it('gives the method another argument, and commits once its promise has resolved', async () => {
  const heard: string[] = []
  const { count } = await commits(async (text) => void heard.push(text))
  expect(heard).toEqual(['a!'])
  expect(count).toBe(1)
})

it('commits nothing where the promise is rejected, and leaves the rejection to the page', async () => {
  const { sent, count } = await commits(async () => Promise.reject(new Error('cancelled')))
  expect(sent).toEqual(new Error('cancelled'))
  expect(count).toBe(0)
})

it.each([undefined, true, 'sent', {}])(
  'passes on %j, which a page may have put in place of a promise',
  async (given) => {
    const { sent, count } = await commits(() => given as unknown as Promise<void>)
    expect(sent).toEqual(given)
    expect(count).toBe(0)
  },
)

it('leaves the call alone where nothing is prepared, or preparing throws', async () => {
  const heard: string[] = []
  const target: Target = { send: async (text) => void heard.push(text) }
  const causes: unknown[] = []
  const prepare = (text: string): undefined => {
    if (text === 'b') throw new Error(text)
  }
  patchPromise<'send', string>(target, 'send', prepare, (_, cause) => causes.push(cause))
  await target.send('a')
  await target.send('b')
  expect(heard).toEqual(['a', 'b'])
  expect(causes).toEqual([new Error('b')])
})

it.each([
  ['', 'a!'],
  ['data-aparte-ignore', 'a'],
])('leaves a call alone that a handler in an ignored part makes: %j', async (attribute, sent) => {
  const heard: string[] = []
  const target: Target = { send: async (text) => void heard.push(text) }
  const prepare = (text: string) => ({ argument: `${text}!`, commit: () => {} })
  patchPromise<'send', string>(target, 'send', prepare, () => {})
  document.body.innerHTML = `<p ${attribute}><button>Copy</button></p>`
  const button = document.querySelector('button')
  button?.addEventListener('click', (event) => {
    vi.stubGlobal('event', event) // as browsers do
    void target.send('a')
  })
  button?.click()
  vi.unstubAllGlobals()
  expect(heard).toEqual([sent])
})
