import { expect, it } from 'vitest'
import { readLogTime } from '../../../src/server/readLogTime.js'

const AT = Date.UTC(2026, 10, 26, 6, 44, 7)

it.each([
  ['26/Nov/2026:07:44:07 +0100', 0],
  ['25/Nov/2026:23:44:07 -0700', 0],
  ['26/Nov/2026:06:44:07', 0],
  ['26/Nov/2026:06:44:07.250 +0000', 0],
  ['2026-11-26T06:44:07Z', 0],
  ['2026-11-26T07:44:07+01:00', 0],
  ['2026-11-26T07:44:07.5+0100', 500],
  ['2026-11-26T06:44:07.123456789Z', 123],
  ['2026-11-26 06:44:07', 0],
  ['2026/11/26 06:44:07', 0],
  [AT / 1000, 0],
  [AT / 1000 + 0.25, 250],
  [AT, 0],
  [AT * 1000, 0],
  [AT * 1e6, 0],
  [String(AT / 1000), 0],
  [`${AT / 1000}.250`, 250],
])('reads %s', (time, extraMs) => {
  expect(readLogTime(time)).toBe(AT + extraMs)
})

it.each([
  '',
  '-',
  'yesterday',
  '2026-11-26',
  '06:44:07',
  '41/Nov/2026:07:44:07 +0100',
  '26/Foo/2026:07:44:07 +0100',
  0,
  -1,
  NaN,
  Infinity,
  null,
  {},
])('takes for no time %j', (time) => {
  expect(readLogTime(time)).toBeUndefined()
})
