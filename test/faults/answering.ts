/** Scenarios of collectors and lines that do not do what they should, and of pages that hinder. */
import type { Trouble } from './createFaultSite.js'
import type { Answer, Arrived } from './createFront.js'
import { hear } from './hear.js'
import { openAndHear } from './openAndHear.js'
import { runInGroups } from './runInGroups.js'
import { demandAll, runTogether, UNHEARD, type Scenario } from './scenario.js'

/** Answers each event wrongly the first time, and tells of those that came before their time. */
function failFirst(answer: Answer): (batch: Arrived) => Answer | undefined {
  const failedAtMs = new Map<string, number>()
  return ({ ids, atMs }) => {
    const fresh = ids.filter((id) => !failedAtMs.has(id))
    for (const id of fresh) failedAtMs.set(id, atMs)
    if (fresh.length > 0) return answer
    const early = ids.filter(
      (id) => atMs - (failedAtMs.get(id) ?? 0) < (answer.retryAfterS ?? 1) * 1000,
    )
    // 418 is unknown to everybody: the events would never be stored, and the scenario fails.
    return early.length > 0 ? { status: 418 } : undefined
  }
}

const failing = (answer: Answer): Scenario => ({
  name:
    answer.retryAfterS === undefined
      ? `${answer.status} once`
      : `${answer.status}, Retry-After: ${answer.retryAfterS}`,
  run: async (stand, count) => {
    stand.front.setFault(failFirst(answer))
    await runTogether(stand, count, async () => {
      const page = await stand.open()
      await demandAll(stand, await stand.track(page))
      await hear(page)
      await page.close()
    })
    stand.front.setFault(undefined)
  },
})

const hindered = (name: string, trouble: Trouble, more: Partial<Scenario> = {}): Scenario => ({
  name,
  run: (stand, count) =>
    runInGroups(stand, count, {
      open: () => openAndHear(stand, trouble),
      leave: async (page, n) => {
        const keys = await stand.track(page)
        // Every second one leaves at once.
        if (n % 2) {
          await demandAll(stand, keys)
          await hear(page)
        }
        await page.close()
      },
      finish: stand.recover,
    }),
  ...more,
})

/** Collectors that fail, and pages that hinder. */
export const answering: readonly Scenario[] = [
  failing({ status: 500 }),
  failing({ status: 503, retryAfterS: 2 }),
  failing({ status: 429, retryAfterS: 2 }),
  {
    name: 'a poison event among ten good ones',
    told: 1,
    run: async (stand, count) => {
      stand.front.setFault(({ body }) => (body.includes('"poison"') ? { status: 400 } : undefined))
      await runTogether(stand, count, async () => {
        const page = await stand.open()
        const before = await stand.track(page, 5)
        await page.evaluate(() => window.tracker.convert('poison'))
        const after = await stand.track(page, 5)
        await demandAll(stand, [...before, ...after])
        await hear(page)
        await page.close()
      })
    },
  },
  hindered('storage full', 'full', { modes: ['granted'] }),
  hindered('storage denied', 'denied', { modes: ['granted'] }),
  hindered('strict CSP with Trusted Types', 'csp', { maxRepeats: UNHEARD }),
  {
    name: 'fetch throws, then a page where it does not',
    modes: ['granted'],
    isDear: true,
    // By two beacons, when the page is hidden and when it goes: neither has an answer.
    maxRepeats: { granted: 2 },
    run: (stand, count) =>
      runInGroups(stand, count, {
        open: () => stand.open('patched'),
        leave: async (page) => {
          await stand.track(page)
          await page.evaluate(() => window.tracker.flush())
          await page.close()
        },
        finish: stand.recover,
      }),
  },
  {
    name: 'fetch throws until the page closes',
    modes: ['cookieless'],
    isDear: true,
    maxRepeats: { cookieless: 1 },
    run: (stand, count) =>
      runTogether(stand, count, async () => {
        const page = await stand.open('patched')
        await stand.track(page)
        await page.close()
      }),
  },
  {
    name: '150 events, 60 kB of keepalive held',
    isDear: true,
    run: async (stand, count) => {
      for (let n = 0; n < count; n++) {
        const page = await stand.open('held')
        await demandAll(stand, await stand.track(page, 150))
        stand.front.letGo()
        await hear(page)
        await page.close()
      }
    },
  },
  {
    name: 'no CORS, acknowledge: false',
    attributes: { 'data-acknowledge': 'false' },
    run: async (stand, count) => {
      stand.front.setCors(false)
      await runTogether(stand, count, async () => {
        const page = await stand.open()
        await stand.track(page)
        await hear(page)
        await page.close()
      })
    },
  },
  {
    name: 'no CORS, and nobody said so',
    isDear: true,
    modes: ['cookieless'],
    // One visit of some seconds: 1 s, 2 s, and once more when it closes.
    maxRepeats: { cookieless: 5 },
    run: async (stand, count) => {
      stand.front.setCors(false)
      await runTogether(stand, count, async () => {
        const page = await stand.open()
        await stand.track(page)
        await page.evaluate(() => window.tracker.flush())
        await page.close()
      })
    },
  },
]
