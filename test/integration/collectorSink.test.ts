import { expect, it, onTestFinished } from 'vitest'
import { createQuery } from '../../examples/collector/store/createQuery.js'
import { createSink } from '../../examples/collector/store/createSink.js'
import { openDatabase } from '../../examples/collector/store/openDatabase.js'
import { view } from './collectorEvents.js'
import { newStore } from './collectorFolder.js'

type Arrival = Parameters<Awaited<ReturnType<typeof createSink>>['write']>[0][number]

const arrive = (given: Record<string, unknown> = {}): Arrival => ({
  site: 'journal.example',
  event: view(given) as unknown as Arrival['event'], // some are wrong on purpose
  ts: Date.now(),
  received: Date.now(),
})

it('a request that the store refuses does not take others of its group with it', async () => {
  const database = await openDatabase(await newStore())
  const sink = await createSink(database)
  onTestFinished(async () => {
    await sink.close()
    database.closeSync()
  })
  const before = arrive()
  const [left, right] = [[arrive(), arrive()], [arrive()]]
  // The first is under way at once; the others wait for it and make up the next group.
  const results = await Promise.allSettled([
    sink.write([before]),
    sink.write(left),
    sink.write([arrive(), arrive({ page: undefined })]),
    sink.write([before, ...right]),
  ])
  expect(results).toEqual([
    { status: 'fulfilled', value: { stored: 1, repeated: 0 } },
    { status: 'fulfilled', value: { stored: 2, repeated: 0 } },
    {
      status: 'rejected',
      reason: expect.objectContaining({
        message: expect.stringContaining('NOT NULL constraint failed: events.page') as string,
      }) as Error,
    },
    { status: 'fulfilled', value: { stored: 1, repeated: 1 } },
  ])
  const connection = await database.connect()
  const stored = await createQuery(connection)('select id from events')
  connection.closeSync()
  expect(new Set(stored.map(({ id }) => id))).toEqual(
    new Set([before, ...left, ...right].map(({ event }) => event.id)),
  )
})
