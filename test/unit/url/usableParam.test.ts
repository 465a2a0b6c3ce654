import { expect, it } from 'vitest'
import { isUsableParam } from '../../../src/url/isUsableParam.js'

it.each(['dks', 'vb', 'apartes', 'shr'])('%s may carry tokens', (name) => {
  expect(isUsableParam(name)).toBe(true)
})

it.each(
  'copy copyx reg not notes sect amp lt gt quot para eth eacute yuml oslash szlig'.split(' '),
)('%s begins an HTML entity', (name) => expect(isUsableParam(name)).toBe(false))

it.each(['id', 'token', 'state', 'lang', 'd', 'toolongname', 'Dks', 'dk2', 'd-s', ''])(
  '%s is refused',
  (name) => expect(isUsableParam(name)).toBe(false),
)
