/**
 * What a collector has answered is there after `kill -9`, whenever that comes. A few kills in `npm test`; `npm run test:kills`
 * makes 200.
 */
import { expect, it } from 'vitest'
import { newStore } from './collectorFolder.js'
import { sendUntilGone, type Sent } from './collectorLoad.js'
import { startProcess } from './collectorProcess.js'
import { readStored } from './readStored.js'

const KILLS = Number(process.env.APARTE_KILLS ?? 4)

it(
  `keeps every answered event, once, over ${KILLS} kills at random moments`,
  { timeout: 60_000 + KILLS * 20_000 },
  async () => {
    const file = await newStore()
    const sent: Sent = { answered: new Set(), open: new Set() }
    const counts = { starting: 0, ingesting: 0, openSeen: 0 }
    const rounds = Array.from({ length: KILLS }, (_, round) => round)
    for (const round of rounds) {
      const running = startProcess(['--port', '0', '--file', file])
      const kill = (): boolean => running.child.kill('SIGKILL')
      // One in eight while it starts, and so while it reads its log; the others after up to 40 batches, and a little.
      if (round % 8 === 7) {
        setTimeout(kill, Math.random() * 600)
        counts.starting++
      } else counts.ingesting++
      const last = Math.floor(Math.random() * 40)
      const url = await running.url.catch(() => undefined)
      if (url)
        await sendUntilGone(url, sent, (count) => {
          if (count === last + 1) setTimeout(kill, Math.random() * 20)
        })
      expect(await running.exit).toBe(null)
      const stored = await readStored(file)
      expect([...sent.answered].filter((id) => !stored.has(id))).toEqual([])
      if (round % 20 === 19) console.info(`${round + 1} kills, ${stored.size} events stored`)
      counts.openSeen += [...sent.open].filter((id) => stored.has(id)).length
    }
    console.info(
      `${sent.answered.size} events answered; killed ${counts.starting} times while starting and ${counts.ingesting} while ` +
        `ingesting; ${counts.openSeen} events were stored although nobody heard of it, and were sent again`,
    )
    // Else this would say nothing.
    expect(sent.answered.size).toBeGreaterThan(counts.ingesting)
  },
)

it('answers everything that was sent when SIGTERM comes under load, and ends with 0', async () => {
  const file = await newStore()
  const running = startProcess(['--port', '0', '--file', file])
  const sent: Sent = { answered: new Set(), open: new Set() }
  await sendUntilGone(await running.url, sent, (count) => {
    if (count === 20) running.child.kill('SIGTERM')
  })
  expect(await running.exit).toBe(0)
  expect(running.text.err).toBe('')
  const stored = await readStored(file)
  // Everything that reached it was answered, and nothing else is stored.
  expect([...sent.answered].filter((id) => !stored.has(id))).toEqual([])
  expect([...stored].filter((id) => !sent.answered.has(String(id)))).toEqual([])
})
