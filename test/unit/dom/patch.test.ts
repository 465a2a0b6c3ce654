import { expect, it } from 'vitest'
import { patch } from '../../../src/dom/patch.js'

interface Greeter {
  name: string
  greet: (word: string) => string
}
const greeter = (): Greeter => ({
  name: 'page',
  greet(word) {
    return `${word} ${this.name}`
  },
})
const shout = (original: Greeter['greet']) =>
  function (this: Greeter, word: string): string {
    return original.call(this, word).toUpperCase()
  }

it('keeps this, arguments and return value', () => {
  const target = greeter()
  patch(target, 'greet', shout)
  expect(target.greet('hello')).toBe('HELLO PAGE')
})

it('puts the original back', () => {
  const target = greeter()
  const { greet } = target
  patch(target, 'greet', shout)()
  expect(target.greet).toBe(greet)
})

it('keeps a later patch, and only passes on below it', () => {
  const target = greeter()
  const stop = patch(target, 'greet', shout)
  const ours = target.greet
  target.greet = function (word) {
    return `${ours.call(this, word)}!`
  }
  expect(target.greet('hello')).toBe('HELLO PAGE!')
  stop()
  expect(target.greet('hello')).toBe('hello page!')
})
