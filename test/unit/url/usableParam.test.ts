import { expect, it } from 'vitest'
import { USABLE_PARAM } from '../../../src/url/usableParam.js'

const isUsable = (name: string): boolean => RegExp(`^(${USABLE_PARAM})$`).test(name)

it.each(['dks', 'vb', 'apartes', 'shr'])('%s may carry tokens', (name) => {
  expect(isUsable(name)).toBe(true)
})

it.each(
  'copy copyx reg not notes sect amp lt gt quot para eth eacute yuml oslash szlig'.split(' '),
)('%s begins an HTML entity', (name) => expect(isUsable(name)).toBe(false))

it.each(['id', 'token', 'state', 'lang', 'd', 'toolongname', 'Dks', 'dk2', 'd-s', ''])(
  '%s is refused',
  (name) => expect(isUsable(name)).toBe(false),
)
